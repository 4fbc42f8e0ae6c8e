import { useLazyComponent } from '../../hooks/use-lazy-component.js'
import { FilterPill } from './filter-pill.js'
import { chosenOf, type SelectProps } from './select-props.js'

/** One condition of a list: a button that shows the choice and opens the options. */
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
