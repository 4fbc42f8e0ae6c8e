import type { Queryable } from '../db/database.js'
import { findOrder } from './find-order.js'
import { type Delivery, loadDeliveries } from './load-deliveries.js'

/** Where an order stands with each integration of its company. AppError `not-found`. */
export async function deliveries(db: Queryable, locationId: string, id: string): Promise<Delivery[]> {
  const { key } = await findOrder(db, locationId, id)
  return (await loadDeliveries(db, [key])).get(key) ?? []
}
