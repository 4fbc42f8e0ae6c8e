import type { Queryable } from '../../db/database.js'
import { ORDER_LIMITS } from '../intake/read/order-limits.js'
import type { OrderWarning } from './order-warning.js'
import { type NamedOrder, recordItemNames } from './record-item-names.js'

interface WarnedOrder extends NamedOrder {
  warnings: readonly OrderWarning[]
}

/** All that accepted orders give cause for, by id: what was seen as each was read, and what only the others of its company tell. */
export async function collectWarnings(
  tx: Queryable,
  orders: readonly WarnedOrder[],
): Promise<Map<string, OrderWarning[]>> {
  const reused = await recordItemNames(tx, orders)
  return new Map(
    orders.map(({ id, warnings }) => [
      id,
      [...warnings, ...(reused.get(id) ?? [])].slice(0, ORDER_LIMITS.problems),
    ]),
  )
}
