import type { Database } from '../db/database.js'
import { statesTurned } from './batch-states.js'
import { lockSession } from './lock-session.js'

export interface BatchOpening {
  integrationKey: number
  sessionId: number
  /**
   * `query`: what this session was given before and did not confirm is abandoned, and goes out in the new batch again.
   * `further-query`: batches sent to the end stay, the new one takes what comes after them (the Bitrix module).
   */
  by: 'query' | 'further-query'
}

/** Opens the batch that answers a query, and gives its id. */
export async function openBatch(
  db: Database,
  { integrationKey, sessionId, by }: BatchOpening,
): Promise<number> {
  return db.transaction(async tx => {
    await lockSession(tx, sessionId)
    const { rows } = await tx.query<{ id: number }>(
      `with left_behind as (
         update outbox_batch set state = 'abandoned', abandoned_at = now()
          where session_id = $2 and integration_key = $1 and state = any($3))
       insert into outbox_batch (integration_key, session_id) values ($1, $2) returning id`,
      [integrationKey, sessionId, statesTurned(by, 'abandoned')],
    )
    return rows[0]!.id
  })
}
