import type { Queryable } from '../../db/database.js'

/** Serializes queries and successes of an exchange session, which decide about its batches. */
export async function lockSession(tx: Queryable, sessionId: number): Promise<void> {
  await tx.query('select from exchange_session where id = $1 for no key update', [sessionId])
}
