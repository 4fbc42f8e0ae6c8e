import { randomBytes } from 'node:crypto'
import type { Queryable } from '../../db/database.js'
import { dayOf, firstIdOf } from '../../db/days.js'
import { COUNT_OPENED } from '../../exchange-sessions/count-exchanges.js'
import { type Entry, kept, type RecordedIntegration } from './entry.js'

/** Rejected calls of one address and day (UTC), at most this far apart, are one exchange. */
const TOGETHER_MINUTES = 10
/** How many pairs of login and address are counted between two writes; others are not counted. */
const MAX_COUNTED = 1000
/** How many of an integration's latest summaries are searched, and of how many days. */
const RECENT_SUMMARIES = 100
const DAYS = 2

/** The headers that help to identify a client; others of a stranger are not stored. */
const KEPT_HEADERS = [
  'user-agent',
  'authorization',
  'cookie',
  'content-type',
  'content-length',
  'x-forwarded-for',
  'www-authenticate',
]
const MAX_HEADER_LENGTH = 200
const MAX_URL_LENGTH = 500

/** Shortens a call that was refused before it had a session, since strangers can make any number of them. */
export function shortenRejected(entry: Entry): Entry {
  return {
    ...entry,
    url: kept(entry.url, MAX_URL_LENGTH),
    userAgent: kept(entry.userAgent, MAX_HEADER_LENGTH),
    requestHeaders: shortenHeaders(entry.requestHeaders),
    responseHeaders: entry.responseHeaders && shortenHeaders(entry.responseHeaders),
  }
}

function shortenHeaders(headers: Record<string, string>): Record<string, string> {
  const chosen = Object.entries(headers).filter(([name]) => KEPT_HEADERS.includes(name))
  return Object.fromEntries(chosen.map(([name, value]) => [name, kept(value, MAX_HEADER_LENGTH)]))
}

/**
 * The exchange of a call refused before it had a session. An unknown login belongs to the integration with a
 * similar one (`meantFor`); undefined if there is none: nobody may see such a call.
 */
export async function placeRejected(
  db: Queryable,
  entry: Entry,
  meantFor: number | undefined,
): Promise<Pick<Entry, 'integration' | 'sessionId'> | undefined> {
  if (entry.login === undefined) return undefined
  const { rows: owners } = await db.query<Omit<RecordedIntegration, 'client'>>(
    `select id, key, location_id as "locationId" from integration
      where login = $1 or key = $2 order by login = $1 desc limit 1`,
    [kept(entry.login, 200), meantFor ?? null],
  )
  if (!owners[0]) return undefined
  const integration = { client: 'auto' as const, ...entry.integration, ...owners[0] }
  const { rows } = await db.query<{ sessionId: number }>(
    `with owner as (select key, location_id from integration where key = $1),
     latest as (
       select s.id from exchange_session s join owner on s.integration_key = owner.key
        where s.summary_only and s.id >= $6 and s.address = $2
          and s.last_call_at > now() - make_interval(mins => $5)
        order by s.id desc limit 1),
     touched as (
       update exchange_session set last_call_at = now() where id = (select id from latest) returning id),
     opened as (
       insert into exchange_session (token_hash, integration_key, location_id, user_agent, address,
         summary_only)
       select $3, key, location_id, $4, $2, true from owner where not exists (select from latest)
       returning id, integration_key, location_id, opened_at), ${COUNT_OPENED}
     select coalesce((select id from touched), (select id from opened)) as "sessionId" from owner`,
    [
      integration.key,
      entry.address,
      randomBytes(32),
      kept(entry.userAgent, 500),
      TOGETHER_MINUTES,
      firstIdOf(dayOf(new Date())),
    ],
  )
  return rows[0] && { integration, sessionId: rows[0].sessionId }
}

export interface Repeated {
  login: string
  address: string
  count: number
}

/** Refused calls that are not recorded, by login and address, until they are added. */
export class Repeats {
  #counted = new Map<string, Repeated>()

  add({ login, address }: Pick<Repeated, 'login' | 'address'>): void {
    const key = JSON.stringify([login, address])
    const known = this.#counted.get(key)
    if (known) known.count++
    else if (this.#counted.size < MAX_COUNTED) this.#counted.set(key, { login, address, count: 1 })
  }

  take(): Repeated[] {
    const taken = [...this.#counted.values()]
    this.#counted.clear()
    return taken
  }
}

/** Adds the numbers to the last recorded calls of the same login and address, or else of the same login. */
export async function addRepeats(db: Queryable, calls: readonly Repeated[]): Promise<void> {
  if (calls.length === 0) return
  await db.query(ADD_REPEATS, [
    calls.map(({ login }) => kept(login, 200)),
    calls.map(({ address }) => address),
    calls.map(({ count }) => count),
    RECENT_SUMMARIES,
    firstIdOf(dayOf(new Date()) - DAYS),
  ])
}

const ADD_REPEATS = `
  with call as (select * from unnest($1::text[], $2::text[], $3::int[]) as call(login, address, count)),
  summary as (
    select latest.id, sum(call.count) as count
      from call
      join integration i on i.login = call.login
     cross join lateral (
       select h.id from (select id, address from exchange_session
                          where integration_key = i.key and summary_only and id >= $5 order by id desc
                            limit $4) h
        order by h.address = call.address desc, h.id desc limit 1) latest
     group by latest.id),
  touched as (
    update exchange_session s set last_call_at = now() from summary where s.id = summary.id)
  update journal_entry e set repeats = e.repeats + summary.count
    from summary
   where e.id = (select id from journal_entry where session_id = summary.id and id >= $5
     order by id desc limit 1)`
