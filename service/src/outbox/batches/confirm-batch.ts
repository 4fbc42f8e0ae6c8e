import type { Database, Queryable } from '../../db/database.js'
import type { NewEvent } from '../../events/event.js'
import { recordEvents } from '../../events/record-events.js'
import { countConfirmed } from '../../exchange-sessions/count-confirmed.js'
import { clearRisks } from '../../findings/write-findings.js'
import { lockQuarantine } from '../quarantine/apply-success.js'
import { type BatchState, TRANSITIONS } from './batch-states.js'
import { lockSession } from './lock-session.js'

export type ConfirmOutcome =
  | { result: 'confirmed'; orders: number }
  | { result: 'already-confirmed' }
  | { result: 'nothing-asked' }
  | { result: 'refused'; reason: 'unfinished' | 'abandoned' }

export interface Confirmation {
  integrationKey: number
  /** Absent for a client without a cookie: its session is the latest one whose cookie was never sent back. */
  sessionId?: number | undefined
  /** Seconds until the first retry of an order that turns out to be refused. */
  retrySeconds?: number
}

const RETRY_SECONDS = 3600

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
}

/** Confirms everything that was sent completely in the session and is not confirmed yet (O3). Repeating it is harmless. */
export async function confirmBatch(db: Database, success: Confirmation): Promise<ConfirmOutcome> {
  return db.transaction(async tx => {
    const batches = await lockSessionBatches(tx, success)
    const confirmed = batches.filter(
      ({ state }) => state !== 'confirmed' && TRANSITIONS[state].success === 'confirmed',
    )
    if (confirmed.length === 0) return outcomeIfNoneConfirmed(batches.at(-1))
    const { integrationKey, retrySeconds = RETRY_SECONDS } = success
    const batchIds = confirmed.map(({ id }) => id)
    const { id: batchId, sessionId } = confirmed.at(-1)!
    const updateQuarantine = await lockQuarantine(tx, { integrationKey, sessionId, batchId, retrySeconds })
    const items = await confirmItems(tx, integrationKey, batchIds)
    await clearRisks(
      tx,
      integrationKey,
      items.filter(({ owed }) => !owed).map(({ orderKey }) => orderKey),
    )
    await updateQuarantine(
      items.map(({ orderKey, revision, resendCount }) => ({
        orderKey,
        id: `${orderKey}:${revision}:${resendCount}`,
      })),
    )
    const orders = confirmed.reduce((sum, { orderCount }) => sum + orderCount, 0)
    const first = items.filter(item => item.first).length
    if (orders > 0) await countConfirmed(tx, integrationKey, { orders, first })
    await recordEvents(tx, exportedEvents(integrationKey, items))
    return { result: 'confirmed', orders }
  })
}

function outcomeIfNoneConfirmed(latest: Batch | undefined): ConfirmOutcome {
  if (!latest) return { result: 'nothing-asked' }
  if (latest.state === 'confirmed') return { result: 'already-confirmed' }
  return { result: 'refused', reason: latest.wasSent ? 'abandoned' : 'unfinished' }
}

const SELECT_BATCH = `select id, session_id as "sessionId", state, order_count as "orderCount", sent_at is not null as "wasSent" from outbox_batch`

/** The session's latest batch and all its sent ones, oldest first, locked. */
async function lockSessionBatches(
  tx: Queryable,
  { integrationKey, sessionId }: Confirmation,
): Promise<Batch[]> {
  const session = sessionId ?? (await latestCookielessSession(tx, integrationKey))
  if (session === undefined) return []
  await lockSession(tx, session)
  const { rows } = await tx.query<Batch>(
    `${SELECT_BATCH}
      where session_id = $1 and integration_key = $2
        and (state = 'sent' or id = (select max(id) from outbox_batch where session_id = $1 and integration_key = $2))
      order by id for update`,
    [session, integrationKey],
  )
  return rows
}

async function latestCookielessSession(tx: Queryable, integrationKey: number): Promise<number | undefined> {
  const { rows } = await tx.query<{ id: number }>(
    `select s.id from outbox_batch b join exchange_session s on s.id = b.session_id
      where b.integration_key = $1 and not s.cookie_seen
      order by b.id desc limit 1`,
    [integrationKey],
  )
  return rows[0]?.id
}

/**
 * O4: confirms nothing beyond what was sent, and nothing of an order whose resend was requested after the batch was sent. Locks the
 * entries of all batches in the order of their keys, as a put does, so that a put and a success of the same orders can't deadlock.
 * Doesn't join entries, for the same reason as `mark-sent.ts`.
 */
async function confirmItems(
  tx: Queryable,
  integrationKey: number,
  batchIds: number[],
): Promise<ConfirmedItem[]> {
  const { rows } = await tx.query<ConfirmedItem>(
    `with given as materialized (
       select e.order_key, i.batch_id, i.revision, i.resend_count, e.confirmed_at is null as first,
              i.resend_count = e.resend_count as counts,
              e.pending_revision > greatest(e.confirmed_revision, case when i.resend_count = e.resend_count then i.revision end) as owed
         from (select * from outbox_batch_item where batch_id = any($2) order by order_key) i
         cross join lateral (
           select x.order_key, x.confirmed_at, x.resend_count, x.pending_revision, x.confirmed_revision from outbox_entry x
            where x.integration_key = $1 and x.order_key = i.order_key for update) e),
     newest as (
       select distinct on (order_key) order_key, revision, resend_count, batch_id, first, counts, owed from given
        order by order_key, resend_count desc, revision desc),
     entries as (
       update outbox_entry e
          set confirmed_revision = greatest(e.confirmed_revision, (
                select max(i.revision) from outbox_batch_item i
                 where i.batch_id = any($2) and i.order_key = e.order_key and i.resend_count = e.resend_count)),
              confirmed_at = now()
        where e.integration_key = $1 and e.order_key = any(array(select order_key from newest))),
     batches as (
       update outbox_batch b
          set state = 'confirmed', confirmed_at = now(),
              first_confirmed = (select count(*) from newest where newest.batch_id = b.id and first)
        where b.id = any($2))
     select order_key as "orderKey", revision, resend_count as "resendCount", batch_id as "batchId", first, counts, owed from newest order by order_key`,
    [integrationKey, batchIds],
  )
  return rows
}

function exportedEvents(integrationKey: number, items: readonly ConfirmedItem[]): NewEvent[] {
  return items
    .filter(({ counts }) => counts)
    .map(({ orderKey, revision, batchId }) => ({
      ...{ type: 'order.exported', integrationKey, orderKey },
      data: { revision, batch: batchId },
    }))
}
