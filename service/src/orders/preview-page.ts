import type { Queryable } from '../db/database.js'
import { paymentExportsOf } from '../outbox/payment-export.js'
import type { OfferedOrder } from './offer-page.js'

/** What the integration's next query would give, with nothing marked: up to `limit` orders after the key `after`. */
export async function previewPage(
  db: Queryable,
  integrationKey: number,
  after: number,
  limit: number,
): Promise<OfferedOrder[]> {
  const { rows } = await db.query<OfferedOrder>(
    `with owed as materialized (
       select order_key from outbox_entry
        where integration_key = $1 and order_key > $2 and pending_revision > confirmed_revision
        order by order_key limit $3)
     select o.key, o.revision, o.content as "order", o.sequence_number as "sequenceNumber",
            o.payment_numbers as "paymentNumbers",
            ${paymentExportsOf('$1', 'o.key')} as exports
       from owed join sale_order o on o.key = owed.order_key order by o.key`,
    [integrationKey, after, limit],
  )
  return rows
}
