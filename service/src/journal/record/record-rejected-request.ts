import { randomBytes } from 'node:crypto'
import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import { storable } from '../../db/values/storable.js'
import { COUNT_OPENED } from '../../exchange-sessions/count-exchanges.js'
import type { KnownEntry, RecordedIntegration } from './known-entry.js'

/** Rejected calls from one address that are at most this far apart, and of one day (UTC), are one exchange in the journal. */
const TOGETHER_MINUTES = 10

/**
 * Records a call that was refused before it had a session (a wrong password, an unknown cookie) as an exchange of its own, or nobody
 * would find out why a 1C can't connect. A login that does not exist is attributed to the integration with a similar one (`meantFor`);
 * undefined if there is none, since nobody may see such a call.
 */
export async function recordRejectedRequest(
  db: Queryable,
  entry: KnownEntry,
  meantFor?: number,
): Promise<Pick<KnownEntry, 'integration' | 'sessionId'> | undefined> {
  if (entry.login === undefined) return undefined
  const { rows } = await db.query<Omit<RecordedIntegration, 'client'> & { sessionId: number }>(
    `with owner as (select id, key, location_id from integration where login = $1 or key = $7 order by login = $1 desc limit 1),
     latest as (
       select s.id from exchange_session s join owner on s.integration_key = owner.key
        where s.summary_only and s.id >= $6 and s.address = $2 and s.last_call_at > now() - make_interval(mins => $5)
        order by s.id desc limit 1),
     touched as (
       update exchange_session set last_call_at = now() where id = (select id from latest) returning id),
     opened as (
       insert into exchange_session (token_hash, integration_key, location_id, user_agent, address, summary_only)
       select $3, key, location_id, $4, $2, true from owner where not exists (select from latest)
       returning id, integration_key, location_id, opened_at), ${COUNT_OPENED}
     select owner.id, owner.key, owner.location_id as "locationId",
            coalesce((select id from touched), (select id from opened)) as "sessionId" from owner`,
    [
      storable(entry.login, 200),
      storable(entry.address, 100),
      randomBytes(32),
      storable(entry.userAgent, 500),
      TOGETHER_MINUTES,
      firstIdOf(dayOf(new Date())),
      meantFor ?? null,
    ],
  )
  const row = rows[0]
  return row && { integration: { client: '', ...entry.integration, ...row }, sessionId: row.sessionId }
}
