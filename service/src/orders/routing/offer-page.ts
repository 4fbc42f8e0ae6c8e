import type { Order } from '@obmen/contract'
import { type SentItems, sentItemsOf } from '../../catalogue/links/sent-items.js'
import { lockForPage } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import {
  type PageParameters,
  recordItemsSql,
  type Selection,
  selectOwedSql,
} from '../../outbox/batches/page-sql.js'
import { numberSql } from '../../outbox/entries/entry-sql.js'
import { type PaymentExport, paymentExportsSql } from '../../outbox/payments/payment-export.js'
import { findRecalculation, offerCondition, type PendingRecalculation } from './pending-recalculation.js'
import type { Condition } from './rules.js'

/** An order with everything that its document in a 1C depends on. */
export interface OfferedOrder {
  key: number
  revision: number
  order: Order
  /** `Номер` in this 1C. */
  number: string
  /** By payment id. */
  paymentNumbers: Record<string, number>
  /** How payments of this order were sent to the integration before; null if none was. */
  exports: readonly PaymentExport[] | null
  /** The catalogue items of the 1C that its lines are linked to. */
  items: SentItems
}

export interface PageOfBatch {
  batchId: number
  integrationKey: number
  companyId: string
  /** The previous page's last order; absent for the first page. */
  after?: PagePosition | undefined
  /** Orders in this page at most. */
  limit: number
  /** Bytes of their JSON; the first order is always included. */
  bytes?: number
  /** Skips orders that earlier batches of the session sent in this very revision. */
  further?: boolean
  /** Which orders the package may contain; absent: everything owed (outbox/quarantine/). */
  selection?: Selection | undefined
}

/** The position of an order in a package. */
export interface PagePosition {
  place: number
  key: number
}
export const PACKAGE_START: PagePosition = { place: 0, key: 0 }

/** Most orders of a page: each page waits for the event loop several times, so smaller ones cost speed. */
export const PAGE_LIMIT = 1000
export const PAGE_BYTES = 2.5 * 2 ** 20

export interface OfferedPage {
  /** False when the batch was abandoned meanwhile: nothing was recorded and its answer must be cut off. */
  open: boolean
  orders: OfferedOrder[]
  /** Size of the orders' JSON. */
  bytes: number
  /** Where the next page continues; not always the page's last order, since some are skipped. */
  after: PagePosition
  last: boolean
}

/**
 * The next orders that the integration is owed, recorded as items of the batch by the statement that reads
 * them (O2). During a recalculation, orders that the new rules exclude are skipped, even if their entries
 * still say that they are owed.
 */
export async function offerPage(db: Database, page: PageOfBatch): Promise<OfferedPage> {
  return db.transaction(async tx => {
    // A separate statement, so that the next ones see the state after this one's wait for the lock.
    await lockForPage(tx, page.companyId)
    const rows = await readPage(tx, page, await findRecalculation(tx, page.integrationKey))
    const [first] = rows
    const found = rows.filter(({ key }) => key !== null)
    return {
      open: first?.open ?? false,
      bytes: found.reduce((sum, { size }) => sum + size, 0),
      orders: found,
      after: first?.reached
        ? { place: first.reachedPlace!, key: first.reached }
        : (page.after ?? PACKAGE_START),
      last: !first?.more,
    }
  })
}

interface Row extends OfferedOrder {
  size: number
  more: boolean
  open: boolean
  reached: number | null
  reachedPlace: number | null
}

async function readPage(
  tx: Queryable,
  page: PageOfBatch,
  recalculating: PendingRecalculation | undefined,
): Promise<Row[]> {
  const { integrationKey, after = PACKAGE_START, limit, bytes = PAGE_BYTES, batchId, selection } = page
  const values: unknown[] = [
    integrationKey,
    after.key,
    Math.min(limit, PAGE_LIMIT),
    batchId,
    bytes,
    after.place,
    selection?.only ?? selection?.except ?? null,
  ]
  const offerable: Condition = recalculating
    ? offerCondition(recalculating, values.length + 1)
    : { sql: 'true', values: [] }
  const { rows } = await tx.query<Row>(pageSql(page.further === true, selection, offerable.sql), [
    ...values,
    ...offerable.values,
  ])
  return rows
}

const AT: PageParameters = {
  integrationKey: '$1',
  batchId: '$4',
  afterPlace: '$6',
  afterKey: '$2',
  limit: '$3',
  selected: '$7',
}

const pageSql = (further: boolean, selection: Selection | undefined, offerable: string): string => `
  with ${selectOwedSql(AT, further, selection)},
  sized as materialized (
    select o.key, o.revision, o.content, o.sequence_number, o.payment_numbers, e.resend_count,
           e.first_sent_at, e.links_at, e.line_ids, e.sent_number, e.place, o.content_size as size,
           sum(o.content_size) over (order by e.place, o.key) - o.content_size as bytes_before
      from looked_at e join sale_order o on o.key = e.order_key
     where ${offerable}),
  page as materialized (
    select s.*, ${numberSql('s.sent_number', '$1', 's.key', 's.sequence_number')} as number
      from sized s where bytes_before < $5),
  reached as materialized (
    select r.place, r.key
      from (select place, key from page where (select count(*) from page) < (select count(*) from sized)
             union all
            select place, order_key from looked_at
             where (select count(*) from page) = (select count(*) from sized)) r
     order by r.place desc, r.key desc limit 1),
  ${recordItemsSql(AT)}
  select p.key, p.size, p.revision, p.content as "order", p.number, p.payment_numbers as "paymentNumbers",
         case when p.first_sent_at is not null then ${paymentExportsSql('$1', 'p.key')} end as exports,
         ${sentItemsOf('$1', 'p.content', 'p', '(select opened_at from batch)')} as items,
         exists (select from owed, reached
                  where (owed.place, owed.order_key) > (reached.place, reached.key)) as more,
         exists (select from batch) as open, (select key from reached) as reached,
         (select place from reached) as "reachedPlace"
    from (values (1)) one left join page p on true
   order by p.place, p.key`
