import type { Database, Queryable } from '../db/database.js'
import type { NewEvent } from '../events/event.js'
import { recordEvents } from '../events/record-events.js'
import { countConfirmed } from '../exchange-sessions/count-exchanges.js'
import { clearRisks } from '../findings/write-findings.js'
import { type BatchState, TRANSITIONS } from './batches/batch-states.js'
import { lockSession } from './open-batch.js'
import { lockQuarantine } from './quarantine/quarantine-orders.js'

export type ConfirmOutcome =
  | { result: 'confirmed'; orders: number }
  | { result: 'already-confirmed' }
  | { result: 'nothing-asked' }
  | { result: 'refused'; reason: 'unfinished' | 'abandoned' }

export interface Confirmation {
  integrationKey: number
  /**
   * Of the cookie. Absent for a client without one: it means the session of the latest batch that was asked
   * for without a cookie.
   */
  sessionId?: number | undefined
  /** Seconds until the first retry of an order that turns out to be refused. */
  retrySeconds?: number
  /** Items read into memory at a time. */
  itemsAtOnce?: number
}

const RETRY_SECONDS = 3600
const ITEMS_AT_ONCE = 2000
/** Events made of confirmed items at a time. */
const EVENTS_AT_ONCE = 5000

interface Batch {
  id: number
  sessionId: number | null
  state: BatchState
  orderCount: number
  wasSent: boolean
}

interface ConfirmedItem {
  orderKey: number
  revision: number
  resendCount: number
  batchId: number
  /** Never confirmed before. */
  first: boolean
  /** False if a resend was requested after this batch was sent. */
  counts: boolean
  /** A newer revision is owed. */
  owed: boolean
  heldByFinding: boolean
}

/** A row for each item of a part, or a single one without an item. */
type PartRow = { last: number | null; more: boolean } & (ConfirmedItem | { orderKey: null })

/** Of every item what is needed until the end, as numbers alone: a batch may hold a million orders. */
class ConfirmedItems {
  readonly orderKeys: number[] = []
  readonly heldByFinding: number[] = []
  readonly #revisions: number[] = []
  readonly #resendCounts: number[] = []
  readonly #batchIds: number[] = []
  readonly #counts: boolean[] = []
  /** Items that were never confirmed before, by batch. */
  readonly first = new Map<number, number>()

  add({ orderKey, revision, resendCount, batchId, first, counts, owed, heldByFinding }: ConfirmedItem): void {
    this.orderKeys.push(orderKey)
    if (heldByFinding && !owed) this.heldByFinding.push(orderKey)
    this.#revisions.push(revision)
    this.#resendCounts.push(resendCount)
    this.#batchIds.push(batchId)
    this.#counts.push(counts)
    if (first) this.first.set(batchId, (this.first.get(batchId) ?? 0) + 1)
  }

  /** As the quarantine knows them. */
  ids(): string[] {
    return this.orderKeys.map((key, at) => `${key}:${this.#revisions[at]}:${this.#resendCounts[at]}`)
  }

  /** `order.exported` of those that count, some at a time. */
  *events(integrationKey: number): Generator<NewEvent[]> {
    let events: NewEvent[] = []
    for (const [at, orderKey] of this.orderKeys.entries()) {
      if (!this.#counts[at]) continue
      const data = { revision: this.#revisions[at]!, batch: this.#batchIds[at]! }
      events.push({ type: 'order.exported', integrationKey, orderKey, data })
      if (events.length < EVENTS_AT_ONCE) continue
      yield events
      events = []
    }
    if (events.length > 0) yield events
  }
}

/**
 * Confirms everything that was sent completely in the session and is not confirmed yet (O3): with the
 * cookie what was asked for with it, without a cookie what was asked for without one. Repeating it is
 * harmless.
 */
export async function confirmBatch(db: Database, success: Confirmation): Promise<ConfirmOutcome> {
  return db.transaction(async tx => {
    const batches = await lockSessionBatches(tx, success)
    const confirmed = batches.filter(
      ({ state }) => state !== 'confirmed' && TRANSITIONS[state].success === 'confirmed',
    )
    if (confirmed.length === 0) return outcomeIfNoneConfirmed(batches.at(-1))
    const { integrationKey, retrySeconds = RETRY_SECONDS, itemsAtOnce = ITEMS_AT_ONCE } = success
    const batchIds = confirmed.map(({ id }) => id)
    const { id: batchId, sessionId } = confirmed.at(-1)!
    const updateQuarantine = await lockQuarantine(tx, { integrationKey, sessionId, batchId, retrySeconds })
    const items = await confirmItems(tx, { integrationKey, batchIds, atOnce: itemsAtOnce })
    await updateQuarantine(items)
    const orders = confirmed.reduce((sum, { orderCount }) => sum + orderCount, 0)
    const first = [...items.first.values()].reduce((sum, count) => sum + count, 0)
    for (const events of items.events(integrationKey)) await recordEvents(tx, events)
    // At the very end: until the commit, whatever else is counted for that day waits.
    if (orders > 0) await countConfirmed(tx, integrationKey, { orders, first })
    return { result: 'confirmed', orders }
  })
}

function outcomeIfNoneConfirmed(latest: Batch | undefined): ConfirmOutcome {
  if (!latest) return { result: 'nothing-asked' }
  if (latest.state === 'confirmed') return { result: 'already-confirmed' }
  return { result: 'refused', reason: latest.wasSent ? 'abandoned' : 'unfinished' }
}

const SELECT_BATCH = `select id, session_id as "sessionId", state, order_count as "orderCount",
    sent_at is not null as "wasSent" from outbox_batch`

/** Of the batches that this success may mean: the latest and all sent ones, oldest first, locked. */
async function lockSessionBatches(
  tx: Queryable,
  { integrationKey, sessionId }: Confirmation,
): Promise<Batch[]> {
  const byCookie = sessionId !== undefined
  const session = sessionId ?? (await sessionOfLatestCookielessBatch(tx, integrationKey))
  if (session === undefined) return []
  await lockSession(tx, session)
  const { rows } = await tx.query<Batch>(
    `${SELECT_BATCH}
      where session_id = $1 and integration_key = $2 and by_cookie = $3
        and (state = 'sent'
             or id = (select max(id) from outbox_batch where session_id = $1 and integration_key = $2
                 and by_cookie = $3))
      order by id for update`,
    [session, integrationKey, byCookie],
  )
  return rows
}

async function sessionOfLatestCookielessBatch(
  tx: Queryable,
  integrationKey: number,
): Promise<number | undefined> {
  const { rows } = await tx.query<{ id: number }>(
    `select session_id as id from outbox_batch
      where integration_key = $1 and not by_cookie and session_id is not null
      order by id desc limit 1`,
    [integrationKey],
  )
  return rows[0]?.id
}

interface ConfirmedBatches {
  integrationKey: number
  batchIds: readonly number[]
  /** Orders at a time. */
  atOnce: number
}

/**
 * O4: confirms nothing beyond what was sent, and nothing of an order whose resend was requested after the
 * batch was sent. Goes through the items in the order of their keys, some at a time, so that memory doesn't
 * grow with the batch.
 */
async function confirmItems(
  tx: Queryable,
  { integrationKey, batchIds, atOnce }: ConfirmedBatches,
): Promise<ConfirmedItems> {
  const items = new ConfirmedItems()
  let after = 0
  for (let more = true; more; ) {
    const { rows } = await tx.query<PartRow>(CONFIRM_PART, [integrationKey, batchIds, after, atOnce])
    const settled: number[] = []
    for (const row of rows) {
      if (row.orderKey === null) continue
      items.add(row)
      if (!row.owed) settled.push(row.orderKey)
    }
    await clearRisks(tx, integrationKey, settled)
    more = rows[0]!.more
    after = rows[0]!.last ?? after
  }
  await tx.query(
    `update outbox_batch b set state = 'confirmed', confirmed_at = now(), first_confirmed = given.first
       from unnest($1::bigint[], $2::int[]) as given(id, first) where b.id = given.id`,
    [batchIds, batchIds.map(id => items.first.get(id) ?? 0)],
  )
  return items
}

/**
 * Locks the entries of all batches in the order of their keys, as a put does, so that a put and a success
 * of the same orders can't deadlock. Doesn't join entries, for the same reason as `mark-sent.ts`. "with
 * ties": what several batches hold of one order is together.
 */
const CONFIRM_PART = `
  with items as materialized (
    select * from outbox_batch_item where batch_id = any($2) and order_key > $3
        order by order_key fetch first ($4::int) rows with ties),
  given as materialized (
    select e.order_key, i.batch_id, i.revision, i.resend_count, e.confirmed_at is null as first,
           i.resend_count = e.resend_count as counts,
           e.pending_revision > greatest(e.confirmed_revision, case when i.resend_count = e.resend_count
               then i.revision end) as owed,
           e.held_kind is not distinct from 'finding' as held_by_finding
      from items i
      cross join lateral (
        select x.order_key, x.confirmed_at, x.resend_count, x.pending_revision, x.confirmed_revision,
            x.held_kind from outbox_entry x
         where x.integration_key = $1 and x.order_key = i.order_key for update) e),
  newest as (
    select distinct on (order_key) order_key, revision, resend_count, batch_id, first, counts, owed,
        held_by_finding from given
     order by order_key, resend_count desc, revision desc),
  entries as (
    update outbox_entry e
       set confirmed_revision = greatest(e.confirmed_revision, (
             select max(i.revision) from outbox_batch_item i
              where i.batch_id = any($2) and i.order_key = e.order_key and i.resend_count = e.resend_count)),
           confirmed_at = now()
     where e.integration_key = $1 and e.order_key = any(array(select order_key from newest)))
  select part.last, part.more, order_key as "orderKey", revision, resend_count as "resendCount",
      batch_id as "batchId", first, counts, owed,
         held_by_finding as "heldByFinding"
    from (select max(order_key) as last, count(*) >= $4::int as more from items) part left join newest on true
   order by order_key`
