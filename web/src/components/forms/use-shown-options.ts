import type { ComboboxStore } from '@mantine/core'
import { useEffect } from 'react'

export interface SelectOption {
  value: string
  /** What the field shows when this is chosen. */
  label: string
  /** A second, quieter line of the option. */
  detail?: string
}

/**
 * The options of a list to show for what is typed. While the caller still asks the server (`searching`),
 * those it has may be for an earlier text: only those of them are shown that contain what is typed, so that
 * the answer takes none away from under the pointer. What the keyboard selected stays selected wherever it
 * moves in the list.
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
