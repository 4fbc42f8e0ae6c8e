import type { Queryable } from '../db/database.js'

const ROWS_AT_ONCE = 1000

/** Deletes events older than `keepDays`, in short statements. Says how many. */
export async function sweepEvents(db: Queryable, keepDays: number): Promise<number> {
  let swept = 0
  for (;;) {
    const { rowCount } = await db.query(
      `delete from event where key in (
         select key from event where created_at < now() - make_interval(days => $1)
          order by created_at limit $2 for update skip locked)`,
      [keepDays, ROWS_AT_ONCE],
    )
    swept += rowCount
    if (rowCount < ROWS_AT_ONCE) return swept
  }
}
