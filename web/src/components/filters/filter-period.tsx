import { useLazyComponent } from '../../hooks/use-lazy-component.js'
import { FilterPill } from './filter-pill.js'
import type { PeriodProps } from './period-window.js'
import { usePeriodText } from './use-period-text.js'

/** Days of the location's calendar, both ends included: common periods, or any two dates. */
export function FilterPeriod(props: PeriodProps) {
  const { Loaded, button } = useLazyComponent(() => import('./period-window.js'))
  const { text } = usePeriodText(props.value)
  if (Loaded) return <Loaded {...props} />
  return <FilterPill aria-haspopup="dialog" label={props.label} shown={text} {...button} />
}
