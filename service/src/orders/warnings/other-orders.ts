import type { Queryable } from '../../db/database.js'
import { type Buyer, compareBuyers, type KnownBuyer } from './buyers.js'
import { compareItemNames, type ItemName } from './item-names.js'
import { findSharedPayments, type PaymentsOfOrder, type SharedPayment } from './shared-payments.js'

/** What only the other orders of its company reveal about an order. */
export interface OtherOrders {
  /** By a line's id, its first name, if that was a different one. */
  itemNames: ReadonlyMap<string, string>
  /** Buyers with another id but the same ИНН, phone, e-mail or name. */
  buyers: readonly KnownBuyer[]
  /** By id, payments that another order has, too. */
  payments: ReadonlyMap<string, SharedPayment>
}

export const NO_OTHER_ORDERS: OtherOrders = { itemNames: new Map(), buyers: [], payments: new Map() }

/** What is compared of an order. */
export interface ComparedOrder {
  companyId: string
  items: readonly ItemName[]
  buyer: Buyer
}

/** Compares orders with all those of their companies. `record`: they count from now on, too. */
export async function compareWithOthers(
  tx: Queryable,
  orders: readonly (ComparedOrder & PaymentsOfOrder)[],
  record: boolean,
): Promise<OtherOrders[]> {
  const buyers = await compareBuyers(tx, orders, record)
  const names = await compareItemNames(tx, orders, record)
  const payments = await findSharedPayments(tx, orders)
  return orders.map((_, index) => {
    const others = { itemNames: names[index]!, buyers: buyers[index]!, payments: payments[index]! }
    return others.itemNames.size + others.buyers.length + others.payments.size === 0
      ? NO_OTHER_ORDERS
      : others
  })
}
