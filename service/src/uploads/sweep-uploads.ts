import type { Database } from '../db/database.js'

const AT_ONCE = 100

/** Deletes files older than so many days, with what was read of them; returns how many. */
export async function sweepUploads(db: Database, keepDays: number): Promise<number> {
  let swept = 0
  for (;;) {
    const { rowCount } = await db.query(
      `delete from upload where id in (
         select id from upload where received_at < now() - make_interval(days => $1) order by received_at limit $2)`,
      [keepDays, AT_ONCE],
    )
    swept += rowCount
    if (rowCount < AT_ONCE) return swept
  }
}
