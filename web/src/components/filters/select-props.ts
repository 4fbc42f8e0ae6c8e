import type { SelectOption } from '../forms/search-select.js'

export interface SelectProps {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  options: readonly SelectOption[]
  /** Asks the server for other options; without it the options are searched here. */
  onSearch?: (text: string) => void
  /** Name of the chosen option while it isn't among the options. */
  chosenLabel?: string | undefined
}

/** The name of what is chosen. */
export function chosenOf({
  value,
  options,
  chosenLabel,
}: Pick<SelectProps, 'value' | 'options' | 'chosenLabel'>): string | undefined {
  if (value === undefined) return undefined
  return options.find(option => option.value === value)?.label ?? chosenLabel ?? value
}
