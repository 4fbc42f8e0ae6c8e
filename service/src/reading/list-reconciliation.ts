import { RECONCILIATION_STATES, type ReconciliationState } from '@obmen/contract'
import type { ReconciliationItem, ReconciliationTotals } from '@obmen/contract/rest'
import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { appliedClient } from '../findings/finding.js'
import { numberSql, sentEntries } from '../outbox/entries/entry-sql.js'
import { sentPaymentsJoin } from '../outbox/payments/payment-export.js'
import { programOf } from './programs/programs.js'
import { findReading } from './reading.js'

/** Instants of when orders were placed: from inclusive, to exclusive. */
export interface ReconciliationPeriod {
  from?: string | undefined
  to?: string | undefined
}

export interface ReconciliationFilter extends ReconciliationPeriod {
  state?: ReconciliationState | undefined
}

/** An order that this 1C was sent to the end, and what 1C has for it. */
export interface ReconciledOrder
  extends Omit<ReconciliationItem, 'placedAt' | 'since' | 'seenAt' | 'message'> {
  placedAt: Date
  since: Date
  /** Null: not read yet since it was sent. */
  seenAt: Date | null
  canceled: boolean
  /** Why it is not loaded: `start-date`, `canceled`. */
  reason: string | null
}

/** What was paid and not returned of payments `pay` that this 1C was told. */
const PAID = `
  select coalesce(sum((pay->>'amount')::numeric - coalesce(
           (select sum((back->>'amount')::numeric) from json_array_elements(pay->'refunds') b(back)), 0)), 0)
           as paid
    from json_array_elements(o.content->'payments') e(pay)
    join ${sentPaymentsJoin('x', '$1', 'o.key')} and x.payment_id = pay->>'id'
   where pay->>'status' = 'paid'`

/** What 1C's books have of a document `d`: payments, less refunds. */
const isMoney = (r: string): string =>
  `${r}.integration_key = $1 and ${r}.document = d.ref and ${r}.posted and ${r}.type in ('payment', 'refund')`
const SIGNED = `case r.type when 'payment' then r.total else -r.total end`
const moneySql = (sum: string): string => `coalesce((select ${sum}), 0)::numeric(20, 2)::text`

const isCanceledIn1c = (d: string): string => `coalesce(${d}.status, '') ilike 'отмен%'`

/** What 1C has and has not thrown away. */
const isLive = (d: string): string => `not ${d}.deleted and not ${isCanceledIn1c(d)}`
const isShown = (d: string): string => `not ${d}.gone and ${d}.number is not null`

const IN_PERIOD = `($2::timestamptz is null or o.placed_at >= $2) and ($3::timestamptz is null or o.placed_at < $3)`

/** Orders that an integration's 1C was ever sent to the end, newest first, and how each compares. */
export async function listReconciliation(
  db: Queryable,
  integrationKey: number,
  { from, to, state, limit, cursor }: ReconciliationFilter & PageRequest,
): Promise<Page<ReconciledOrder>> {
  const before = readCursor(cursor, ['number'])
  // By the state the index finds few; an order without a row is not looked for yet.
  const ofState = state === 'unknown' ? `coalesce(r.state, 'unknown') = $6` : `r.state = $6`
  const { rows } = await db.query<ReconciledOrder & { key: number }>(
    `select o.key, o.id as "orderId", o.platform_number as number,
            ${numberSql('e.sent_number', '$1', 'o.key', 'o.sequence_number')} as "numberIn1c",
            o.placed_at as "placedAt", o.customer_name as "customerName", o.status, o.canceled,
            o.total::text as total, p.paid::numeric(20, 2)::text as paid, o.currency,
            coalesce(e.state, 'unknown') as state, coalesce(e.differences, '[]') as differences, e.reason,
            coalesce(e.since, e.first_sent_at) as since, e.seen_at as "seenAt",
            coalesce(d.documents, '[]') as documents
       from (select e.order_key, e.sent_number, e.first_sent_at, r.state, r.differences, r.reason, r.since,
                    r.seen_at
               from ${sentEntries('$1')} e
               join sale_order o on o.key = e.order_key
               left join reconciliation r on r.integration_key = $1 and r.order_key = e.order_key
              where ${IN_PERIOD} and ($4::bigint is null or e.order_key < $4)
                and ($6::text is null or ${ofState})
              order by e.order_key desc limit $5) e
       join sale_order o on o.key = e.order_key
      cross join lateral (${PAID}) p
       left join lateral (
         select json_agg(json_build_object(
                  'number', d.number, 'date', to_char(d.date, 'YYYY-MM-DD"T"HH24:MI:SS'),
                  'total', d.total::text, 'paid', case when $7 then coalesce(m.paid, 0.00)::text end, 'status', d.status,
                  'posted', d.posted, 'deleted', d.deleted) order by d.marked desc, d.date, d.ref) as documents
           from read_document d cross join lateral (
                  select sum(${SIGNED}) as paid from read_related r where ${isMoney('r')}) m
          where d.integration_key = $1 and d.order_key = o.key and ${isShown('d')}) d on true
      order by e.order_key desc`,
    [
      integrationKey,
      from ?? null,
      to ?? null,
      before?.[0] ?? null,
      limit + 1,
      state ?? null,
      await readsMoney(db, integrationKey),
    ],
  )
  const page = toPage(rows, limit, row => [row.key])
  return { ...page, items: page.items.map(({ key: _, ...item }) => item) }
}

/** Whether the last reading could read what is paid: without that, nobody knows that nothing is. */
async function readsMoney(db: Queryable, integrationKey: number): Promise<boolean> {
  const { rows } = await db.query<{ client: ClientChoice; unpublished: string[] | null }>(
    `select ${appliedClient('i')} as client, r.last_reading->'unpublished' as unpublished
       from reading r join integration i on i.key = r.integration_key where i.key = $1`,
    [integrationKey],
  )
  const { client = 'auto', unpublished = null } = rows[0] ?? {}
  const program = programOf(client)
  return !program || ![program.movements, program.payments].every(({ set }) => unpublished?.includes(set))
}

/** Of so many orders, the newest, sums are added up: their payments are read from the orders themselves. */
const MOST_ADDED = 100_000

/** How many of those orders are in each state, and what both sides have; of all orders as the last reading found it. */
export async function reconciliationTotals(
  db: Queryable,
  integrationKey: number,
  period: ReconciliationPeriod,
): Promise<ReconciliationTotals> {
  const isOfAll = period.from === undefined && period.to === undefined
  const reading = isOfAll ? await findReading(db, integrationKey) : undefined
  return reading?.lastReading?.totals ?? addTotals(db, integrationKey, period)
}

/** The same as it is now, which takes seconds with very many orders; without what is canceled. */
export async function addTotals(
  db: Queryable,
  integrationKey: number,
  { from, to }: ReconciliationPeriod,
): Promise<ReconciliationTotals> {
  const { rows } = await db.query<ReconciliationTotals & { states: Record<string, number> }>(
    `with asked as materialized (
       select o.key, coalesce(r.state, 'unknown') as state, case when o.canceled then 0 else o.total end as total,
              o.currency
         from ${sentEntries('$1')} e
         join sale_order o on o.key = e.order_key
         left join reconciliation r on r.integration_key = $1 and r.order_key = e.order_key
        where ${IN_PERIOD}),
     added as materialized (select key, total, currency from asked order by key desc limit ${MOST_ADDED}),
     document as materialized (
       select d.ref, case when ${isLive('d')} then d.total end as total
         from added a join read_document d on d.integration_key = $1 and d.order_key = a.key
        where ${isShown('d')}),
     state as (select state, count(*) as orders from asked group by state)
     select coalesce((select sum(orders) from state), 0)::int as orders,
            (select count(*) from asked) <= ${MOST_ADDED} as exact,
            (select case when count(distinct currency) < 2 then coalesce(min(currency), 'RUB') end from added)
              as currency,
            coalesce((select json_object_agg(state, orders) from state), '{}') as states,
            json_build_object(
              'total', ${moneySql('sum(total) from added')},
              'paid', ${moneySql(`sum(p.paid) from added a join sale_order o on o.key = a.key, lateral (${PAID}) p`)}
            ) as platform,
            json_build_object(
              'total', ${moneySql('sum(total) from document')},
              'paid', ${moneySql(`sum(${SIGNED}) from document d join read_related r on ${isMoney('r')}`)}
            ) as in1c`,
    [integrationKey, from ?? null, to ?? null],
  )
  const { states, ...totals } = rows[0]!
  return { ...totals, states: { ...NONE, ...states } }
}

const NONE = Object.fromEntries(RECONCILIATION_STATES.map(state => [state, 0])) as Record<
  ReconciliationState,
  number
>
