import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { hashSecret, randomSecret } from '../secret.js'
import { notifyAccessChanged } from '../users/access-change.js'
import { countedAddress } from './sign-in-lock.js'

export interface NewSession {
  userId: string
  /** The cookie's value; only its hash is kept. */
  secret: string
}

/** Nobody stays signed in for longer, however much they work. */
export const LONGEST_SESSION_DAYS = 365
const USER_AGENT_LENGTH = 300
/** Open sessions that a person may have, in as many browsers. */
const SESSIONS_PER_PERSON = 50

/**
 * Opens a session of `days` days for who gave the password of `passwordHash`, and ends those unused for longest beyond
 * SESSIONS_PER_PERSON. Throws AppError `unauthenticated` when the password was changed, or the person disabled, since it was verified: a
 * session opened then would outlive what ended all others.
 */
export async function openSession(
  db: Database,
  input: { userId: string; passwordHash: string; address: string; userAgent: string },
  days: number,
  now: Date,
): Promise<NewSession> {
  const { userId } = input
  const secret = randomSecret()
  await db.transaction(async tx => {
    // The lock waits for a change under way, and makes the next one wait, so that it ends this session too.
    const { rowCount } = await tx.query(
      `insert into user_session (token_hash, user_id, address, user_agent, created_at, last_seen_at, expires_at)
       select $1, person.id, $3, $4, $5, $5, $6
         from (select id from user_account
                where id = $2 and password_hash = $7 and disabled_at is null for no key update) person`,
      [
        hashSecret(secret),
        userId,
        countedAddress(input.address),
        input.userAgent.replaceAll('\0', '').slice(0, USER_AGENT_LENGTH),
        now,
        new Date(now.getTime() + days * 86_400_000),
        input.passwordHash,
      ],
    )
    if (rowCount === 0) throw new AppError('unauthenticated', describeProblem('sign-in-failed'))
    const ended = await tx.query(
      `delete from user_session
        where token_hash in (select token_hash from user_session where user_id = $1 and token_hash <> $2
                              order by last_seen_at desc, created_at desc offset $3)`,
      [userId, hashSecret(secret), SESSIONS_PER_PERSON - 1],
    )
    if (ended.rowCount > 0) await notifyAccessChanged(tx, { userId })
  })
  return { userId, secret }
}
