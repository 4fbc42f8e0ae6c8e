import type { Order } from '@obmen/contract'
import { lockForPage } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { owedSql, placeSql } from '../../outbox/entries/owed.js'
import { type PaymentExport, paymentExportsOf } from '../../outbox/payments/payment-export.js'
import type { Selection } from '../../outbox/quarantine/plan-batch.js'
import { contentSize } from '../intake/read/content-size.js'
import { numberSql } from '../numbering/number-of.js'
import { findRecalculation, offerCondition, type PendingRecalculation } from './pending-recalculation.js'
import type { Condition } from './rules.js'

/** An order as it goes to a 1C. */
export interface OfferedOrder {
  key: number
  revision: number
  order: Order
  /** `Номер` in this 1C. */
  number: string
  /** By payment id. */
  paymentNumbers: Record<string, number>
  /** How payments of this order were sent to the integration before; null if none were. */
  exports: readonly PaymentExport[] | null
}

export interface PageOfBatch {
  batchId: number
  integrationKey: number
  companyId: string
  /** The previous page's last order; absent for the first page. */
  after?: PagePosition | undefined
  /** Orders in this page at most. */
  limit: number
  /** Limit of their JSON in bytes; the first order is always included. */
  bytes?: number
  /**
   * For a client that collects several batches before its success: orders that earlier batches of the session sent in this very
   * revision are skipped.
   */
  further?: boolean
  /** Which orders the package may hold, where that is not whatever is owed (outbox/quarantine/). */
  selection?: Selection | undefined
}

/** Where an order stands in a package. */
export interface PagePosition {
  place: number
  key: number
}
export const PACKAGE_BEGINS: PagePosition = { place: 0, key: 0 }

/** Most orders of a page, so that each page is one short statement, whatever the speed of the client. */
export const PAGE_LIMIT = 250
const PAGE_BYTES = 2 ** 20

export interface OfferedPage {
  /** False when the batch was abandoned meanwhile: nothing was recorded and its answer must be cut off. */
  open: boolean
  orders: OfferedOrder[]
  /** Where the next page continues; a page may contain fewer orders than it looked at. */
  after: PagePosition
  last: boolean
}

/**
 * The next orders that the integration is owed, recorded as items of the batch by the statement that reads them (O2). While it is
 * recalculated, orders that its new rules exclude are skipped, even if the entry still says that they are owed.
 */
export async function offerPage(db: Database, page: PageOfBatch): Promise<OfferedPage> {
  return db.transaction(async tx => {
    // A separate statement, so that the next ones see the state after this one's wait for the lock.
    await lockForPage(tx, page.companyId)
    const rows = await readPage(tx, page, await findRecalculation(tx, page.integrationKey))
    const [first] = rows
    const orders = rows.filter(({ key }) => key !== null)
    return {
      open: first?.open ?? false,
      orders: orders.map(({ key, revision, order, number, paymentNumbers, exports }) => ({
        key,
        revision,
        order,
        number,
        paymentNumbers,
        exports,
      })),
      after: first?.reached
        ? { place: first.reachedPlace!, key: first.reached }
        : (page.after ?? PACKAGE_BEGINS),
      last: !first?.more,
    }
  })
}

interface Row extends OfferedOrder {
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
  const { integrationKey, after = PACKAGE_BEGINS, limit, batchId, bytes = PAGE_BYTES } = page
  const values: unknown[] = [
    ...[integrationKey, after.key, Math.min(limit, PAGE_LIMIT), batchId, bytes, after.place],
    page.selection?.only ?? page.selection?.except ?? null,
  ]
  const mayGo: Condition = recalculating
    ? offerCondition(recalculating, values.length + 1)
    : { sql: 'true', values: [] }
  const { rows } = await tx.query<Row>(
    pageSql(page.further === true, selectedSql(page.selection), mayGo.sql),
    [...values, ...mayGo.values],
  )
  return rows
}

// Without statistics plain joins of these tables were planned ten times slower, hence "materialized".
const GIVEN_BEFORE = `
  given_before as materialized (
    select i.order_key, i.revision, i.resend_count
      from outbox_batch b join outbox_batch_item i on i.batch_id = b.id
     where b.session_id = (select session_id from outbox_batch where id = $4) and b.integration_key = $1 and b.state = 'sent'),`
const NOT_GIVEN_BEFORE = `
  and not exists (select from given_before g
                   where g.order_key = e.order_key and g.revision = e.pending_revision and g.resend_count = e.resend_count)`

/** What is tried again is held, and goes all the same (O9). */
function selectedSql(selection: Selection | undefined): string {
  if (selection?.only)
    return `e.pending_revision > e.confirmed_revision and (e.held_since is null or e.held_kind = 'quarantine')
            and e.order_key = any($7::bigint[])`
  return `${owedSql('e')} ${selection?.except ? 'and e.order_key <> all($7::bigint[])' : 'and $7::bigint[] is null'}`
}

/** A page may not hold what the package has already: an order that another answer was the first to give has another place since. */
const pageSql = (further: boolean, selected: string, mayGo: string): string => `
  with ${further ? GIVEN_BEFORE : ''} batch as materialized (
    select id from outbox_batch where id = $4 and state = 'open' for update),
  owed as materialized (
    select e.order_key, e.resend_count, e.first_sent_at, e.sent_number, ${placeSql('e')} as place from outbox_entry e
     where e.integration_key = $1 and (${placeSql('e')}, e.order_key) > ($6::int, $2::bigint) and ${selected}
       ${further ? NOT_GIVEN_BEFORE : ''} and exists (select from batch)
       and not exists (select from outbox_batch_item has where has.batch_id = $4 and has.order_key = e.order_key)
     order by ${placeSql('e')}, e.order_key limit $3::int + 1),
  looked_at as materialized (select * from owed order by place, order_key limit $3),
  sized as materialized (
    select o.key, o.revision, o.content, o.sequence_number, o.payment_numbers, e.resend_count, e.first_sent_at, e.sent_number, e.place,
           sum(${contentSize('o')}) over (order by e.place, o.key) - ${contentSize('o')} as bytes_before
      from looked_at e join sale_order o on o.key = e.order_key
     where ${mayGo}),
  page as materialized (
    select s.*, ${numberSql('s.sent_number', '$1', 's.key', 's.sequence_number')} as number from sized s where bytes_before < $5),
  reached as materialized (
    select r.place, r.key
      from (select place, key from page where (select count(*) from page) < (select count(*) from sized)
             union all
            select place, order_key from looked_at where (select count(*) from page) = (select count(*) from sized)) r
     order by r.place desc, r.key desc limit 1),
  given as (
    insert into outbox_batch_item (batch_id, order_key, revision, resend_count, number, place)
    select $4, key, revision, resend_count, number, place from page order by key),
  counted as (
    update outbox_batch set order_count = order_count + (select count(*) from page) where id = (select id from batch))
  select p.key, p.revision, p.content as "order", p.number, p.payment_numbers as "paymentNumbers",
         case when p.first_sent_at is not null then ${paymentExportsOf('$1', 'p.key')} end as exports,
         exists (select from owed, reached where (owed.place, owed.order_key) > (reached.place, reached.key)) as more, exists (select from batch) as open,
         (select key from reached) as reached, (select place from reached) as "reachedPlace"
    from (values (1)) one left join page p on true
   order by p.place, p.key`
