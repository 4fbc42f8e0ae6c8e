import type { Database } from '../../db/database.js'
import { statesBefore } from './batch-states.js'
import { deleteItems } from './release-items.js'

/** The client disconnected before the end, so the batch's orders stay owed. A batch that was sent completely stays sent. */
export async function abandonBatch(db: Database, batchId: number): Promise<void> {
  const { rows } = await db.query<{ id: number }>(
    `update outbox_batch set state = 'abandoned', abandoned_at = now() where id = $1 and state = any($2) returning id`,
    [batchId, statesBefore('cut', 'abandoned')],
  )
  await deleteItems(
    db,
    rows.map(({ id }) => id),
  )
}
