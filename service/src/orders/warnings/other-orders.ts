import type { Queryable } from '../../db/database.js'
import { type Buyer, compareBuyers, type KnownBuyer } from './buyers.js'
import { compareItemNames, type ItemName } from './item-names.js'

/** What only the other orders of its company reveal about an order. */
export interface OtherOrders {
  /** By a line's id, its first name, if that was a different one. */
  itemNames: ReadonlyMap<string, string>
  /** Buyers with another id but the same ИНН, phone, e-mail or name. */
  buyers: readonly KnownBuyer[]
}

export const NO_OTHER_ORDERS: OtherOrders = { itemNames: new Map(), buyers: [] }

/** What is compared of an order. */
export interface ComparedOrder {
  companyId: string
  items: readonly ItemName[]
  buyer: Buyer
}

/** Compares orders with all those of their companies. `record`: they count from now on, too. */
export async function compareWithOthers(
  tx: Queryable,
  orders: readonly ComparedOrder[],
  record: boolean,
): Promise<OtherOrders[]> {
  const buyers = await compareBuyers(tx, orders, record)
  const names = await compareItemNames(tx, orders, record)
  return orders.map((_, index) => {
    const others = { itemNames: names[index]!, buyers: buyers[index]! }
    return others.itemNames.size + others.buyers.length === 0 ? NO_OTHER_ORDERS : others
  })
}
