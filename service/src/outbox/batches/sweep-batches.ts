import type { Database, Queryable } from '../../db/database.js'
import { releaseItems } from './release-items.js'

const BATCHES_AT_ONCE = 200

/**
 * Abandons batches whose session has ended, and deletes abandoned and empty ones. Confirmed ones stay; an
 * integration's latest batch, too, since a client without a cookie may still confirm it. Returns how many were deleted.
 */
export async function sweepBatches(db: Database, sessionIdleSeconds: number): Promise<number> {
  let removed = 0
  for (;;) {
    const count = await db.transaction(tx => sweepSome(tx, sessionIdleSeconds))
    removed += count
    if (count < BATCHES_AT_ONCE) return removed
  }
}

async function sweepSome(tx: Queryable, sessionIdleSeconds: number): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `select b.id from outbox_batch b
      where (b.state <> 'confirmed' or b.order_count = 0) and b.opened_at < now() - make_interval(secs => $1)
        and not exists (select from exchange_session s
                         where s.id = b.session_id and s.last_call_at > now() - make_interval(secs => $1))
        and (b.state in ('confirmed', 'abandoned')
             or exists (select from outbox_batch later where later.integration_key = b.integration_key and later.id > b.id))
      order by b.opened_at limit $2 for update skip locked`,
    [sessionIdleSeconds, BATCHES_AT_ONCE],
  )
  const ids = rows.map(({ id }) => id)
  await releaseItems(tx, ids)
  await tx.query('delete from outbox_batch where id = any($1)', [ids])
  return ids.length
}
