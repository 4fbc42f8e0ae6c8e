import type { FullSettings } from '../integrations/settings.js'
import { cleanName } from './clean-text.js'

/** УТ and Розница look a number up in a column of 11 characters: a longer one is a new order at every exchange. */
export const NUMBER_LIMIT = 11

/**
 * `Номер` of an order in one 1C: the sequence number, or with `ordernumber: platform` the platform's number, else its id. What 1C
 * could not hold (orders stored before somebody chose `platform`) falls back to `S-` and the sequence number.
 */
export function documentNumber(
  order: { id: string; number?: string | undefined },
  sequenceNumber: number,
  settings: Pick<FullSettings, 'ordernumber'>,
): string {
  if (settings.ordernumber === 'sequence') return String(sequenceNumber)
  const number = order.number ?? order.id
  const holds = number !== '' && number.length <= NUMBER_LIMIT && cleanName(number, NUMBER_LIMIT) === number
  return holds ? number : `S-${sequenceNumber}`
}
