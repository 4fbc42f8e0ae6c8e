import { lockCompanies } from '../db/company-locks.js'
import type { Database } from '../db/database.js'
import { type PaymentExport, paymentExportsOf } from '../outbox/payment-export.js'
import { contentSize } from './content-size.js'
import type { Order } from './order.js'

/** An order as it goes to a 1C. */
export interface OfferedOrder {
  key: number
  revision: number
  order: Order
  sequenceNumber: number
  /** By payment id. */
  paymentNumbers: Record<string, number>
  /** How the integration was told of payments of this order before; null when of none. */
  exports: readonly PaymentExport[] | null
}

export interface PageOfBatch {
  batchId: number
  integrationKey: number
  companyId: string
  /** Key of the last order of the page before; 0 begins. */
  after: number
  /** Orders in this page at most. */
  limit: number
  /** Their JSON takes so many bytes at most, but the first always comes. */
  bytes?: number
  /**
   * For a client that collects several batches before its success: what earlier batches of the session gave it in this very
   * revision is left out.
   */
  further?: boolean
}

/** Orders that one page may hold: each is one short statement, whatever the speed of the client. */
export const PAGE_LIMIT = 250
const PAGE_BYTES = 2 ** 20

/**
 * The next orders that the integration is owed, noted as items of the batch in the statement that reads them (O2). `open` is false
 * when the batch was abandoned meanwhile; then nothing was noted and its answer must be cut.
 */
export async function offerPage(
  db: Database,
  page: PageOfBatch,
): Promise<{ open: boolean; orders: OfferedOrder[]; last: boolean }> {
  return db.transaction(async tx => {
    // By a statement of its own: the next one must not see the orders as they were before this waited.
    await lockCompanies(tx, 'offers', 'shared', [page.companyId])
    const { rows } = await tx.query<OfferedOrder & { more: boolean; open: boolean }>(
      page.further ? FURTHER_PAGE : PLAIN_PAGE,
      [
        page.integrationKey,
        page.after,
        Math.min(page.limit, PAGE_LIMIT),
        page.batchId,
        page.bytes ?? PAGE_BYTES,
      ],
    )
    const [first] = rows
    const orders = rows.filter(({ key }) => key !== null)
    return {
      open: first?.open ?? false,
      orders: orders.map(({ key, revision, order, sequenceNumber, paymentNumbers, exports }) => ({
        key,
        revision,
        order,
        sequenceNumber,
        paymentNumbers,
        exports,
      })),
      last: !first?.more,
    }
  })
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

const offerPageSql = (before: string, condition: string): string => `
  with ${before} batch as materialized (
    select id from outbox_batch where id = $4 and state = 'open' for update),
  owed as materialized (
    select e.order_key, e.resend_count, e.first_sent_at from outbox_entry e
     where e.integration_key = $1 and e.order_key > $2 and e.pending_revision > e.confirmed_revision ${condition}
       and exists (select from batch)
     order by e.order_key limit $3::int + 1),
  sized as materialized (
    select o.key, o.revision, o.content, o.sequence_number, o.payment_numbers, w.resend_count, w.first_sent_at,
           sum(${contentSize('o')}) over (order by o.key) - ${contentSize('o')} as bytes_before
      from (select * from owed order by order_key limit $3) w join sale_order o on o.key = w.order_key),
  page as materialized (select * from sized where bytes_before < $5),
  given as (
    insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
    select $4, key, revision, resend_count from page order by key),
  counted as (
    update outbox_batch set order_count = order_count + (select count(*) from page) where id = (select id from batch))
  select p.key, p.revision, p.content as "order", p.sequence_number as "sequenceNumber", p.payment_numbers as "paymentNumbers",
         case when p.first_sent_at is not null then ${paymentExportsOf('$1', 'p.key')} end as exports,
         (select count(*) from owed) > (select count(*) from page) as more, exists (select from batch) as open
    from (values (1)) one left join page p on true
   order by p.key`

const PLAIN_PAGE = offerPageSql('', '')
const FURTHER_PAGE = offerPageSql(GIVEN_BEFORE, NOT_GIVEN_BEFORE)
