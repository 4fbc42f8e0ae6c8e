import type { FullSettings } from '../integrations/settings.js'
import { PLATFORM_NUMBER_LIMIT, platformNumber } from '../orders/platform-number.js'
import { cleanName } from './clean-text.js'

/**
 * `Номер` of an order in one 1C: the sequence number, or with `ordernumber: platform` the platform's number, else its id. What 1C
 * could not find again (orders stored before somebody chose `platform`) falls back to `S-` and the sequence number.
 */
export function documentNumber(
  order: { id: string; number?: string },
  sequenceNumber: number,
  settings: Pick<FullSettings, 'ordernumber'>,
): string {
  if (settings.ordernumber === 'sequence') return String(sequenceNumber)
  const number = platformNumber(order)
  const holds = number !== '' && cleanName(number, PLATFORM_NUMBER_LIMIT) === number
  return holds ? number : `S-${sequenceNumber}`
}
