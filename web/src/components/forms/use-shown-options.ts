import type { ComboboxStore } from '@mantine/core'
import { useEffect } from 'react'

export interface SelectOption {
  value: string
  label: string
  /** A second, quieter line of the option. */
  detail?: string
}

/**
 * The options to show for what is typed. While `searching`, only those that contain what is typed: the answer
 * then takes none away from under the pointer. What the keyboard selected stays selected.
 */
export function useShownOptions(
  { updateSelectedOptionIndex }: ComboboxStore,
  options: readonly SelectOption[],
  typed: string,
  searching = false,
): readonly SelectOption[] {
  const needle = typed.trim().toLocaleLowerCase()
  const contains = (text = '') => text.toLocaleLowerCase().includes(needle)
  const shown = searching
    ? options.filter(({ label, detail }) => contains(label) || contains(detail))
    : options
  const values = shown.map(({ value }) => value).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the index is another when the list is
  useEffect(() => updateSelectedOptionIndex(), [values, updateSelectedOptionIndex])
  return shown
}
