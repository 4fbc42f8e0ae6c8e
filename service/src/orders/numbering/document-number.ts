/** УТ and Розница look a number up in 11 characters: a longer one would be a new order each time. */
export const PLATFORM_NUMBER_LIMIT = 11

interface NamedOrder {
  id: string
  number?: string | null | undefined
}

/** The number for a 1C that uses the platform's numbers. */
export function platformNumber(order: NamedOrder): string {
  return order.number ?? order.id
}

// Nothing that cleanName would change: only single inner spaces, no `#`, only characters legal in XML.
const WORD = '[^\\s#\\u0000-\\u001f\\u007f-\\u009f\\p{Noncharacter_Code_Point}\\p{Surrogate}]+'
const WHOLE = new RegExp(`^${WORD}(?: ${WORD})*$`, 'u')

/** Whether 1C stores a number unchanged, so that it finds its document again. */
export function canBeFoundIn1C(number: string): boolean {
  return number.length <= PLATFORM_NUMBER_LIMIT && WHOLE.test(number)
}

/** `Номер` with `ordernumber: platform`; `S-` and the sequence number if 1C could not find it again. */
export function documentNumber(order: NamedOrder, sequenceNumber: number): string {
  const number = platformNumber(order)
  return canBeFoundIn1C(number) ? number : `S-${sequenceNumber}`
}
