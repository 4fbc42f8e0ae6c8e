import type { Queryable } from '../db/database.js'

const ROWS_AT_ONCE = 1000

/** Deletes events older than `keepDays`, in short statements; returns how many. */
export async function sweepEvents(db: Queryable, keepDays: number): Promise<number> {
  let swept = 0
  for (;;) {
    const { rowCount } = await db.query(
      `delete from event where key in (
         select key from (select key, created_at from event where position is not null order by position limit $2) oldest
          where created_at < now() - make_interval(days => $1))`,
      [keepDays, ROWS_AT_ONCE],
    )
    swept += rowCount
    if (rowCount < ROWS_AT_ONCE) return swept
  }
}
