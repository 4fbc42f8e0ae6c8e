import { sentItemsOf } from '../catalogue/links/sent-items.js'
import type { Queryable } from '../db/database.js'
import type { OfferedOrder } from '../orders/routing/offer-page.js'
import { entryJoin, numberSql } from '../outbox/entries/entry-sql.js'
import { paymentExportsSql } from '../outbox/payments/payment-export.js'

/**
 * An order, at its latest or a given revision, for an integration; undefined if there is no such order or
 * revision.
 */
export async function loadRevision(
  db: Queryable,
  integrationKey: number,
  orderKey: number,
  revision?: number,
): Promise<OfferedOrder | undefined> {
  const [found] = await loadRevisions(db, integrationKey, [{ orderKey, revision }])
  return found
}

/** The same for several orders in one statement; they must be small enough to be in memory together. */
export async function loadRevisions(
  db: Queryable,
  integrationKey: number,
  requested: readonly { orderKey: number; revision?: number | undefined }[],
): Promise<(OfferedOrder | undefined)[]> {
  if (requested.length === 0) return []
  const { rows } = await db.query<OfferedOrder & { at: number }>(
    `select w.at::int as at, o.key, coalesce(r.revision, o.revision) as revision,
            coalesce(r.content, o.content) as "order",
            ${numberSql('e.sent_number', '$3', 'o.key', 'o.sequence_number')} as number,
            o.payment_numbers as "paymentNumbers",
            ${paymentExportsSql('$3', 'o.key')} as exports,
            ${sentItemsOf('$3', 'coalesce(r.content, o.content)', 'e')} as items
       from unnest($1::bigint[], $2::int[]) with ordinality as w(order_key, revision, at)
       join sale_order o on o.key = w.order_key
       left join order_revision r on r.order_key = o.key and r.revision = w.revision
       left join ${entryJoin('e', '$3', 'o.key')}
      where w.revision is null or r.revision is not null or o.revision = w.revision`,
    [
      requested.map(({ orderKey }) => orderKey),
      requested.map(({ revision }) => revision ?? null),
      integrationKey,
    ],
  )
  const found = new Map(rows.map(({ at, ...order }) => [at, order]))
  return requested.map((_, index) => found.get(index + 1))
}
