import type { Queryable } from '../../db/database.js'
import { hashSecret, randomSecret } from '../secret.js'

export interface NewSession {
  userId: string
  /** The cookie's value; only its hash is kept. */
  secret: string
  expiresAt: Date
}

const USER_AGENT_LENGTH = 300

export async function openSession(
  db: Queryable,
  input: { userId: string; address: string; userAgent: string },
  days: number,
  now: Date,
): Promise<NewSession> {
  const secret = randomSecret()
  const expiresAt = new Date(now.getTime() + days * 86_400_000)
  await db.query(
    `insert into user_session (token_hash, user_id, address, user_agent, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [
      hashSecret(secret),
      input.userId,
      input.address,
      input.userAgent.replaceAll('\0', '').slice(0, USER_AGENT_LENGTH),
      now,
      expiresAt,
    ],
  )
  return { userId: input.userId, secret, expiresAt }
}
