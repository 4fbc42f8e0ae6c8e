import type { Queryable } from '../db/database.js'
import type { Order } from '../orders/order.js'
import type { NumberedOrder } from './feed.js'

/** The revision of an order that is to be written. */
export interface WantedRevision {
  orderKey: number
  revision: number
}

/**
 * The orders as they were at these very revisions, in the order asked for (O2): an order that changed since is read from what its
 * change replaced.
 */
export async function loadRevisions(
  db: Queryable,
  wanted: readonly WantedRevision[],
): Promise<NumberedOrder[]> {
  if (wanted.length === 0) return []
  const { rows } = await db.query<{
    order: Order
    sequenceNumber: number
    paymentNumbers: Record<string, number>
  }>(
    `select coalesce(r.content, o.content) as "order", o.sequence_number as "sequenceNumber",
            o.payment_numbers as "paymentNumbers"
       from unnest($1::bigint[], $2::int[]) with ordinality as w(order_key, revision, place)
       join sale_order o on o.key = w.order_key
       left join order_revision r
         on o.revision <> w.revision and r.order_key = w.order_key and r.revision = w.revision
      order by w.place`,
    [wanted.map(({ orderKey }) => orderKey), wanted.map(({ revision }) => revision)],
  )
  return rows
}
