import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useLazyComponent } from '../../hooks/use-lazy-component.js'
import { useTexts } from '../../texts/language.js'
import { FilterPill } from './filter-pill.js'
import classes from './filters.module.css'
import type { PeriodProps } from './period-window.js'
import { chosenOf, type SelectProps } from './select-props.js'
import { texts } from './texts.js'
import { usePeriodText } from './use-period-text.js'

interface Props {
  search?: ReactNode
  count: number
  onReset: () => void
  children: ReactNode
}

/** The conditions of a list in one line; on a narrow screen they open by a button that counts them. */
export function FilterBar({ search, count, onReset, children }: Props) {
  const t = useTexts(texts)
  const id = useId()
  const narrow = useMediaQuery('(max-width: 520px)', false, { getInitialValueInEffect: false })
  const [opened, setOpened] = useState(false)
  const visible = !narrow || opened
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all assistive technology yet
    <div role="search" aria-label={t.filters} className={classes.bar}>
      {search}
      {narrow && (
        <Button
          variant="default"
          aria-expanded={opened}
          aria-controls={id}
          leftSection={<IconAdjustmentsHorizontal size={16} />}
          onClick={() => setOpened(!opened)}
        >
          {count === 0 ? t.filters : t.filtersSet(count)}
        </Button>
      )}
      <div id={id} className={classes.conditions} hidden={!visible}>
        {visible && children}
        {visible && count > 0 && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onReset}>
            {t.reset}
          </Button>
        )}
      </div>
    </div>
  )
}

export function FilterSelect(props: SelectProps) {
  const { Loaded, button } = useLazyComponent(() => import('./select-options.js'))
  if (Loaded) return <Loaded {...props} />
  const { label } = props
  return (
    <FilterPill
      role="combobox"
      aria-label={label}
      aria-haspopup="listbox"
      label={label}
      shown={chosenOf(props)}
      {...button}
    />
  )
}

/** Days of the location's calendar, both ends included: common periods, or any two dates. */
export function FilterPeriod(props: PeriodProps) {
  const { Loaded, button } = useLazyComponent(() => import('./period-window.js'))
  const { text } = usePeriodText(props.value)
  if (Loaded) return <Loaded {...props} />
  return <FilterPill aria-haspopup="dialog" label={props.label} shown={text} {...button} />
}
