import type { Database } from '../../db/database.js'
import { deleteNextItems } from './release-items.js'

const BATCHES_AT_ONCE = 200

/**
 * Abandons batches whose session has ended, and deletes abandoned and empty ones, their items first, since there may be millions, in
 * short statements. Confirmed batches stay, and so does an integration's latest batch, which a client without a cookie may still
 * confirm. Returns how many were deleted.
 */
export async function sweepBatches(db: Database, sessionIdleSeconds: number): Promise<number> {
  let removed = 0
  for (;;) {
    const ids = await endNextBatches(db, sessionIdleSeconds)
    while (await deleteNextItems(db, ids));
    await db.query('delete from outbox_batch where id = any($1)', [ids])
    removed += ids.length
    if (ids.length < BATCHES_AT_ONCE) return removed
  }
}

/** Abandons the next batches that no success can find any more; returns their ids. */
async function endNextBatches(db: Database, sessionIdleSeconds: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `with over as (
       select b.id from outbox_batch b
        where (b.state <> 'confirmed' or b.order_count = 0) and b.opened_at < now() - make_interval(secs => $1)
          and not exists (select from exchange_session s
                           where s.id = b.session_id and s.last_call_at > now() - make_interval(secs => $1))
          and (b.state in ('confirmed', 'abandoned')
               or exists (select from outbox_batch later where later.integration_key = b.integration_key and later.id > b.id))
        order by b.opened_at limit $2 for update skip locked)
     update outbox_batch b
        set state = case b.state when 'confirmed' then b.state else 'abandoned' end,
            abandoned_at = case b.state when 'confirmed' then b.abandoned_at else coalesce(b.abandoned_at, now()) end
       from over where b.id = over.id returning b.id`,
    [sessionIdleSeconds, BATCHES_AT_ONCE],
  )
  return rows.map(({ id }) => id)
}
