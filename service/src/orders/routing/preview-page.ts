import type { Order } from '@obmen/contract'
import { sentItemsOf } from '../../catalogue/links/sent-items.js'
import type { Queryable } from '../../db/database.js'
import { numberSql, placeSql } from '../../outbox/entries/entry-sql.js'
import { paymentExportsSql } from '../../outbox/payments/payment-export.js'
import { type OfferedOrder, PACKAGE_START, PAGE_BYTES, type PagePosition } from './offer-page.js'
import { owedCondition } from './pending-recalculation.js'

export type PreviewedOrder = OfferedOrder &
  PagePosition & {
    /** As its 1C confirmed it, if it was asked for; null: it has not, or that is no longer stored. */
    confirmed: Order | null
  }

/** What the next query would return after a position, with nothing recorded; at least one order. */
export async function previewPage(
  db: Queryable,
  integrationKey: number,
  limit: number,
  {
    after = PACKAGE_START,
    bytes = PAGE_BYTES,
    confirmed = false,
  }: { after?: PagePosition | undefined; bytes?: number; confirmed?: boolean } = {},
): Promise<PreviewedOrder[]> {
  const owed = await owedCondition(db, integrationKey, 7)
  const { rows } = await db.query<PreviewedOrder>(
    `with owed as materialized (
       select e.order_key, e.sent_number, e.first_sent_at, e.links_at, e.line_ids, ${placeSql('e')} as place,
              case when $6 and e.confirmed_at is not null
                   then coalesce(nullif(e.confirmed_revision, 0), e.sent_revision) end as confirmed_revision
         from ${owed.sql} and (${placeSql('e')}, e.order_key) > ($5::int, $2::bigint)
        order by ${placeSql('e')}, e.order_key limit $3),
     sized as materialized (
       select o.key, o.revision, o.content, o.sequence_number, o.payment_numbers, owed.sent_number,
              owed.first_sent_at, owed.links_at, owed.line_ids, owed.place, owed.confirmed_revision,
              sum(o.content_size) over (order by owed.place, o.key) - o.content_size as bytes_before
         from owed join sale_order o on o.key = owed.order_key),
     fitting as materialized (select * from sized where bytes_before < $4)
     select key, place, revision, content as "order", payment_numbers as "paymentNumbers",
            ${numberSql('fitting.sent_number', '$1', 'fitting.key', 'fitting.sequence_number')} as number,
            ${paymentExportsSql('$1', 'fitting.key')} as exports,
            ${sentItemsOf('$1', 'fitting.content', 'fitting')} as items,
            case when confirmed_revision = revision then content
                 else (select r.content from order_revision r
                        where r.order_key = fitting.key and r.revision = confirmed_revision) end as confirmed
       from fitting order by place, key`,
    [integrationKey, after.key, limit, bytes, after.place, confirmed, ...owed.values],
  )
  return rows
}

export interface FittingOrders {
  /** How many of the first owed orders fit; one always does. */
  fitting: number
  /** Whether it is owed more. */
  more: boolean
}

/** How many of the first `limit` orders that the integration is owed fit into this many bytes of JSON. */
export async function countFittingOrders(
  db: Queryable,
  integrationKey: number,
  limit: number,
  bytes: number,
): Promise<FittingOrders> {
  const owed = await owedCondition(db, integrationKey, 4)
  const { rows } = await db.query<FittingOrders>(
    `with owed as materialized (
       select e.order_key from ${owed.sql} order by e.order_key limit $2::int + 1),
     fitting as (
       select count(*) as count
         from (select sum(o.content_size) over (order by o.key) - o.content_size as bytes_before
                 from (select order_key from owed order by order_key limit $2) w
                 join sale_order o on o.key = w.order_key) sized
        where bytes_before < $3)
     select count as fitting, count < (select count(*) from owed) as more from fitting`,
    [integrationKey, limit, bytes, ...owed.values],
  )
  return rows[0]!
}
