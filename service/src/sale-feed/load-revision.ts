import { sentItemsOf } from '../catalogue/links/sent-items.js'
import type { Queryable } from '../db/database.js'
import type { OfferedOrder } from '../orders/routing/offer-page.js'
import { entryJoin, numberSql } from '../outbox/entries/entry-sql.js'
import { paymentExportsSql } from '../outbox/payments/payment-export.js'

/** An order at its latest or a given revision; undefined if there is none. */
export async function loadRevision(
  db: Queryable,
  integrationKey: number,
  orderKey: number,
  revision?: number,
): Promise<OfferedOrder | undefined> {
  const { rows } = await db.query<OfferedOrder>(
    `select o.key, coalesce(r.revision, o.revision) as revision, coalesce(r.content, o.content) as "order",
            ${numberSql('e.sent_number', '$3', 'o.key', 'o.sequence_number')} as number,
            o.payment_numbers as "paymentNumbers",
            ${paymentExportsSql('$3', 'o.key')} as exports,
            ${sentItemsOf('$3', 'coalesce(r.content, o.content)', 'e')} as items
       from sale_order o
       left join order_revision r on r.order_key = o.key and r.revision = $2
       left join ${entryJoin('e', '$3', 'o.key')}
      where o.key = $1 and ($2::int is null or r.revision is not null or o.revision = $2)`,
    [orderKey, revision ?? null, integrationKey],
  )
  return rows[0]
}
