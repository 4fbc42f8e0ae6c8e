import type { Queryable } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'
import { SESSION_COLUMNS, type Session, type SessionRow, toSession } from './session.js'

/**
 * An integration's sessions among which that of a call without a cookie is looked for. Its client has been calling all along, so no more than
 * a few others began since its last call; one login may begin any number of them, and nobody else should wait while they are passed over.
 */
export const LATEST_SESSIONS = 100

/**
 * Finds the session of a call without a cookie and records the call: the integration's latest session whose cookie was never sent
 * back, so that a client without cookies never joins the session of one with cookies. Undefined: there is none.
 */
export async function latestCookielessSession(
  db: Queryable,
  integrationKey: number,
  idleSeconds: number,
): Promise<Session | undefined> {
  // Older sessions are not continued, or one would stay at the top of the journal for ever.
  const since = firstIdOf(dayOf(new Date(Date.now() - idleSeconds * 1000)) - 1)
  const { rows } = await db.query<SessionRow>(
    `update exchange_session set last_call_at = now()
      where id = (
        select id from (select * from exchange_session where integration_key = $1 and id >= $3
                         order by id desc limit ${LATEST_SESSIONS}) latest
         where not cookie_seen and not summary_only and last_call_at > now() - make_interval(secs => $2)
         order by id desc limit 1)
      returning ${SESSION_COLUMNS}`,
    [integrationKey, idleSeconds, since],
  )
  return rows[0] && toSession(rows[0])
}
