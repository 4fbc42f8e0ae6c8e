import type { Queryable } from '../../db/database.js'
import type { Scope } from '../../db/scope.js'
import { findOrder } from '../find-order.js'
import { loadExports, type OrderExport } from './load-exports.js'

/** What each integration of an order's company has of it. AppError `not-found`. */
export async function orderExports(db: Queryable, scope: Scope, id: string): Promise<OrderExport[]> {
  const { key } = await findOrder(db, scope, id)
  return (await loadExports(db, [key])).get(key) ?? []
}
