import type { ReadRelated } from '../../accounting/apply/order-reading.js'
import type { Queryable } from '../../db/database.js'
import { moneyText, scaled } from '../../orders/decimal.js'
import { entryByKey } from '../../outbox/entries/entry-sql.js'
import { type PaymentExport, paymentExportsSql } from '../../outbox/payments/payment-export.js'
import type { CompleteReading } from './complete-reading.js'
import type { FoundDocument, HeldRevision } from './decide.js'
import type { Standing } from './settle.js'

/** The orders of one step. */
const STEP_ORDERS = 500

/** Where a step begins: after this order, by when it was placed. */
export interface Position {
  placedAt: string
  key: number
}

export interface StepOrder {
  key: number
  placedAt: string
  placedOn: string
  total: string
  customerName: string
  /** Null: this 1C was never sent it to the end; then nothing else counts. */
  firstSentAt: Date | null
  /** When it was sent or confirmed last. */
  latestAt: Date
  confirmedAt: Date | null
  held: HeldRevision[]
  exports: PaymentExport[] | null
  standing: (Standing & { seenAt: number }) | null
}

/** The next orders placed in the time that a reading covers. */
export async function nextOrders(
  tx: Queryable,
  { integrationKey, from, to }: CompleteReading,
  after: Position | undefined,
): Promise<{ orders: StepOrder[]; next: Position | undefined }> {
  const { rows } = await tx.query<StepOrder>(ORDERS, [
    integrationKey,
    after?.placedAt ?? from,
    after?.key ?? 0,
    to,
    STEP_ORDERS,
  ])
  const last = rows.at(-1)
  return {
    orders: rows.filter(({ firstSentAt }) => firstSentAt !== null),
    next: last && rows.length === STEP_ORDERS ? { placedAt: last.placedAt, key: last.key } : undefined,
  }
}

// The revision that 1C confirmed, and a later one that it was sent since; as far as they are stored.
const HELD = `(
  select json_agg(json_build_object(
           'revision', h.revision, 'status', h.content->'status',
           'canceled', coalesce((h.content->>'canceled')::boolean, false),
           'total', h.content->'total', 'payments', h.content->'payments') order by h.revision)
    from (select n.revision, coalesce(r.content, case when o.revision = n.revision then o.content end) as content
            from (select e.confirmed_revision as revision union select e.sent_revision) n
            left join order_revision r on r.order_key = o.key and r.revision = n.revision
           where n.revision >= greatest(e.confirmed_revision, 1)) h
   where h.content is not null)`

const ORDERS = `
  select o.key, o.placed_at::text as "placedAt",
         to_char(o.placed_at at time zone l.timezone, 'YYYY-MM-DD') as "placedOn",
         o.total::text as total, o.customer_name as "customerName", e.first_sent_at as "firstSentAt",
         greatest(e.first_sent_at, e.last_sent_at, e.confirmed_at) as "latestAt", e.confirmed_at as "confirmedAt",
         case when e.first_sent_at is not null then coalesce(${HELD}, '[]') end as held,
         case when e.first_sent_at is not null then ${paymentExportsSql('$1', 'o.key')} end as exports,
         (select json_build_object(
                   'state', c.state, 'differences', c.differences, 'reason', c.reason,
                   'seenAt', extract(epoch from c.seen_at) * 1000,
                   'next', case when c.next_state is not null then
                     json_build_object('state', c.next_state, 'differences', c.next_differences) end)
            from reconciliation c where c.integration_key = $1 and c.order_key = o.key) as standing
    from integration i
    join location l on l.id = i.location_id
   cross join lateral (
     select * from sale_order
      where location_id = i.location_id and (placed_at, key) > ($2::timestamptz, $3) and placed_at <= $4
      order by placed_at, key limit $5) o
    left join lateral ${entryByKey('$1', 'o.key')} e on true
   where i.key = $1
   order by o.placed_at, o.key`

interface DocumentRow extends Omit<FoundDocument, 'paid'> {
  orderKey: number
  kind: string
  gone: boolean
  /** This reading saw it. */
  seen: boolean
}

export type StepDocument = FoundDocument & Pick<DocumentRow, 'kind'> & { related: ReadRelated[] }

export interface StepDocuments {
  /** What this reading saw. */
  found: StepDocument[]
  gone: boolean
  /** One that was known this reading neither saw nor found to be gone. */
  unseen: boolean
}

/** What 1C has for these orders, by their keys. */
export async function documentsOf(
  tx: Queryable,
  { integrationKey, reading, unread }: CompleteReading,
  orderKeys: readonly number[],
): Promise<Map<number, StepDocuments>> {
  const { rows } = await tx.query<DocumentRow>(
    `select d.order_key as "orderKey", d.ref, d.kind, d.number,
            to_char(d.date, 'YYYY-MM-DD"T"HH24:MI:SS') as date, d.organization,
            d.customer_agrees as "customerAgrees", d.posted, d.deleted, d.total::text as total, d.status,
            d.gone, d.reading = $2 and d.number is not null as seen,
            exists (select from read_document x
                     where x.integration_key = d.integration_key and x.ref = d.ref
                       and x.order_key <> d.order_key and not x.gone) as shared
       from read_document d
       left join accounting_document a
         on a.integration_key = d.integration_key and a.order_key = d.order_key
        and a.document_id = d.ref::text
      where d.integration_key = $1 and d.order_key = any($3)
      order by a.document_id, d.marked desc, d.date, d.ref`,
    [integrationKey, reading, orderKeys],
  )
  const refs = rows.flatMap(({ ref, seen }) => (seen ? [ref] : []))
  const related = await tx.query<ReadRelated & { document: string }>(
    `select document, ref, type, kind, number, to_char(date, 'YYYY-MM-DD') as date, total::text as total,
            posted, payment_number as "paymentNumber"
       from read_related
      where integration_key = $1 and document = any($2::uuid[])
      order by date, number, ref`,
    [integrationKey, refs],
  )
  const byDocument = new Map<string, ReadRelated[]>(refs.map(ref => [ref, []]))
  for (const { document, ...one } of related.rows) byDocument.get(document)!.push(one)
  const documents = new Map<number, StepDocuments>()
  for (const { orderKey, gone, seen, ...document } of rows) {
    const of = documents.get(orderKey) ?? { found: [], gone: false, unseen: false }
    documents.set(orderKey, of)
    const own = byDocument.get(document.ref) ?? []
    if (gone) of.gone = true
    else if (!seen) of.unseen = true
    else of.found.push({ ...document, related: own, paid: unread.includes('payment') ? null : netOf(own) })
  }
  return documents
}

const sumOf = (related: readonly ReadRelated[], type: ReadRelated['type']): bigint =>
  related.reduce(
    (sum, one) => (one.type === type && one.posted ? sum + scaled(one.total ?? '0.00', 2) : sum),
    0n,
  )

const netOf = (related: readonly ReadRelated[]): bigint =>
  sumOf(related, 'payment') - sumOf(related, 'refund')

/** What 1C's books have of a document. */
export const moneyOf = (related: readonly ReadRelated[]) => ({
  paid: moneyText(sumOf(related, 'payment')),
  refunded: moneyText(sumOf(related, 'refund')),
})
