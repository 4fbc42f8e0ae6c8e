import type { Queryable } from '../db/database.js'
import { SESSION_COLUMNS, type Session, type SessionRow, toSession } from './session.js'

export type SessionLookup =
  | { found: true; session: Session }
  | { found: false; reason: 'unknown' | 'expired' | 'foreign' }

export interface SessionSearch {
  integrationKey: number
  /** SHA-256 of the cookie. */
  tokenHash: Uint8Array
  /** A session without calls for so long is over. */
  idleSeconds: number
}

/** Finds the session of a cookie and notes the call; a cookie that isn't this integration's finds none. */
export async function findSession(db: Queryable, search: SessionSearch): Promise<SessionLookup> {
  const { integrationKey, tokenHash, idleSeconds } = search
  const touched = await db.query<SessionRow>(
    `update exchange_session set last_call_at = now(), cookie_seen = true
      where token_hash = $1 and integration_key = $2 and last_call_at > now() - make_interval(secs => $3) and not heading_only
      returning ${SESSION_COLUMNS}`,
    [tokenHash, integrationKey, idleSeconds],
  )
  if (touched.rows[0]) return { found: true, session: toSession(touched.rows[0]) }
  const { rows } = await db.query<{ integration_key: number }>(
    'select integration_key from exchange_session where token_hash = $1 and not heading_only',
    [tokenHash],
  )
  if (!rows[0]) return { found: false, reason: 'unknown' }
  return { found: false, reason: rows[0].integration_key === integrationKey ? 'expired' : 'foreign' }
}
