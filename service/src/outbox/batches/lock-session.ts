import type { Queryable } from '../../db/database.js'

/** Lets one query or success of an exchange session at a time decide what becomes of its batches. */
export async function lockSession(tx: Queryable, sessionId: number): Promise<void> {
  await tx.query('select from exchange_session where id = $1 for no key update', [sessionId])
}
