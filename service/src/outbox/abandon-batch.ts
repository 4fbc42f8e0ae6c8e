import type { Queryable } from '../db/database.js'
import { statesTurned } from './batch-states.js'

/** The client went away before the end: its orders stay owed. A batch that was sent to the end stays sent. */
export async function abandonBatch(db: Queryable, batchId: number): Promise<void> {
  await db.query(
    `update outbox_batch set state = 'abandoned', abandoned_at = now() where id = $1 and state = any($2)`,
    [batchId, statesTurned('cut', 'abandoned')],
  )
}
