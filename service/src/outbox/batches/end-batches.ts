import type { Database, Queryable } from '../../db/database.js'
import { statesBefore } from './batch-states.js'

/** The client disconnected: the orders stay owed. A batch that was sent completely stays sent. */
export async function abandonBatch(db: Database, batchId: number): Promise<void> {
  const { rows } = await db.query<{ id: number }>(
    `update outbox_batch set state = 'abandoned', abandoned_at = now()
      where id = $1 and state = any($2) returning id`,
    [batchId, statesBefore('cut', 'abandoned')],
  )
  if (rows.length > 0) await deleteItems(db, [batchId])
}

/**
 * Abandons batches of servers that died, and so lost their connections, while sending them: without the
 * closing tag no 1C reads them.
 */
export async function abandonOrphans(db: Database): Promise<void> {
  const { rows } = await db.query<{ id: number }>(
    `update outbox_batch set state = 'abandoned', abandoned_at = now()
      where id = any(array(
        select id from outbox_batch
         where state = 'open' and state = any($1)
           and server not in (select application_name from pg_stat_activity
                               where datname = current_database() and application_name is not null)
         order by id for update skip locked))
     returning id`,
    [statesBefore('cut', 'abandoned')],
  )
  await deleteItems(
    db,
    rows.map(({ id }) => id),
  )
}

const ITEMS_AT_ONCE = 5000

/** 1C may have loaded the item `i` of batch `b` without confirming it, and no later answer tells of that. */
const ONLY_TRACE = `b.sent_at is not null and not exists (
  select from outbox_batch_item again
    join outbox_batch later on later.id = again.batch_id and later.integration_key = b.integration_key
        and later.sent_at is not null
   where again.order_key = i.order_key and again.batch_id > b.id and again.revision = i.revision)`

/** Deletes the next of these items, in short statements; false when only those to be kept are left. */
export async function deleteNextItems(db: Queryable, batchIds: readonly number[]): Promise<boolean> {
  if (batchIds.length === 0) return false
  const { rowCount } = await db.query(
    `delete from outbox_batch_item where (batch_id, order_key) in (
       select i.batch_id, i.order_key from outbox_batch b join outbox_batch_item i on i.batch_id = b.id
        where b.id = any($1) and not (${ONLY_TRACE}) limit $2)`,
    [batchIds, ITEMS_AT_ONCE],
  )
  if (rowCount === ITEMS_AT_ONCE) return true
  await db.query('delete from payment_export_draft where batch_id = any($1)', [batchIds])
  return false
}

/** Deletes items of abandoned batches, once that is committed; if the server dies, the sweep does it. */
export async function deleteItems(db: Queryable, batchIds: readonly number[]): Promise<void> {
  while (await deleteNextItems(db, batchIds));
}

const BATCHES_AT_ONCE = 200

/**
 * Abandons batches whose session has ended; deletes abandoned and empty ones, their items first, in short
 * statements. An integration's latest stays: a client without a cookie may still confirm it. So does one that
 * alone tells that 1C was sent a revision.
 */
export async function sweepBatches(db: Database, sessionIdleSeconds: number): Promise<number> {
  let removed = 0
  for (;;) {
    const ids = await endNextBatches(db, sessionIdleSeconds)
    while (await deleteNextItems(db, ids));
    const { rowCount } = await db.query(
      `delete from outbox_batch b
        where id = any($1) and not exists (select from outbox_batch_item where batch_id = b.id)`,
      [ids],
    )
    removed += rowCount ?? 0
    if (ids.length < BATCHES_AT_ONCE) return removed
  }
}

/** Abandons the next batches that no success can find any more; returns their ids. */
async function endNextBatches(db: Database, sessionIdleSeconds: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `with over as (
       select b.id from outbox_batch b
        where (b.state <> 'confirmed' or b.order_count = 0)
          and b.opened_at < now() - make_interval(secs => $1)
          and not exists (select from exchange_session s
                           where s.id = b.session_id and s.last_call_at > now() - make_interval(secs => $1))
          and (b.state = 'confirmed'
               or b.state = 'abandoned'
                  and not exists (select from outbox_batch_item i where i.batch_id = b.id and ${ONLY_TRACE})
               or b.state <> 'abandoned' and exists (select from outbox_batch later
                           where later.integration_key = b.integration_key and later.id > b.id))
        order by b.opened_at limit $2 for update skip locked)
     update outbox_batch b
        set state = case b.state when 'confirmed' then b.state else 'abandoned' end,
            abandoned_at = case b.state when 'confirmed' then b.abandoned_at
                                        else coalesce(b.abandoned_at, now()) end
       from over where b.id = over.id returning b.id`,
    [sessionIdleSeconds, BATCHES_AT_ONCE],
  )
  return rows.map(({ id }) => id)
}
