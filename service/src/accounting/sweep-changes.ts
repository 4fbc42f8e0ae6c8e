import type { Database } from '../db/database.js'

const AT_ONCE = 5000

/** Deletes changes older than so many days; the current state stays. */
export async function sweepChanges(db: Database, keepDays: number): Promise<void> {
  for (;;) {
    const { rowCount } = await db.query(
      `delete from accounting_change where id in (
         select id from accounting_change where at < now() - make_interval(days => $1) order by at limit $2)`,
      [keepDays, AT_ONCE],
    )
    if (rowCount < AT_ONCE) return
  }
}
