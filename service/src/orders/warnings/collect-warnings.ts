import type { Queryable } from '../../db/database.js'
import { ORDER_LIMITS } from '../intake/read/order-limits.js'
import { type Buyer, buyerLookupKey } from './buyer-keys.js'
import type { OrderWarning } from './order-warning.js'
import { type CompanyLookup, type OtherOrders, othersOf } from './other-orders.js'
import { recordBuyers } from './record-buyers.js'
import { type NamedOrder, recordItemNames } from './record-item-names.js'

interface WarnedOrder extends NamedOrder {
  buyer: Buyer
  warnings: readonly OrderWarning[]
}

export interface CollectedWarnings {
  /** By order id: warnings that follow from the order alone, and those that need the company's other orders. */
  warnings: Map<string, OrderWarning[]>
  others(order: WarnedOrder): OtherOrders
}

/** All warnings about accepted orders. */
export async function collectWarnings(
  tx: Queryable,
  orders: readonly WarnedOrder[],
): Promise<CollectedWarnings> {
  const shared = await recordBuyers(tx, orders)
  const { warnings: reused, itemName } = await recordItemNames(tx, orders)
  const known: CompanyLookup = {
    itemName,
    buyer: shared.size === 0 ? undefined : (companyId, key) => shared.get(buyerLookupKey(companyId, key)),
  }
  const warnings = new Map(
    orders.map(({ id, warnings }) => [
      id,
      [...warnings, ...(reused.get(id) ?? [])].slice(0, ORDER_LIMITS.problems),
    ]),
  )
  return { warnings, others: order => othersOf(order, known) }
}

/** Combines the warnings that apply to any 1C with the findings of each 1C that don't repeat them. */
export function joinWarnings(
  general: readonly OrderWarning[],
  found: readonly OrderWarning[],
): OrderWarning[] {
  const reported = new Set(general.map(({ code, path }) => `${code} ${path}`))
  return [...general, ...found.filter(({ code, path }) => !reported.has(`${code} ${path}`))].slice(
    0,
    ORDER_LIMITS.problems,
  )
}
