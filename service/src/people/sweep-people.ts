import type { Queryable } from '../db/database.js'

/** Deletes expired sessions and invitations, and counters older than any lock. Call it hourly. */
export async function sweepPeople(db: Queryable, lockMinutes: number, now: Date): Promise<void> {
  await db.query('delete from user_session where expires_at < $1', [now])
  await db.query(`delete from user_invitation where expires_at < $1::timestamptz - interval '30 days'`, [now])
  await db.query(
    `delete from sign_in_failure where failed_at < $1::timestamptz - $2 * interval '2 minutes'`,
    [now, lockMinutes],
  )
}
