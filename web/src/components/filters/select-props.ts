import type { UseQueryResult } from '@tanstack/react-query'
import type { SelectOption } from '../forms/use-shown-options.js'

export interface SelectProps {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  options: readonly SelectOption[]
  failure?: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'> | undefined
  /** Asks the server for other options; without it the options are searched here. */
  onSearch?: (text: string) => void
  /** The options may still be those for an earlier text. */
  searching?: boolean
  chosenLabel?: string | undefined
}

export function chosenOf({
  value,
  options,
  chosenLabel,
}: Pick<SelectProps, 'value' | 'options' | 'chosenLabel'>): string | undefined {
  if (value === undefined) return undefined
  return options.find(option => option.value === value)?.label ?? chosenLabel ?? value
}

/** Read where the query is: whoever reads a part of its result is told when that part changes. */
export function failureOf({ isError, error, refetch }: UseQueryResult): SelectProps['failure'] {
  return isError ? { isError, error, refetch } : undefined
}
