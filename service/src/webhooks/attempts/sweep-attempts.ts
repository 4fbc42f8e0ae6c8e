import type { Queryable } from '../../db/database.js'

const ROWS_AT_ONCE = 1000

/**
 * Deletes attempts older than `keepDays` (any still pending then belong to a webhook that nobody resumed) and those of removed
 * webhooks, in short statements. Returns how many.
 */
export async function sweepAttempts(db: Queryable, keepDays: number): Promise<number> {
  let swept = await deleteInSteps(() =>
    db.query(
      `delete from webhook_attempt where id in (
         select id from webhook_attempt where created_at < now() - make_interval(days => $1)
          order by created_at limit $2)`,
      [keepDays, ROWS_AT_ONCE],
    ),
  )
  for (const key of await removedWebhooks(db))
    swept += await deleteInSteps(() =>
      db.query(
        'delete from webhook_attempt where id in (select id from webhook_attempt where webhook_key = $1 limit $2)',
        [key, ROWS_AT_ONCE],
      ),
    )
  return swept
}

async function deleteInSteps(step: () => Promise<{ rowCount: number }>): Promise<number> {
  let swept = 0
  for (;;) {
    const { rowCount } = await step()
    swept += rowCount
    if (rowCount < ROWS_AT_ONCE) return swept
  }
}

/** Reads the index once for each webhook instead of all attempts. */
async function removedWebhooks(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ key: number }>(
    `with recursive known as (
       (select webhook_key as key from webhook_attempt order by webhook_key limit 1)
       union all
       select (select a.webhook_key from webhook_attempt a where a.webhook_key > known.key order by a.webhook_key limit 1)
         from known where known.key is not null)
     select key from known where key is not null and not exists (select from webhook w where w.key = known.key)`,
  )
  return rows.map(({ key }) => key)
}
