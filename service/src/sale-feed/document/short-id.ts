import { createHash } from 'node:crypto'

const HASH_PREFIX = 'sha256-'
const HASH_DIGITS = 32
const HASHED = new RegExp(`^${HASH_PREFIX}[0-9a-f]{${HASH_DIGITS}}$`)
/** УНФ takes an id of a payment that is as long as a GUID for a document of its own. */
const GUID_LENGTH = 36
const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const ITEM_OF_1C = new RegExp(`^${GUID}(#${GUID})?$`, 'i')
// No character that is illegal in XML or that cleaning would remove.
const SENDABLE = /^[\u0020-\u007e\u00a0-\ud7ff]+$/

/**
 * The platform's id if 1C can store it, otherwise `sha256-` and 32 digits of its hash; so is an id that looks
 * like a hash. Stable, distinct for distinct ids, never empty.
 */
export function shortId(id: string, limit: number): string {
  const fits = id.length <= limit && !HASHED.test(id) && SENDABLE.test(id) && id.trim() === id
  return fits ? id : hashedId(id)
}

export function documentId(orderId: string): string {
  return shortId(orderId, 40)
}

/**
 * `Ид` of a line, ≤ 80 characters. In 1C `#` separates an item from its characteristic, so it is kept only in
 * 1C's own form, `GUID#GUID`; two equal halves mean an item without a characteristic.
 */
export function lineId(id: string): string {
  if (!id.includes('#')) return shortId(id, 80)
  if (!ITEM_OF_1C.test(id)) return hashedId(id)
  const [item, characteristic] = id.split('#')
  return item!.toLowerCase() === characteristic!.toLowerCase() ? item! : id
}

/** `Ид` of a payment, ≤ 40 characters and never 36. */
export function paymentId(id: string): string {
  return id.length === GUID_LENGTH ? hashedId(id) : shortId(id, 40)
}

/** Whether an id that was sent may be the hash of the platform's id. */
export function isHashedId(sentId: string): boolean {
  return HASHED.test(sentId)
}

/** The hash that replaces an id that cannot be sent unchanged. */
export function hashedId(id: string): string {
  return HASH_PREFIX + createHash('sha256').update(id).digest('hex').slice(0, HASH_DIGITS)
}
