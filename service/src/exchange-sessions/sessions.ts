import type { Queryable } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'
import { storable } from '../db/values.js'
import { COUNT_OPENED } from './count-exchanges.js'

export interface SessionToken {
  id: number
  secret: string
}

export function writeToken({ id, secret }: SessionToken): string {
  return `${id.toString(36)}.${secret}`
}

/** Undefined for anything that writeToken didn't write. */
export function readToken(text: string): SessionToken | undefined {
  const match = /^([0-9a-z]{1,10})\.([\w-]{1,200})$/.exec(text)
  return match ? { id: Number.parseInt(match[1]!, 36), secret: match[2]! } : undefined
}

export interface SessionOpening {
  integration: { key: number; locationId: string; passwordChangedAt: string }
  tokenHash: Uint8Array
  userAgent: string
  address: string
  catalog?: boolean
}

/** If the database machine crashes, 1C simply opens a new session: no need to wait for the disk. */
const ASYNC_COMMIT = `set_config('synchronous_commit', 'off', true)`

/** Opens an exchange session and returns its id; its row is also the journal's summary of the exchange. */
export async function openSession(db: Queryable, opening: SessionOpening): Promise<number> {
  const { rows } = await db.query<{ id: number }>(OPEN, valuesOf(opening), 'exchange-session-open')
  return rows[0]!.id
}

function valuesOf(opening: SessionOpening): unknown[] {
  const { integration, tokenHash, userAgent, address, catalog = false } = opening
  const { key, locationId, passwordChangedAt } = integration
  const client = [storable(userAgent, 500), storable(address, 100)]
  return [tokenHash, key, locationId, ...client, passwordChangedAt, catalog]
}

const OPEN = `
  with opened as (
    insert into exchange_session
      (token_hash, integration_key, location_id, user_agent, address, password_changed_at, catalog)
    values ($1, $2, $3, $4, $5, $6, $7) returning id, integration_key, location_id, opened_at),
  ${COUNT_OPENED}
  select id, ${ASYNC_COMMIT} from opened`

/**
 * Gives a session of the last hour, of the same client, a new token if nothing came after its sign-in: the
 * earlier cookie is void. Returns whether it did.
 */
export async function reopenSession(db: Queryable, id: number, opening: SessionOpening): Promise<boolean> {
  const { rowCount } = await db.query(REOPEN, [...valuesOf(opening), id])
  return rowCount > 0
}

const REOPEN = `
  update exchange_session set token_hash = $1, password_changed_at = $6, last_call_at = now()
   where id = $8 and integration_key = $2 and location_id = $3 and user_agent = $4 and address = $5
     and catalog = $7 and opened_at > now() - interval '1 hour'
     and outcome = 'nothing' and call_count <= 1 and init_kind is null and not cookie_seen`

/** What the next call must know of the session after this one; what is undefined stays as it was. */
export interface SessionCall {
  byCookie: boolean
  cmlVersion: string | undefined
  initKind: 'plain' | 'version' | undefined
}

export async function touchSession(
  db: Queryable,
  id: number,
  { byCookie, cmlVersion, initKind }: SessionCall,
): Promise<void> {
  await db.query(TOUCH, [id, byCookie, cmlVersion ?? null, initKind ?? null], 'exchange-session-touch')
}

const TOUCH = `
  with touched as (
    update exchange_session
       set last_call_at = now(), cookie_seen = cookie_seen or $2, cml_version = coalesce($3, cml_version),
           init_kind = coalesce($4, init_kind)
     where id = $1)
  select ${ASYNC_COMMIT}`

/** Session `s` of integration `i` was called lately, and opened with the password of now. */
export const livesOn = (idleSeconds: string): string => `(
  s.last_call_at > now() - make_interval(secs => ${idleSeconds})
  and i.password_changed_at <= coalesce(s.password_changed_at, s.opened_at))`

/** `limit 1`: PostgreSQL then keeps a plan for sessions of any day, where it would plan each call again. */
export const sessionOfCookie = (id: string, tokenHash: string): string =>
  `(select * from exchange_session
     where id = ${id} and token_hash = ${tokenHash} and not summary_only limit 1)`

/** Only few begin since a client's last call; nobody should wait while thousands are passed over. */
export const LATEST_SESSIONS = 100

/**
 * A call without a cookie belongs to the latest session whose cookie was never sent back, so that it never
 * joins that of a client with cookies. `since`: see `firstRecentSession`.
 */
export const latestCookielessSession = (
  integrationKey: string,
  since: string,
  idleSeconds: string,
): string => `(
  select * from (select * from exchange_session own
                  where own.integration_key = ${integrationKey} and own.id >= ${since}
                  order by own.id desc limit ${LATEST_SESSIONS}) latest
   where not cookie_seen and not summary_only and last_call_at > now() - make_interval(secs => ${idleSeconds})
   order by id desc limit 1)`

/** Older ones are not continued without a cookie, or one would lead the journal for ever. */
export function firstRecentSession(idleSeconds: number): number {
  return firstIdOf(dayOf(new Date(Date.now() - idleSeconds * 1000)) - 1)
}
