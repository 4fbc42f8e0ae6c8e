import type { Database, Queryable } from '../../db/database.js'
import { statesBefore } from './batch-states.js'
import { lockSession } from './lock-session.js'
import { releaseItems } from './release-items.js'

export interface BatchOpening {
  integrationKey: number
  sessionId: number
  /**
   * `query`: the session's unconfirmed batches are abandoned, and their orders go out in the new batch again.
   * `further-query`: completely sent batches stay, the new one continues after them (the Bitrix module).
   */
  by: 'query' | 'further-query'
  /** How many of the integration's newest unconfirmed batches can still be confirmed. */
  keepUnconfirmed?: number
}

const KEEP_UNCONFIRMED = 10

/** Opens the batch that answers a query, and returns its id. */
export async function openBatch(
  db: Database,
  { integrationKey, sessionId, by, keepUnconfirmed = KEEP_UNCONFIRMED }: BatchOpening,
): Promise<number> {
  return db.transaction(async tx => {
    await lockSession(tx, sessionId)
    const left = await abandon(tx, 'session_id = $3 and integration_key = $2 and state = any($1)', [
      statesBefore(by, 'abandoned'),
      integrationKey,
      sessionId,
    ])
    const superseded = await abandon(
      tx,
      `id in (select id from outbox_batch where integration_key = $2 and state in ('open', 'sent') order by id desc offset $3)
       and state = any($1)`,
      [statesBefore('query', 'abandoned'), integrationKey, keepUnconfirmed],
    )
    await releaseItems(tx, [...left, ...superseded])
    const { rows } = await tx.query<{ id: number }>(
      'insert into outbox_batch (integration_key, session_id) values ($1, $2) returning id',
      [integrationKey, sessionId],
    )
    return rows[0]!.id
  })
}

async function abandon(tx: Queryable, which: string, values: readonly unknown[]): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `update outbox_batch set state = 'abandoned', abandoned_at = now() where ${which} returning id`,
    values,
  )
  return rows.map(({ id }) => id)
}
