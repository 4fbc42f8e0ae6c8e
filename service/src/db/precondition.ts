/** If-Match: "3" → `{ version: 3 }`; If-Match: * → `exists`; If-None-Match: * → `absent`. */
export type Precondition = { version: number } | 'exists' | 'absent'

/** `present`: the row's version, undefined if there is no row. */
export function isMet(precondition: Precondition | undefined, present: number | undefined): boolean {
  if (precondition === undefined) return true
  if (precondition === 'absent') return present === undefined
  return precondition === 'exists' ? present !== undefined : present === precondition.version
}
