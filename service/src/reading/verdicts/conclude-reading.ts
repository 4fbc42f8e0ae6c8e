import { lockAccounting } from '../../accounting/apply/apply-documents.js'
import { applyReadings } from '../../accounting/apply/apply-readings.js'
import type { OrderReading, ReadRelated } from '../../accounting/apply/order-reading.js'
import type { Database, Queryable } from '../../db/database.js'
import { storableJson } from '../../db/values.js'
import type { NewEvent } from '../../events/event.js'
import { recordEvents } from '../../events/record-events.js'
import { markStale } from '../../findings/recalculate.js'
import { scaled } from '../../orders/decimal.js'
import type { CompleteReading } from './complete-reading.js'
import { decide, isCanceledStatus, type Verdict } from './decide.js'
import {
  documentsOf,
  moneyOf,
  nextOrders,
  type Position,
  type StepDocument,
  type StepDocuments,
  type StepOrder,
} from './load-step.js'
import { BAD_STATES, type Standing, settle } from './settle.js'

/**
 * Draws conclusions from a complete reading, some hundred orders a transaction: how each order stands
 * (`reconciliation`), and what 1C says of it (`accounting_document`), with the events. Doing it twice
 * changes nothing.
 */
export async function concludeReading(
  db: Database,
  reading: CompleteReading,
  signal?: AbortSignal,
): Promise<void> {
  let after: Position | undefined
  do {
    signal?.throwIfAborted()
    const position = after
    after = await db.transaction(tx => concludeStep(tx, reading, position))
  } while (after)
}

async function concludeStep(
  tx: Queryable,
  reading: CompleteReading,
  after: Position | undefined,
): Promise<Position | undefined> {
  const { integrationKey } = reading
  await lockAccounting(tx, integrationKey)
  const { orders, next } = await nextOrders(tx, reading, after)
  const documents = await documentsOf(
    tx,
    reading,
    orders.map(({ key }) => key),
  )
  const readings: OrderReading[] = []
  const judged: Judged[] = []
  for (const order of orders) {
    // An aborted reading that goes on has concluded it already.
    if (order.standing && order.standing.seenAt >= reading.startedAt.getTime()) continue
    const of = documents.get(order.key) ?? { found: [], gone: false, unseen: false }
    const verdict = judge(order, of, reading)
    const document = of.found.find(({ ref }) => ref === verdict?.document?.ref)
    if (document) readings.push(toReading(order, document, reading))
    // What 1C was sent meanwhile, it may have loaded after its document was read.
    if (verdict?.state === 'agrees' || (verdict && order.latestAt < reading.startedAt))
      judged.push({ order, verdict, documents: of.found })
  }
  await writeStandings(tx, reading, judged)
  await applyReadings(tx, reading, readings)
  return next
}

interface Judged {
  order: StepOrder
  verdict: Verdict
  documents: readonly StepDocument[]
}

function judge(order: StepOrder, of: StepDocuments, reading: CompleteReading): Verdict | undefined {
  // Neither shown nor gone: it may be the one.
  if (of.unseen && of.found.length === 0) return undefined
  const { startedAt, partial, startDate, organization, unread } = reading
  const { confirmedAt, held, exports, placedOn, customerName } = order
  return decide(
    {
      held,
      placedOn,
      customerName,
      documents: of.found,
      gone: of.gone,
      confirmed: confirmedAt !== null && confirmedAt < startedAt,
      told: new Set(exports?.map(({ paymentId }) => paymentId)),
    },
    { partial, startDate, organization, refundsRead: !unread.includes('refund') },
  )
}

function toReading(
  { key, total, latestAt }: StepOrder,
  document: StepDocument,
  { unread }: CompleteReading,
): OrderReading {
  const { related, status } = document
  const ofType = (type: ReadRelated['type']): ReadRelated[] =>
    related.filter(one => one.type === type && one.posted)
  const money = unread.includes('payment') ? null : moneyOf(related)
  const payments = ofType('payment')
  const [lastPayment, shipment] = [payments.at(-1), ofType('shipment').at(-1)]
  const isPaid = money && lastPayment && scaled(money.paid, 2) >= scaled(document.total ?? total, 2)
  return {
    orderKey: key,
    orderTotal: total,
    latestAt,
    money,
    related,
    fields: {
      documentId: document.ref,
      documentNumber: document.number,
      documentDate: document.date,
      posted: document.posted,
      deleted: document.deleted,
      total: document.total,
      ...(status !== null && { status, canceled: isCanceledStatus(status) }),
      ...(money && {
        paid: isPaid ? { number: lastPayment.number, date: lastPayment.date } : null,
        payments: payments.map(({ ref, number, date, total }) => {
          return { id: ref, number, date, amount: total, method: null }
        }),
      }),
      ...(!unread.includes('shipment') && {
        shipped: shipment ? { number: shipment.number, date: shipment.date } : null,
        shipments: ofType('shipment').map(({ ref, number, date }) => ({ id: ref, number, date, lines: [] })),
      }),
    },
  }
}

/** Stores how the orders stand now, and tells what turned to or from a bad state. */
async function writeStandings(
  tx: Queryable,
  { integrationKey, reading, startedAt }: CompleteReading,
  judged: readonly Judged[],
): Promise<void> {
  const settled = judged.map(each => ({
    ...each,
    now: settle(each.order.standing ?? undefined, each.verdict),
  }))
  const rows = settled.map(({ order, verdict, now }) => ({
    order_key: order.key,
    state: now.state,
    differences: now.differences,
    reason: now.reason,
    loaded_revision: verdict.loadedRevision,
    next_state: now.next?.state ?? null,
    next_differences: now.next?.differences ?? null,
  }))
  await tx.query(
    `insert into reconciliation as r
            (integration_key, order_key, state, differences, reason, loaded_revision, next_state,
             next_differences, since, seen_at, reading)
     select $1, n.order_key, n.state, n.differences, n.reason, n.loaded_revision, n.next_state,
            n.next_differences, $3, $3, $4
       from json_to_recordset($2::json)
              as n(order_key bigint, state text, differences jsonb, reason text, loaded_revision int,
                   next_state text, next_differences jsonb)
     on conflict (integration_key, order_key) do update
        set state = excluded.state, differences = excluded.differences, reason = excluded.reason,
            loaded_revision = excluded.loaded_revision, next_state = excluded.next_state,
            next_differences = excluded.next_differences, seen_at = excluded.seen_at,
            since = case when r.state = excluded.state then r.since else excluded.since end,
            reading = excluded.reading`,
    [integrationKey, storableJson(rows), startedAt, reading],
  )
  const changed = settled.filter(({ order, now }) => changes(order.standing, now))
  await recordEvents(
    tx,
    changed.map(({ order, now, documents }): NewEvent => {
      const data = {
        state: now.state,
        previousState: order.standing?.state ?? null,
        differences: [...now.differences],
        documents: documents.map(shown),
      }
      return { type: 'reconciliation.changed', integrationKey, orderKey: order.key, data }
    }),
  )
  await markStale(
    tx,
    integrationKey,
    changed.map(({ order }) => order.key),
  )
}

const changes = (before: Standing | null, now: Standing): boolean =>
  before?.state !== now.state && (BAD_STATES.has(now.state) || BAD_STATES.has(before?.state ?? ''))

const shown = ({ number, date, total, related, status, posted, deleted, paid }: StepDocument) => {
  return { number, date, total, status, posted, deleted, paid: paid === null ? null : moneyOf(related).paid }
}
