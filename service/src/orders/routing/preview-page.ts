import { sentItemsOf } from '../../catalogue/links/sent-items.js'
import type { Queryable } from '../../db/database.js'
import { placeSql } from '../../outbox/entries/entry-sql.js'
import { paymentExportsSql } from '../../outbox/payments/payment-export.js'
import { contentSize } from '../intake/read/content-size.js'
import { numberSql } from '../numbering/number-sql.js'
import { type OfferedOrder, PACKAGE_START, type PagePosition } from './offer-page.js'
import { owedCondition } from './pending-recalculation.js'

export type PreviewedOrder = OfferedOrder & PagePosition

export interface PreviewPage {
  orders: PreviewedOrder[]
  /** Size of the orders' JSON. */
  bytes: number
  /** Bytes of the next order, if it exceeds `room`: then the page is empty. */
  tooLarge: number | undefined
}

/**
 * What the integration's next query would return, without recording anything: up to `limit` orders after the position `after`, as many
 * as fit into `bytes` of JSON, and at least the first unless it exceeds `room`.
 */
export async function previewPage(
  db: Queryable,
  integrationKey: number,
  limit: number,
  {
    after = PACKAGE_START,
    bytes = 2 ** 20,
    room = null,
  }: { after?: PagePosition | undefined; bytes?: number | undefined; room?: number | undefined | null } = {},
): Promise<PreviewPage> {
  const owed = await owedCondition(db, integrationKey, 7)
  const { rows } = await db.query<PreviewedOrder & { size: number; fits: boolean }>(
    `with owed as materialized (
       select e.order_key, e.sent_number, e.first_sent_at, e.links_at, e.line_ids, ${placeSql('e')} as place from ${owed.sql} and (${placeSql('e')}, e.order_key) > ($5::int, $2::bigint)
        order by ${placeSql('e')}, e.order_key limit $3),
     sized as materialized (
       select o.key, o.revision, o.content, o.sequence_number, o.payment_numbers, owed.sent_number, owed.first_sent_at, owed.links_at, owed.line_ids, owed.place,
              ${contentSize('o')} as size, sum(${contentSize('o')}) over (order by owed.place, o.key) - ${contentSize('o')} as bytes_before
         from owed join sale_order o on o.key = owed.order_key),
     fitting as materialized (
       select *, $6::bigint is null or bytes_before + size <= $6 as fits from sized where bytes_before < $4)
     select key, place, size, fits, revision, case when fits then content end as "order", payment_numbers as "paymentNumbers",
            ${numberSql('fitting.sent_number', '$1', 'fitting.key', 'fitting.sequence_number')} as number,
            ${paymentExportsSql('$1', 'fitting.key')} as exports, ${sentItemsOf('$1', 'fitting.content', 'fitting')} as items
       from fitting where fits or bytes_before = 0 order by place, key`,
    [integrationKey, after.key, limit, bytes, after.place, room, ...owed.values],
  )
  const [first] = rows
  if (first && !first.fits) return { orders: [], bytes: 0, tooLarge: first.size }
  return { orders: rows, bytes: rows.reduce((sum, { size }) => sum + size, 0), tooLarge: undefined }
}
