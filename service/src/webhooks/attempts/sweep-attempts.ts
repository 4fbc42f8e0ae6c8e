import type { Queryable } from '../../db/database.js'

const ROWS_AT_ONCE = 1000

/**
 * Deletes attempts older than `keepDays`, in short statements; any still pending then belong to a webhook that nobody resumed.
 * Returns how many.
 */
export async function sweepAttempts(db: Queryable, keepDays: number): Promise<number> {
  let swept = 0
  for (;;) {
    const { rowCount } = await db.query(
      `delete from webhook_attempt where id in (
         select id from webhook_attempt where created_at < now() - make_interval(days => $1)
          order by created_at limit $2)`,
      [keepDays, ROWS_AT_ONCE],
    )
    swept += rowCount
    if (rowCount < ROWS_AT_ONCE) return swept
  }
}
