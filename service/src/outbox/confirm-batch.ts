import type { Database, Queryable } from '../db/database.js'
import { recordEvents } from '../events/record-events.js'
import { countConfirmed } from '../exchange-sessions/count-exchanges.js'
import { markStaleSql } from '../findings/recalculate.js'
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
  /** Of the cookie. Absent: the session of the latest batch that was asked for without one. */
  sessionId?: number | undefined
  retrySeconds?: number
  itemsAtOnce?: number
}

const RETRY_SECONDS = 3600
/** Orders of a part: each is committed by itself, so that others wait for a second or so at most. */
const ITEMS_AT_ONCE = 5000

/** Batches of a session that a success confirms together. */
interface SessionBatches {
  sessionId: number
  batchIds: number[]
}

interface Batch {
  id: number
  state: BatchState
  orderCount: number
  wasSent: boolean
}

interface ConfirmedItem {
  orderKey: number
  revision: number
  batchId: number
  first: boolean
  /** False if a resend was requested after this batch was sent. */
  counts: boolean
  owed: boolean
  heldByFinding: boolean
}

/** A row for each item of a part, or a single one without an item; with the part's number and last key. */
type PartRow = { count: number; last: number | null } & (ConfirmedItem | { orderKey: null })

/**
 * Confirms all that was sent in the session (O3): with the cookie what was asked for with it, without one
 * what was asked for without. Repeating it is harmless.
 */
export async function confirmBatch(db: Database, success: Confirmation): Promise<ConfirmOutcome> {
  const batches = await findSessionBatches(db, success)
  return batches ? confirmInParts(db, success, batches) : { result: 'nothing-asked' }
}

/**
 * Ends what a success began and its server did not end: that 1C has all of it. To be called before a query
 * looks at what is owed or unconfirmed.
 */
export async function endBegunConfirmations(db: Database, of: Confirmation): Promise<void> {
  const { rows } = await db.query<SessionBatches>(
    `select session_id as "sessionId", json_agg(id) as "batchIds" from outbox_batch
      where integration_key = $1 and state = 'sent' and confirmed_through > 0 group by session_id`,
    [of.integrationKey],
  )
  for (const begun of rows) await confirmInParts(db, of, begun)
}

async function confirmInParts(
  db: Database,
  how: Confirmation,
  batches: SessionBatches,
): Promise<ConfirmOutcome> {
  for (;;) {
    const outcome = await db.transaction(tx => confirmPart(tx, how, batches))
    if (outcome) return outcome
  }
}

/** Confirms the next part; undefined if more may follow. Whoever confirms the same goes on after it. */
async function confirmPart(
  tx: Queryable,
  { integrationKey, retrySeconds = RETRY_SECONDS, itemsAtOnce = ITEMS_AT_ONCE }: Confirmation,
  { sessionId, batchIds }: SessionBatches,
): Promise<ConfirmOutcome | undefined> {
  await lockSession(tx, sessionId)
  const batches = await lockBatches(tx, batchIds)
  const confirmed = batches.filter(
    ({ state }) => state !== 'confirmed' && TRANSITIONS[state].success === 'confirmed',
  )
  if (confirmed.length === 0) return outcomeIfNoneConfirmed(batches.at(-1))
  const ids = confirmed.map(({ id }) => id)
  const settle = await lockQuarantine(tx, { integrationKey, batchIds: ids, retrySeconds })
  const { items, count, last } = await confirmItems(tx, integrationKey, ids, itemsAtOnce)
  const more = count >= itemsAtOnce
  await recordEvents(
    tx,
    items
      .filter(({ counts }) => counts)
      .map(({ orderKey, revision, batchId: batch }) => {
        return { type: 'order.exported', integrationKey, orderKey, data: { revision, batch } }
      }),
  )
  const first = ids.map(id => items.filter(item => item.first && item.batchId === id).length)
  await tx.query(
    `update outbox_batch b
        set state = case when $4 then b.state else 'confirmed' end,
            confirmed_at = case when not $4 then now() end,
            confirmed_through = greatest(b.confirmed_through, $3),
            first_confirmed = b.first_confirmed + given.first
       from unnest($1::bigint[], $2::int[]) as given(id, first) where b.id = given.id`,
    [ids, first, last, more],
  )
  await settle({
    orderKeys: items.map(({ orderKey }) => orderKey),
    heldByFinding: items.filter(item => item.heldByFinding && !item.owed).map(({ orderKey }) => orderKey),
    more,
  })
  const newOrders = items.filter(item => item.first).length
  // At the very end: until the commit, whatever else is counted for that day waits.
  if (count > 0) await countConfirmed(tx, integrationKey, { orders: count, first: newOrders })
  if (more) return undefined
  return { result: 'confirmed', orders: confirmed.reduce((sum, { orderCount }) => sum + orderCount, 0) }
}

function outcomeIfNoneConfirmed(latest: Batch | undefined): ConfirmOutcome {
  if (!latest) return { result: 'nothing-asked' }
  if (latest.state === 'confirmed') return { result: 'already-confirmed' }
  return { result: 'refused', reason: latest.wasSent ? 'abandoned' : 'unfinished' }
}

/** The batches that this success may mean: the latest and all sent ones. */
async function findSessionBatches(
  db: Database,
  { integrationKey, sessionId }: Confirmation,
): Promise<SessionBatches | undefined> {
  const session = sessionId ?? (await sessionOfLatestCookielessBatch(db, integrationKey))
  if (session === undefined) return undefined
  const { rows } = await db.query<{ id: number }>(
    `select id from outbox_batch
      where session_id = $1 and integration_key = $2 and by_cookie = $3
        and (state = 'sent'
             or id = (select max(id) from outbox_batch
                       where session_id = $1 and integration_key = $2 and by_cookie = $3))`,
    [session, integrationKey, sessionId !== undefined],
  )
  return { sessionId: session, batchIds: rows.map(({ id }) => id) }
}

async function sessionOfLatestCookielessBatch(
  db: Queryable,
  integrationKey: number,
): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    `select session_id as id from outbox_batch
      where integration_key = $1 and not by_cookie and session_id is not null
      order by id desc limit 1`,
    [integrationKey],
  )
  return rows[0]?.id
}

async function lockBatches(tx: Queryable, ids: readonly number[]): Promise<Batch[]> {
  const { rows } = await tx.query<Batch>(
    `select id, state, order_count as "orderCount", sent_at is not null as "wasSent"
       from outbox_batch where id = any($1) order by id for update`,
    [ids],
  )
  return rows
}

/** O4: nothing beyond what was sent, and nothing of an order that a person asked to send again since. */
async function confirmItems(
  tx: Queryable,
  integrationKey: number,
  batchIds: readonly number[],
  atOnce: number,
): Promise<Pick<PartRow, 'count' | 'last'> & { items: ConfirmedItem[] }> {
  const { rows } = await tx.query<PartRow>(CONFIRM_PART, [integrationKey, batchIds, atOnce])
  const items = rows.filter((row): row is Extract<PartRow, ConfirmedItem> => row.orderKey !== null)
  const settled = items.filter(({ owed }) => !owed).map(({ orderKey }) => orderKey)
  await clearRisks(tx, integrationKey, settled)
  const orderKeys = items.map(({ orderKey }) => orderKey)
  if (items.length > 0) await tx.query(MARK_ANSWERED, [integrationKey, batchIds, orderKeys])
  return { ...rows[0]!, items }
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
    select i.*
      from outbox_batch b
     cross join lateral (
       select * from outbox_batch_item x where x.batch_id = b.id and x.order_key > b.confirmed_through
        order by x.order_key limit $3::int) i
     where b.id = any($2)
     order by i.order_key fetch first ($3::int) rows with ties),
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
  select part.count, part.last, order_key as "orderKey", revision, batch_id as "batchId", first, counts, owed,
         held_by_finding as "heldByFinding"
    from (select count(*), max(order_key) as last from items) part
    left join newest on true
   order by order_key`
