import type { Database, Queryable } from '../db/database.js'
import { type BatchState, TRANSITIONS } from './batch-states.js'
import { lockSession } from './lock-session.js'

export type ConfirmOutcome =
  | { result: 'confirmed'; orders: number }
  | { result: 'already-confirmed' }
  | { result: 'nothing-asked' }
  | { result: 'refused'; reason: 'unfinished' | 'abandoned' }

export interface SuccessOf {
  integrationKey: number
  /** Absent for a client without a cookie: the session of the integration's latest batch. */
  sessionId?: number | undefined
}

interface Batch {
  id: number
  state: BatchState
  orderCount: number
  wasSent: boolean
}

/** What 1C's `success` confirms: all that its session was sent to the end and did not confirm yet (O3). Saying it twice is harmless. */
export async function confirmBatch(db: Database, success: SuccessOf): Promise<ConfirmOutcome> {
  return db.transaction(async tx => {
    const batches = await batchesMeant(tx, success)
    const confirmed = batches.filter(
      ({ state }) => state !== 'confirmed' && TRANSITIONS[state].success === 'confirmed',
    )
    if (confirmed.length === 0) return outcomeWithout(batches.at(-1))
    for (const { id } of confirmed) await confirmOne(tx, success.integrationKey, id)
    return { result: 'confirmed', orders: confirmed.reduce((sum, { orderCount }) => sum + orderCount, 0) }
  })
}

function outcomeWithout(latest: Batch | undefined): ConfirmOutcome {
  if (!latest) return { result: 'nothing-asked' }
  if (latest.state === 'confirmed') return { result: 'already-confirmed' }
  return { result: 'refused', reason: latest.wasSent ? 'abandoned' : 'unfinished' }
}

const SELECT_BATCH = `select id, state, order_count as "orderCount", sent_at is not null as "wasSent" from outbox_batch`

/** The session's latest batch and all its sent ones, oldest first, locked. */
async function batchesMeant(tx: Queryable, { integrationKey, sessionId }: SuccessOf): Promise<Batch[]> {
  if (sessionId === undefined) {
    const { rows } = await tx.query<{ id: number; session: number | null }>(
      `select id, session_id as session from outbox_batch where integration_key = $1 order by id desc limit 1`,
      [integrationKey],
    )
    if (!rows[0]) return []
    // The session was swept: its batch is all that is left.
    if (rows[0].session === null)
      return (await tx.query<Batch>(`${SELECT_BATCH} where id = $1 for update`, [rows[0].id])).rows
    return batchesMeant(tx, { integrationKey, sessionId: rows[0].session })
  }
  await lockSession(tx, sessionId)
  const { rows } = await tx.query<Batch>(
    `${SELECT_BATCH}
      where session_id = $1 and integration_key = $2
        and (state = 'sent' or id = (select max(id) from outbox_batch where session_id = $1 and integration_key = $2))
      order by id for update`,
    [sessionId, integrationKey],
  )
  return rows
}

/**
 * O4: never beyond what was sent, and nothing at all where an operator asked to send again after the batch was given out. O7: an
 * entry that stood at "not owed" is followed from now on, so what came after the confirmed revision is owed. Locked by order key,
 * as oweOrders does, so that a put and a success of the same orders wait for each other instead of blocking.
 */
async function confirmOne(tx: Queryable, integrationKey: number, batchId: number): Promise<void> {
  await tx.query(
    `with given as materialized (
       select e.order_key, i.revision, i.resend_count, e.confirmed_at is null as first
         from outbox_batch_item i join outbox_entry e on e.integration_key = $1 and e.order_key = i.order_key
        where i.batch_id = $2
        order by e.order_key for update of e),
     entries as (
       update outbox_entry e
          set confirmed_revision = case when e.resend_count = given.resend_count
                                        then greatest(e.confirmed_revision, given.revision) else e.confirmed_revision end,
              pending_revision = case when e.pending_revision = 0 then e.latest_revision else e.pending_revision end,
              confirmed_at = now()
         from given
        where e.integration_key = $1 and e.order_key = given.order_key)
     update outbox_batch
        set state = 'confirmed', confirmed_at = now(), first_confirmed = (select count(*) from given where first)
      where id = $2`,
    [integrationKey, batchId],
  )
}
