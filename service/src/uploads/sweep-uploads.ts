import type { Database } from '../db/database.js'
import { deleteUploads } from './delete-pieces.js'

const AT_ONCE = 100

/** Deletes files older than so many days, with what was read of them, in short statements; returns how many. */
export async function sweepUploads(db: Database, keepDays: number): Promise<number> {
  let swept = 0
  for (;;) {
    const { rows } = await db.query<{ id: number }>(
      'select id from upload where received_at < now() - make_interval(days => $1) order by received_at limit $2',
      [keepDays, AT_ONCE],
    )
    swept += await deleteUploads(
      db,
      rows.map(({ id }) => id),
    )
    if (rows.length < AT_ONCE) return swept
  }
}
