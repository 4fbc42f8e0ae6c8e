import type { Queryable } from '../db/database.js'
import { SESSION_COLUMNS, type Session, type SessionRow, toSession } from './session.js'

export type SessionLookup =
  | { found: true; session: Session }
  | { found: false; reason: 'unknown' | 'expired' | 'foreign' }

export interface SessionSearch {
  integrationKey: number
  id: number
  /** SHA-256 of the cookie's secret. */
  tokenHash: Uint8Array
  /** A session without calls for this long has ended. */
  idleSeconds: number
}

/** Whether a session `s` is open: called within the last `$2` seconds, and opened since the password was last changed. */
export const IS_OPEN = `not s.summary_only and s.last_call_at > now() - make_interval(secs => $2)
  and exists (select from integration i where i.key = s.integration_key
                 and i.password_changed_at <= coalesce(s.password_changed_at, s.opened_at))`

/** Finds the session of a cookie and records the call; another integration's cookie finds none. */
export async function findSession(db: Queryable, search: SessionSearch): Promise<SessionLookup> {
  const { integrationKey, id, tokenHash, idleSeconds } = search
  const touched = await db.query<SessionRow>(
    `update exchange_session s set last_call_at = now(), cookie_seen = true
      where s.id = $4 and s.token_hash = $1 and s.integration_key = $3 and ${IS_OPEN}
      returning ${SESSION_COLUMNS}`,
    [tokenHash, idleSeconds, integrationKey, id],
  )
  if (touched.rows[0]) return { found: true, session: toSession(touched.rows[0]) }
  const { rows } = await db.query<{ integration_key: number }>(
    'select integration_key from exchange_session where id = $2 and token_hash = $1 and not summary_only',
    [tokenHash, id],
  )
  if (!rows[0]) return { found: false, reason: 'unknown' }
  return { found: false, reason: rows[0].integration_key === integrationKey ? 'expired' : 'foreign' }
}
