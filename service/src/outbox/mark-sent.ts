import type { Queryable } from '../db/database.js'
import { statesTurned } from './batch-states.js'

/**
 * Commits that the batch was sent to the end; call it before the piece with the closing tag is given out. False when the batch was
 * abandoned meanwhile: then the answer must be cut, or 1C would keep orders whose success is refused.
 */
export async function markSent(db: Queryable, batchId: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update outbox_batch set state = 'sent', sent_at = now() where id = $1 and state = any($2)`,
    [batchId, statesTurned('finished', 'sent')],
  )
  return rowCount === 1
}
