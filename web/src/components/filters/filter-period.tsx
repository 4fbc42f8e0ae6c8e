import { Button, Group, Popover, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useMe } from '../../api/people/me.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './filters.module.css'
import { type Period, PRESETS, presetPeriod } from './period.js'
import { texts } from './texts.js'

interface Props {
  label: string
  value: Period
  onChange: (period: Period) => void
}

/** Days of the location's calendar, both ends included: some common periods, and any other by its two dates. */
export function FilterPeriod({ label, value, onChange }: Props) {
  const t = useTexts(texts)
  const { day } = useFormats()
  const timeZone = useMe().data?.location?.timezone
  const [opened, popover] = useDisclosure(false)
  const { from, to } = value
  const preset = PRESETS.find(name => {
    const period = presetPeriod(name, timeZone)
    return period.from === from && period.to === to
  })

  function shown(): string | undefined {
    if (preset !== undefined) return t.presets[preset]
    if (from !== undefined && to !== undefined) return from === to ? day(from) : t.between(day(from), day(to))
    if (from !== undefined) return t.since(day(from))
    return to === undefined ? undefined : t.until(day(to))
  }
  const text = shown()

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
        <button
          type="button"
          className={classes.pill}
          data-set={text !== undefined || undefined}
          onClick={popover.toggle}
        >
          <span className={classes.label}>{label}</span>
          {text !== undefined && <span className={classes.value}>{text}</span>}
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
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
          <Group gap="xs" grow>
            <TextInput
              type="date"
              size="xs"
              label={t.from}
              value={from ?? ''}
              {...(to === undefined ? {} : { max: to })}
              onChange={event => onChange({ from: event.currentTarget.value || undefined, to })}
            />
            <TextInput
              type="date"
              size="xs"
              label={t.to}
              value={to ?? ''}
              {...(from === undefined ? {} : { min: from })}
              onChange={event => onChange({ from, to: event.currentTarget.value || undefined })}
            />
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
