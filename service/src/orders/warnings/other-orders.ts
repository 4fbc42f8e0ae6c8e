import { type Buyer, type BuyerKey, parseBuyerKeys, type SeenBuyer } from './buyer-keys.js'
import { type ItemName, namesDiffer } from './item-names.js'

/** What only the other orders of its company reveal about an order. */
export interface OtherOrders {
  /** By a line's id, its first name, if that was a different one. */
  itemNames: ReadonlyMap<string, string>
  /** Buyers with another id but the same ИНН, phone, e-mail or name. */
  buyers: readonly KnownBuyer[]
}

export interface KnownBuyer extends BuyerKey {
  name: string
}

export const NO_OTHER_ORDERS: OtherOrders = { itemNames: new Map(), buyers: [] }

/** What is known of a company's items and of its buyers that share a key. */
export interface CompanyLookup {
  /** The first name of an item, by the id of its line. */
  itemName(companyId: string, lineId: string): string | undefined
  /** The buyers known by a key; undefined if no key is shared. */
  buyer: ((companyId: string, key: BuyerKey) => SeenBuyer | undefined) | undefined
}

export function othersOf(
  { companyId, items, buyer }: { companyId: string; items: readonly ItemName[]; buyer: Buyer },
  known: CompanyLookup,
): OtherOrders {
  const itemNames = new Map<string, string>()
  for (const { id, name } of items) {
    const first = known.itemName(companyId, id)
    if (first !== undefined && namesDiffer(first, name)) itemNames.set(id, first)
  }
  const buyers: KnownBuyer[] = []
  for (const key of known.buyer ? parseBuyerKeys(buyer) : []) {
    const seen = known.buyer?.(companyId, key)
    const name = seen?.customerId === buyer.id ? seen.otherName : seen?.name
    if (typeof name === 'string') buyers.push({ ...key, name })
  }
  return itemNames.size === 0 && buyers.length === 0 ? NO_OTHER_ORDERS : { itemNames, buyers }
}
