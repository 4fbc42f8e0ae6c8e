import { randomBytes } from 'node:crypto'
import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import { storable } from '../../db/values.js'
import { COUNT_OPENED } from '../../exchange-sessions/count-exchanges.js'
import type { KnownEntry, RecordedIntegration } from './known-entry.js'

/** Rejected calls from one address that are at most this far apart, and of one day (UTC), are one exchange in the journal. */
const TOGETHER_MINUTES = 10

interface Connections {
  /** Waits for nobody. */
  db: Queryable
  /** Those of the entry's integration, whose day may be locked while it is counted. */
  entryDb: (entry: KnownEntry) => Queryable
}

/**
 * Records a call that was refused before it had a session (a wrong password, an unknown cookie) as an exchange of its own, or nobody
 * would find out why a 1C can't connect. A login that does not exist is attributed to the integration with a similar one (`meantFor`);
 * undefined if there is none, since nobody may see such a call.
 */
export async function recordRejectedRequest(
  { db, entryDb }: Connections,
  entry: KnownEntry,
  meantFor?: number,
): Promise<Pick<KnownEntry, 'integration' | 'sessionId'> | undefined> {
  if (entry.login === undefined) return undefined
  const { rows: owners } = await db.query<Omit<RecordedIntegration, 'client'>>(
    `select id, key, location_id as "locationId" from integration where login = $1 or key = $2 order by login = $1 desc limit 1`,
    [storable(entry.login, 200), meantFor ?? null],
  )
  if (!owners[0]) return undefined
  const integration = { client: 'auto' as const, ...entry.integration, ...owners[0] }
  const { rows } = await entryDb({ ...entry, integration }).query<{ sessionId: number }>(
    `with owner as (select key, location_id from integration where key = $1),
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
     select coalesce((select id from touched), (select id from opened)) as "sessionId" from owner`,
    [
      integration.key,
      storable(entry.address, 100),
      randomBytes(32),
      storable(entry.userAgent, 500),
      TOGETHER_MINUTES,
      firstIdOf(dayOf(new Date())),
    ],
  )
  return rows[0] && { integration, sessionId: rows[0].sessionId }
}
