import type { Database, Queryable } from '../db/database.js'
import { recordEvents } from '../events/record-events.js'
import { countConfirmed } from '../exchange-sessions/count-exchanges.js'
import { markStaleSql } from '../findings/recalculate.js'
import { clearRisks } from '../findings/write-findings.js'
import { type BatchState, TRANSITIONS } from './batches/batch-states.js'
import { lockSession } from './open-batch.js'
import { type ConfirmedOrders, lockQuarantine } from './quarantine/quarantine-orders.js'

export type ConfirmOutcome =
  | { result: 'confirmed'; orders: number }
  | { result: 'already-confirmed' }
  | { result: 'nothing-asked' }
  | { result: 'refused'; reason: 'unfinished' | 'abandoned' }

export interface Confirmation {
  integrationKey: number
  /** Of the cookie. Absent: the session of the latest batch that was asked for without one. */
  sessionId?: number | undefined
  retrySeconds?: number
  itemsAtOnce?: number
}

const RETRY_SECONDS = 3600
const ITEMS_AT_ONCE = 2000

interface Batch {
  id: number
  state: BatchState
  orderCount: number
  wasSent: boolean
}

interface ConfirmedItem {
  orderKey: number
  revision: number
  resendCount: number
  batchId: number
  first: boolean
  /** False if a resend was requested after this batch was sent. */
  counts: boolean
  owed: boolean
  heldByFinding: boolean
}

/** A row for each item of a part, or a single one without an item. */
type PartRow = { last: number | null; more: boolean } & (ConfirmedItem | { orderKey: null })

/**
 * Confirms all that was sent in the session (O3): with the cookie what was asked for with it, without one
 * what was asked for without. Repeating it is harmless.
 */
export async function confirmBatch(db: Database, success: Confirmation): Promise<ConfirmOutcome> {
  return db.transaction(async tx => {
    const batches = await lockSessionBatches(tx, success)
    const confirmed = batches.filter(
      ({ state }) => state !== 'confirmed' && TRANSITIONS[state].success === 'confirmed',
    )
    if (confirmed.length === 0) return outcomeIfNoneConfirmed(batches.at(-1))
    const { integrationKey, retrySeconds = RETRY_SECONDS, itemsAtOnce = ITEMS_AT_ONCE } = success
    const { id: batchId } = confirmed.at(-1)!
    const quarantine = await lockQuarantine(tx, { integrationKey, batchId, retrySeconds })
    const first = new Map(confirmed.map(({ id }) => [id, 0]))
    const found: ConfirmedOrders = { orderKeys: [], heldByFinding: [], ids: [] }
    for await (const items of confirmItems(tx, integrationKey, [...first.keys()], itemsAtOnce)) {
      for (const { orderKey, revision, resendCount, ...item } of items) {
        found.orderKeys.push(orderKey)
        if (item.heldByFinding && !item.owed) found.heldByFinding.push(orderKey)
        if (quarantine.isSearching) found.ids.push(`${orderKey}:${revision}:${resendCount}`)
        if (item.first) first.set(item.batchId, first.get(item.batchId)! + 1)
      }
      const exported = items.filter(({ counts }) => counts)
      await recordEvents(
        tx,
        exported.map(({ orderKey, revision, batchId: batch }) => {
          return { type: 'order.exported', integrationKey, orderKey, data: { revision, batch } }
        }),
      )
    }
    await tx.query(
      `update outbox_batch b set state = 'confirmed', confirmed_at = now(), first_confirmed = given.first
         from unnest($1::bigint[], $2::int[]) as given(id, first) where b.id = given.id`,
      [[...first.keys()], [...first.values()]],
    )
    await quarantine.settle(found)
    const orders = confirmed.reduce((sum, { orderCount }) => sum + orderCount, 0)
    const newOrders = [...first.values()].reduce((sum, count) => sum + count, 0)
    // At the very end: until the commit, whatever else is counted for that day waits.
    if (orders > 0) await countConfirmed(tx, integrationKey, { orders, first: newOrders })
    return { result: 'confirmed', orders }
  })
}

function outcomeIfNoneConfirmed(latest: Batch | undefined): ConfirmOutcome {
  if (!latest) return { result: 'nothing-asked' }
  if (latest.state === 'confirmed') return { result: 'already-confirmed' }
  return { result: 'refused', reason: latest.wasSent ? 'abandoned' : 'unfinished' }
}

/** Of the batches that this success may mean: the latest and all sent ones, oldest first, locked. */
async function lockSessionBatches(
  tx: Queryable,
  { integrationKey, sessionId }: Confirmation,
): Promise<Batch[]> {
  const session = sessionId ?? (await sessionOfLatestCookielessBatch(tx, integrationKey))
  if (session === undefined) return []
  await lockSession(tx, session)
  const { rows } = await tx.query<Batch>(
    `select id, state, order_count as "orderCount", sent_at is not null as "wasSent"
       from outbox_batch
      where session_id = $1 and integration_key = $2 and by_cookie = $3
        and (state = 'sent'
             or id = (select max(id) from outbox_batch
                       where session_id = $1 and integration_key = $2 and by_cookie = $3))
      order by id for update`,
    [session, integrationKey, sessionId !== undefined],
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

/**
 * O4: nothing beyond what was sent, and nothing of an order that a person asked to send again since. In the
 * order of keys, some at a time, so that memory doesn't grow with the batch.
 */
async function* confirmItems(
  tx: Queryable,
  integrationKey: number,
  batchIds: readonly number[],
  atOnce: number,
): AsyncGenerator<ConfirmedItem[]> {
  let after = 0
  for (let more = true; more; ) {
    const { rows } = await tx.query<PartRow>(CONFIRM_PART, [integrationKey, batchIds, after, atOnce])
    const items = rows.filter((row): row is Extract<PartRow, ConfirmedItem> => row.orderKey !== null)
    const settled = items.filter(({ owed }) => !owed).map(({ orderKey }) => orderKey)
    await clearRisks(tx, integrationKey, settled)
    const orderKeys = items.map(({ orderKey }) => orderKey)
    if (items.length > 0) await tx.query(MARK_ANSWERED, [integrationKey, batchIds, orderKeys])
    yield items
    more = rows[0]!.more
    after = rows[0]!.last ?? after
  }
}

/** Orders of which it was open what 1C has, or whose tasks waited for this. */
const MARK_ANSWERED = markStaleSql(
  '$1',
  `(select k as order_key from unnest($3::bigint[]) k
     where exists (select from order_finding f
                    where f.integration_key = $1 and f.order_key = k
                      and (f.params->>'unsure' is not null
                           or f.code in ('refund-not-told', 'payment-amount-kept', 'partial-not-told',
                                         'overpaid-not-told', 'canceled-but-paid')))
        or exists (select from accounting_task t
                    where t.integration_key = $1 and t.order_key = k and t.done_at is null)
        or exists (select from outbox_batch_item i
                     join outbox_batch b on b.id = i.batch_id and b.integration_key = $1
                    where i.order_key = k and i.batch_id <> all($2)
                      and b.state <> 'confirmed' and b.sent_at is not null)) m`,
)

/**
 * Locks entries in the order of their keys, as a put does. No joins, as in `mark-sent.ts`. "with ties": what
 * several batches hold of one order is together.
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
       select * from outbox_entry x
        where x.integration_key = $1 and x.order_key = i.order_key for update) e),
  newest as (
    select distinct on (order_key) * from given
     order by order_key, resend_count desc, revision desc),
  entries as (
    update outbox_entry e
       set confirmed_at = now(),
           confirmed_revision = greatest(e.confirmed_revision, (
             select max(i.revision) from outbox_batch_item i
              where i.batch_id = any($2) and i.order_key = e.order_key
                and i.resend_count = e.resend_count))
     where e.integration_key = $1 and e.order_key = any(array(select order_key from newest)))
  select part.last, part.more, order_key as "orderKey", revision, resend_count as "resendCount",
         batch_id as "batchId", first, counts, owed, held_by_finding as "heldByFinding"
    from (select max(order_key) as last, count(*) >= $4::int as more from items) part
    left join newest on true
   order by order_key`
