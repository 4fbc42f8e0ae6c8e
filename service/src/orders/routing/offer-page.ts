import type { Order } from '@obmen/contract'
import { lockForPage } from '../../db/company-locks.js'
import type { Database, Queryable } from '../../db/database.js'
import { type PaymentExport, paymentExportsOf } from '../../outbox/payments/payment-export.js'
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
  /** Key of the previous page's last order; 0 for the first page. */
  after: number
  /** Orders in this page at most. */
  limit: number
  /** Limit of their JSON in bytes; the first order is always included. */
  bytes?: number
  /**
   * For a client that collects several batches before its success: orders that earlier batches of the session sent in this very
   * revision are skipped.
   */
  further?: boolean
}

/** Most orders of a page, so that each page is one short statement, whatever the speed of the client. */
export const PAGE_LIMIT = 250
const PAGE_BYTES = 2 ** 20

export interface OfferedPage {
  /** False when the batch was abandoned meanwhile: nothing was recorded and its answer must be cut off. */
  open: boolean
  orders: OfferedOrder[]
  /** Where the next page continues; a page may contain fewer orders than it looked at. */
  after: number
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
      after: first?.reached ?? page.after,
      last: !first?.more,
    }
  })
}

interface Row extends OfferedOrder {
  more: boolean
  open: boolean
  reached: number | null
}

async function readPage(
  tx: Queryable,
  page: PageOfBatch,
  recalculating: PendingRecalculation | undefined,
): Promise<Row[]> {
  const { integrationKey, after, limit, batchId, bytes = PAGE_BYTES } = page
  const values = [integrationKey, after, Math.min(limit, PAGE_LIMIT), batchId, bytes]
  const mayGo: Condition = recalculating
    ? offerCondition(recalculating, values.length + 1)
    : { sql: 'true', values: [] }
  const { rows } = await tx.query<Row>(pageSql(page.further === true, mayGo.sql), [
    ...values,
    ...mayGo.values,
  ])
  return rows
}

// Without statistics plain joins of these tables were planned ten times slower, hence "materialized".
const GIVEN_BEFORE = `
  given_before as materialized (
    select i.order_key, i.revision, i.resend_count
      from outbox_batch b join outbox_batch_item i on i.batch_id = b.id
     where b.session_id = (select session_id from outbox_batch where id = $4) and b.integration_key = $1 and b.state = 'sent'
       and i.order_key > $2),`
const NOT_GIVEN_BEFORE = `
  and not exists (select from given_before g
                   where g.order_key = e.order_key and g.revision = e.pending_revision and g.resend_count = e.resend_count)`

const pageSql = (further: boolean, mayGo: string): string => `
  with ${further ? GIVEN_BEFORE : ''} batch as materialized (
    select id from outbox_batch where id = $4 and state = 'open' for update),
  owed as materialized (
    select e.order_key, e.resend_count, e.first_sent_at, e.sent_number from outbox_entry e
     where e.integration_key = $1 and e.order_key > $2 and e.pending_revision > e.confirmed_revision ${further ? NOT_GIVEN_BEFORE : ''}
       and exists (select from batch)
     order by e.order_key limit $3::int + 1),
  looked_at as materialized (select * from owed order by order_key limit $3),
  sized as materialized (
    select o.key, o.revision, o.content, o.sequence_number, o.payment_numbers, e.resend_count, e.first_sent_at, e.sent_number,
           sum(${contentSize('o')}) over (order by o.key) - ${contentSize('o')} as bytes_before
      from looked_at e join sale_order o on o.key = e.order_key
     where ${mayGo}),
  page as materialized (
    select s.*, ${numberSql('s.sent_number', '$1', 's.key', 's.sequence_number')} as number from sized s where bytes_before < $5),
  reached as materialized (
    select case when (select count(*) from page) < (select count(*) from sized) then (select max(key) from page)
                else (select max(order_key) from looked_at) end as key),
  given as (
    insert into outbox_batch_item (batch_id, order_key, revision, resend_count, number)
    select $4, key, revision, resend_count, number from page order by key),
  counted as (
    update outbox_batch set order_count = order_count + (select count(*) from page) where id = (select id from batch))
  select p.key, p.revision, p.content as "order", p.number, p.payment_numbers as "paymentNumbers",
         case when p.first_sent_at is not null then ${paymentExportsOf('$1', 'p.key')} end as exports,
         exists (select from owed, reached where owed.order_key > reached.key) as more, exists (select from batch) as open,
         (select key from reached) as reached
    from (values (1)) one left join page p on true
   order by p.key`
