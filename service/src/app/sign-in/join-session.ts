import type { Queryable } from '../../db/database.js'
import { dayOf } from '../../db/days.js'
import type { InitKind } from '../../exchange/port.js'
import { LATEST_SESSIONS } from '../../exchange-sessions/latest-cookieless-session.js'
import { CATALOG_FIRST } from '../../integrations/recognition/store-signs.js'
import { hasUnconfirmedBatch, mayBeUnconfirmedWithoutCookie } from '../../outbox/batches/batch-sql.js'
import { hasOrdersToSendSql } from '../../outbox/entries/entry-sql.js'
import { CALLS_A_STATEMENT, gather, MAX_WAIT_MS } from './gather.js'
import { type DayStatement, dayOfSession, onDayTable } from './on-day-table.js'
import { IS_LONG_AGO, isCaller, SIGN_IN_COLUMNS, type SignInRow } from './sign-in-sql.js'

/** A call with the cookie of a session, or with login and password alone. */
export interface Joining {
  /** Login and password are undefined if the call brings the cookie alone. */
  login: string | undefined
  passwordHash: Buffer | undefined
  /** The result of `countedAddress`. */
  countedAddress: string
  /** Of the cookie: its session, and SHA-256 of its secret. Without: the integration's latest session that nobody came back to with its cookie. */
  cookie: { sessionId: number; tokenHash: Buffer } | undefined
  userAgent: string
  cmlVersion: string | undefined
  initKind: InitKind | undefined
  /** What the call announces is what the next query will. */
  announcesForQuery: boolean
  asksOrders: boolean
}

export interface JoinedRow extends SignInRow {
  sessionId: number
  cmlVersion: string | null
  initKind: InitKind | null
  briefCalls: number
  /** Whether the rows of the session and of the integration need an update. */
  touchesSession: boolean
  touchesIntegration: boolean
  timezone: string
  owed: boolean
  /** Without a cookie only looked at for a call that asks for orders. */
  unsettled: boolean
  signs: string | null
  catalogFirst: boolean
}

/** While this statement runs, calls wait to be looked up together in the next: under load one answers many. */
const STATEMENTS_AT_ONCE = 1

/** Finds the caller and its session; undefined if anything about the call is in doubt. */
export type JoinSession = (joining: Joining) => Promise<JoinedRow | undefined>

export interface JoinRule {
  /** A session without calls for this long has ended. */
  idleSeconds: number
  /** SIGN_IN_ATTEMPTS. */
  attempts: number
}

export function sessionJoiner(db: Queryable, rule: JoinRule): JoinSession {
  const days = new Map<number, JoinSession>()
  const together = (look: (calls: Joining[]) => Promise<(JoinedRow | undefined)[]>): JoinSession =>
    gather(look, { atOnce: STATEMENTS_AT_ONCE, most: CALLS_A_STATEMENT, maxWaitMs: MAX_WAIT_MS })
  // Of today alone: one that goes on after midnight is left to the slow path.
  const joinLatest = together(calls => joinAll(db, JOIN_LATEST, dayOf(new Date()), calls, rule))
  const ofDay = (day: number): JoinSession => {
    const join = together(calls => joinAll(db, JOIN, day, calls, rule))
    days.set(day, join)
    for (const old of days.keys()) if (old < dayOf(new Date()) - 1) days.delete(old)
    return join
  }
  return async joining => {
    if (joining.cookie === undefined) return joinLatest(joining)
    const day = dayOfSession(joining.cookie.sessionId)
    // A cookie that claims to be of another day is looked up alone, so that nobody waits for it.
    if (Math.abs(dayOf(new Date()) - day) > 1) return (await joinAll(db, JOIN, day, [joining], rule))[0]
    return (days.get(day) ?? ofDay(day))(joining)
  }
}

async function joinAll(
  db: Queryable,
  statement: DayStatement,
  sessionDay: number,
  calls: readonly Joining[],
  { idleSeconds, attempts }: JoinRule,
): Promise<(JoinedRow | undefined)[]> {
  const values = [
    calls.map(call => call.login ?? null),
    calls.map(call => call.passwordHash ?? null),
    calls.map(call => call.cookie?.sessionId ?? null),
    calls.map(call => call.cookie?.tokenHash ?? null),
    calls.map(call => call.userAgent),
    calls.map(call => call.cmlVersion ?? null),
    calls.map(call => call.initKind ?? null),
    calls.map(call => call.asksOrders),
    idleSeconds,
    calls.map(call => call.countedAddress),
    attempts,
    calls.map(call => call.announcesForQuery),
  ]
  const rows = await onDayTable<JoinedRow & { place: number }>(db, sessionDay, statement, values)
  const found: (JoinedRow | undefined)[] = calls.map(() => undefined)
  for (const row of rows) found[row.place - 1] = row
  return found
}

const IS_CALLER = isCaller({
  login: 'asked.login',
  passwordHash: 'asked.password_hash',
  address: 'asked.address',
  attempts: '$11::int',
})

/** What 1C last announced, if this call shows it; a query without an announcement shows that there is none (record-version.ts). */
const ANNOUNCED = `coalesce(asked.cml_version, s.cml_version)`

// "(select $1)": planned once for any number of calls; for an array of known length the planner would make a new plan each time, which
// takes longer than the work. "offset 0": each call is looked up by its keys, and asks the outbox once. Nothing is written, which halves
// the cost of most calls: that the cookie was used is recorded together with the journal's calls, or immediately if the session has
// orders.
const joinSql = ({
  session,
  unsettled,
  touches,
}: {
  session: string
  unsettled: string
  touches: string
}): string => `
  select asked.place, found.*, ${touches} as "touchesSession"
    from unnest((select $1::text[]), (select $2::bytea[]), (select $3::bigint[]), (select $4::bytea[]), (select $5::text[]),
                (select $6::text[]), (select $7::text[]), (select $8::boolean[]), (select $10::text[]),
                (select $12::boolean[])) with ordinality
           as asked(login, password_hash, session_id, token_hash, user_agent, cml_version, init_kind, asks_orders, address, for_query, place)
   cross join lateral (
      select ${SIGN_IN_COLUMNS}, l.timezone, s.id as "sessionId", ${ANNOUNCED} as "cmlVersion", s.brief_count as "briefCalls",
             coalesce(asked.init_kind, s.init_kind) as "initKind", i.client_signs::text as signs, ${CATALOG_FIRST} as "catalogFirst",
             s.cookie_seen as "cookieSeen",
             s.last_call_at < now() - interval '1 minute' or ${ANNOUNCED} is distinct from s.cml_version
             or coalesce(asked.init_kind, s.init_kind) is distinct from s.init_kind as "isStale",
             ${IS_LONG_AGO} or i.last_user_agent is distinct from asked.user_agent
             or (asked.asks_orders or asked.for_query and asked.cml_version is not null) and ${ANNOUNCED} is distinct from i.last_cml_version as "touchesIntegration",
             asked.asks_orders and ${hasOrdersToSendSql('i.key')} as owed,
             ${unsettled} as unsettled
        from integration i join location l on l.id = i.location_id ${session}
       where i.enabled and (asked.login is null or ${IS_CALLER})
      offset 0) found`

const JOIN: DayStatement = {
  name: 'exchange-join',
  sql: table =>
    joinSql({
      session: `join ${table} s on s.integration_key = i.key and s.id = asked.session_id and s.token_hash = asked.token_hash
         and not s.summary_only and s.last_call_at > now() - make_interval(secs => $9)
         and i.password_changed_at <= coalesce(s.password_changed_at, s.opened_at)`,
      unsettled: hasUnconfirmedBatch('s.id', { byCookie: true }),
      touches: `(owed or unsettled) and not "cookieSeen" or "isStale"`,
    }),
}

/** The same of a call without a cookie; `latestCookielessSession` is the slow path's. */
const JOIN_LATEST: DayStatement = {
  name: 'exchange-join-latest',
  sql: table =>
    joinSql({
      session: `cross join lateral (
         select * from (select * from ${table} own where own.integration_key = i.key
                         order by own.id desc limit ${LATEST_SESSIONS}) latest
          where not cookie_seen and not summary_only and last_call_at > now() - make_interval(secs => $9)
          order by id desc limit 1) s`,
      unsettled: `(asked.asks_orders and (${hasUnconfirmedBatch('s.id', { byCookie: false })} or ${mayBeUnconfirmedWithoutCookie('i.key')}))`,
      touches: '"isStale"',
    }),
}
