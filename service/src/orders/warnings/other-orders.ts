import { type Buyer, type BuyerKey, keysOf, type SeenBuyer } from './buyer-keys.js'
import { type ItemName, isOtherName } from './item-names.js'

/** What only the other orders of its company reveal about an order. */
export interface OtherOrders {
  /** The first name of a line's id, if it was another one. */
  itemNames: ReadonlyMap<string, string>
  /** Buyers with another id but the same ИНН, phone, e-mail or name. */
  buyers: readonly KnownBuyer[]
}

export interface KnownBuyer extends BuyerKey {
  name: string
}

export const NOBODY_ELSE: OtherOrders = { itemNames: new Map(), buyers: [] }

/** What is known of a company's items and buyers; keys of a single buyer are not needed. */
export interface CompanyLookup {
  /** The first name of an item, by the id of its line. */
  itemName(companyId: string, lineId: string): string | undefined
  /** Undefined: none is known by a key of several. */
  buyer: ((companyId: string, key: BuyerKey) => SeenBuyer | undefined) | undefined
}

export function othersOf(
  { companyId, items, buyer }: { companyId: string; items: readonly ItemName[]; buyer: Buyer },
  known: CompanyLookup,
): OtherOrders {
  const itemNames = new Map<string, string>()
  for (const { id, name } of items) {
    const first = known.itemName(companyId, id)
    if (first !== undefined && isOtherName(first, name)) itemNames.set(id, first)
  }
  const buyers: KnownBuyer[] = []
  for (const key of known.buyer ? keysOf(buyer) : []) {
    const seen = known.buyer?.(companyId, key)
    const name = seen?.customerId === buyer.id ? seen.otherName : seen?.name
    if (typeof name === 'string') buyers.push({ ...key, name })
  }
  return itemNames.size === 0 && buyers.length === 0 ? NOBODY_ELSE : { itemNames, buyers }
}
