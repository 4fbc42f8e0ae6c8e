import { createHash } from 'node:crypto'

const MARK = 'sha256-'
const HASH_DIGITS = 32
const HASHED = new RegExp(`^${MARK}[0-9a-f]{${HASH_DIGITS}}$`)
/** As long as the text of a GUID: УНФ takes such an id of a payment for a document of its own. */
const GUID_LENGTH = 36
const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const ITEM_OF_1C = new RegExp(`^${GUID}(#${GUID})?$`, 'i')
// Nothing illegal in XML, or that cleaning would remove.
const AS_IT_IS = /^[\u0020-\u007e\u00a0-\ud7ff]+$/

/**
 * The id of the platform where it fits 1C (`limit` characters), else `sha256-` and 32 digits of its hash. Stable, distinct for
 * distinct ids, never empty: an id that itself looks so is hashed too, so that none can pose as another's hash.
 */
export function shortId(id: string, limit: number): string {
  const fits = id.length <= limit && !HASHED.test(id) && AS_IT_IS.test(id) && id.trim() === id
  return fits ? id : hashed(id)
}

/** `Ид` of an order's document. */
export function documentId(orderId: string): string {
  return shortId(orderId, 40)
}

/**
 * `Ид` of a line, ≤ 80 characters. In 1C `#` separates an item from its characteristic, so it is kept only in the form that 1C sends
 * out itself, `GUID#GUID`; two equal halves mean an item without a characteristic.
 */
export function lineId(id: string): string {
  if (!id.includes('#')) return shortId(id, 80)
  if (!ITEM_OF_1C.test(id)) return hashed(id)
  const [item, characteristic] = id.split('#')
  return item!.toLowerCase() === characteristic!.toLowerCase() ? item! : id
}

/** `Ид` of a payment, ≤ 40 characters and never 36. */
export function paymentId(id: string): string {
  return id.length === GUID_LENGTH ? hashed(id) : shortId(id, 40)
}

/** The hash that replaces an id that cannot be sent unchanged. */
export function hashed(id: string): string {
  return MARK + createHash('sha256').update(id).digest('hex').slice(0, HASH_DIGITS)
}
