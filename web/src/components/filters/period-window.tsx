import { Button, Group, Popover, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRef } from 'react'
import { useMe } from '../../api/people/me.js'
import { useOpenOnMount } from '../../hooks/use-lazy-component.js'
import { useTexts } from '../../texts/language.js'
import { DateField } from '../forms/date-field.js'
import { FilterPill } from './filter-pill.js'
import classes from './filters.module.css'
import { type Period, PRESETS, presetPeriod } from './period.js'
import { texts } from './texts.js'
import { usePeriodText } from './use-period-text.js'

export interface PeriodProps {
  label: string
  value: Period
  onChange: (changed: Partial<Period>) => void
}

export default function PeriodWindow({ label, value, onChange }: PeriodProps) {
  const t = useTexts(texts)
  const timeZone = useMe().data?.location?.timezone
  const [opened, popover] = useDisclosure(false)
  const button = useRef<HTMLButtonElement>(null)
  const { preset, text } = usePeriodText(value)
  useOpenOnMount(button, popover.open)

  function pick(period: Period) {
    onChange(period)
    popover.close()
  }

  return (
    <Popover
      opened={opened}
      onChange={popover.toggle}
      onClose={popover.close}
      position="bottom-start"
      withinPortal={false}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <FilterPill ref={button} label={label} shown={text} onClick={popover.toggle} />
      </Popover.Target>
      <Popover.Dropdown className={classes.period} aria-label={label}>
        <Stack gap="sm">
          <div className={classes.presets}>
            {PRESETS.map(name => (
              <Button
                key={name}
                size="xs"
                variant={name === preset ? 'light' : 'default'}
                aria-pressed={name === preset}
                onClick={() => pick(presetPeriod(name, timeZone))}
              >
                {t.presets[name]}
              </Button>
            ))}
          </div>
          <Group gap="xs" align="flex-start" grow>
            <DateField
              size="xs"
              label={t.from}
              value={value.from}
              onChange={day => onChange({ from: day })}
            />
            <DateField size="xs" label={t.to} value={value.to} onChange={day => onChange({ to: day })} />
          </Group>
          {text !== undefined && (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              onClick={() => pick({ from: undefined, to: undefined })}
            >
              {t.anyTime}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
