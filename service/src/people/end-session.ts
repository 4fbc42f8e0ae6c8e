import type { Queryable } from '../db/database.js'
import { hashSecret } from './secret.js'

export async function endSession(db: Queryable, secret: string): Promise<void> {
  await db.query('delete from user_session where token_hash = $1', [hashSecret(secret)])
}
