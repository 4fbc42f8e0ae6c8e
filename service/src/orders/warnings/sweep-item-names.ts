import type { Queryable } from '../../db/database.js'

const ROWS_AT_ONCE = 1000

/** Deletes names of ids that appeared in no order for `keepDays`, in short statements. Returns how many. */
export async function sweepItemNames(db: Queryable, keepDays: number): Promise<number> {
  let swept = 0
  for (;;) {
    const { rowCount } = await db.query(
      `delete from item_name where (company_id, line_id) in (
         select company_id, line_id from item_name where last_seen < current_date - $1::int
          order by last_seen limit $2 for update skip locked)`,
      [keepDays, ROWS_AT_ONCE],
    )
    swept += rowCount
    if (rowCount < ROWS_AT_ONCE) return swept
  }
}
