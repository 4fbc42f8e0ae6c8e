import type { Queryable } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'
import { SESSION_COLUMNS, type Session, type SessionRow, toSession } from './session.js'

/**
 * The session that a call without a cookie belongs to, and notes the call: the integration's latest that nobody came back to
 * with its cookie, so that a client which keeps none never enters the session of one that does. Undefined: there is none.
 */
export async function latestCookielessSession(
  db: Queryable,
  integrationKey: number,
  idleSeconds: number,
): Promise<Session | undefined> {
  // A session that began earlier is not gone on with: it would head the journal for ever.
  const since = firstIdOf(dayOf(new Date(Date.now() - idleSeconds * 1000)) - 1)
  const { rows } = await db.query<SessionRow>(
    `update exchange_session set last_call_at = now()
      where id = (
        select id from exchange_session
         where integration_key = $1 and id >= $3 and not cookie_seen and not summary_only
           and last_call_at > now() - make_interval(secs => $2)
         order by id desc limit 1)
      returning ${SESSION_COLUMNS}`,
    [integrationKey, idleSeconds, since],
  )
  return rows[0] && toSession(rows[0])
}
