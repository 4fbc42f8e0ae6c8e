import type { Queryable } from '../../db/database.js'
import { deleteInSteps } from '../../db/rows.js'

/**
 * Deletes attempts older than `keepDays` and those of removed webhooks; returns how many. An old one that is
 * still pending belongs to a webhook that nobody resumed.
 */
export async function sweepAttempts(db: Queryable, keepDays: number): Promise<number> {
  let swept = await deleteInSteps(
    db,
    `delete from webhook_attempt where id in (
       select id from webhook_attempt where created_at < now() - make_interval(days => $1)
        order by created_at limit $2)`,
    [keepDays],
  )
  for (const key of await removedWebhooks(db))
    swept += await deleteInSteps(
      db,
      `delete from webhook_attempt where id in (
         select id from webhook_attempt where webhook_key = $1 limit $2)`,
      [key],
    )
  return swept
}

/** Reads the index once for each webhook instead of all attempts. */
async function removedWebhooks(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ key: number }>(
    `with recursive known as (
       (select webhook_key as key from webhook_attempt order by webhook_key limit 1)
       union all
       select (select a.webhook_key from webhook_attempt a
                where a.webhook_key > known.key order by a.webhook_key limit 1)
         from known where known.key is not null)
     select key from known
      where key is not null and not exists (select from webhook w where w.key = known.key)`,
  )
  return rows.map(({ key }) => key)
}
