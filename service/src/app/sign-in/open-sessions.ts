import type { Queryable } from '../../db/database.js'
import { CALLS_A_STATEMENT, gather, MAX_WAIT_MS } from './gather.js'
import { ASYNC_COMMIT, IS_LONG_AGO, isCaller, SIGN_IN_COLUMNS, type SignInRow } from './sign-in-sql.js'

/** A sign-in, which opens a session. */
export interface Opening {
  login: string
  passwordHash: Buffer
  /** SHA-256 of the cookie's secret. */
  tokenHash: Buffer
  userAgent: string
  address: string
  /** The result of `countedAddress`. */
  countedAddress: string
  catalog: boolean
}

export interface OpenedRow extends SignInRow {
  sessionId: number
  /** The integration's row needs an update. */
  touches: boolean
}

/** Opens a session; undefined if anything about the call is in doubt, or another transaction holds a lock that it needs. */
export type OpenSession = (opening: Opening) => Promise<OpenedRow | undefined>

/** While this statement runs, sign-ins wait to be opened together in the next. */
const STATEMENTS_AT_ONCE = 1

/** Sessions of many integrations, opened in one statement that waits for nobody's lock. `attempts`: SIGN_IN_ATTEMPTS. */
export function sessionOpener(db: Queryable, attempts: number): OpenSession {
  return gather((openings: Opening[]) => openAll(db, openings, attempts), {
    atOnce: STATEMENTS_AT_ONCE,
    most: CALLS_A_STATEMENT,
    maxWaitMs: MAX_WAIT_MS,
  })
}

async function openAll(
  db: Queryable,
  openings: readonly Opening[],
  attempts: number,
): Promise<(OpenedRow | undefined)[]> {
  const { rows } = await db.query<OpenedRow & { place: number }>(
    OPEN_ALL,
    [
      openings.map(({ login }) => login),
      openings.map(({ passwordHash }) => passwordHash),
      openings.map(({ tokenHash }) => tokenHash),
      openings.map(({ userAgent }) => userAgent),
      openings.map(({ address }) => address),
      openings.map(({ catalog }) => catalog),
      openings.map(({ countedAddress }) => countedAddress),
      attempts,
    ],
    'exchange-open-all',
  )
  const found: (OpenedRow | undefined)[] = openings.map(() => undefined)
  for (const row of rows) found[row.place - 1] = row
  return found
}

const IS_CALLER = isCaller({
  login: 'asked.login',
  passwordHash: 'asked.password_hash',
  address: 'asked.counted_address',
  attempts: '$8::int',
})

// Not among the free: the first exchange of a day, which has no row to be counted in yet, and one whose row is locked by a transaction
// that may take long. "offset 0": each is looked up by its keys. "(select $1)": planned once, whatever the length of the arrays.
const OPEN_ALL = `
  with who as materialized (
    select asked.place, asked.token_hash, asked.user_agent, asked.address, asked.catalog, found.*
      from unnest((select $1::text[]), (select $2::bytea[]), (select $3::bytea[]), (select $4::text[]), (select $5::text[]), (select $6::boolean[]),
                  (select $7::text[]))
             with ordinality as asked(login, password_hash, token_hash, user_agent, address, catalog, counted_address, place)
     cross join lateral (
       select ${SIGN_IN_COLUMNS}, i.password_changed_at, (now() at time zone l.timezone)::date as day,
              ${IS_LONG_AGO} or i.last_user_agent is distinct from asked.user_agent
              or asked.catalog and (i.catalog_at is null or i.catalog_at < now() - interval '1 minute') as touches
         from integration i join location l on l.id = i.location_id
        where i.enabled and ${IS_CALLER}
       offset 0) found),
  free as materialized (
    select who.place
      from who cross join lateral (
        select from exchange_day d where d.integration_key = who.key and d.day = who.day for no key update skip locked) counter),
  opened as (
    insert into exchange_session (token_hash, integration_key, location_id, user_agent, address, password_changed_at, catalog)
    select token_hash, key, "locationId", user_agent, address, password_changed_at, catalog from who join free using (place)
    returning id, token_hash),
  counted as (
    update exchange_day d set exchanges = d.exchanges + one_day.count
      from (select key, day, count(*) as count from who join free using (place) group by key, day) one_day
     where d.integration_key = one_day.key and d.day = one_day.day)
  select who.*, opened.id as "sessionId", ${ASYNC_COMMIT} from who join opened using (token_hash)`
