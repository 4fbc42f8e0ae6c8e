import type { Queryable } from '../../db/database.js'
import { hashSecret } from '../secret.js'
import { notifyAccessChanged } from '../users/access-change.js'

export async function endSession(db: Queryable, secret: string): Promise<void> {
  const { rows } = await db.query<{ userId: string }>(
    'delete from user_session where token_hash = $1 returning user_id as "userId"',
    [hashSecret(secret)],
  )
  if (rows[0]) await notifyAccessChanged(db, rows[0])
}
