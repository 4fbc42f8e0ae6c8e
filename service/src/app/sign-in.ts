import { type FullSettings, fillSettings, type Settings } from '@obmen/contract/settings'
import type { Config } from '../config.js'
import type { Database, Queryable } from '../db/database.js'
import type {
  ConnectedIntegration,
  ExchangePort,
  Identification,
  Identified,
  LockStatus,
  SeenCall,
  SessionLookup,
  StoredSession,
} from '../exchange/port.js'
import {
  firstRecentSession,
  latestCookielessSession,
  livesOn,
  openSession,
  readToken,
  reopenSession,
  sessionOfCookie,
  touchSession,
  writeToken,
} from '../exchange-sessions/sessions.js'
import { hashExchangePassword, isExchangePassword } from '../integrations/connection/credentials.js'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import { recordSeen, type Seen, storableUserAgent } from '../integrations/connection/record-seen.js'
import { CATALOG_FIRST } from '../integrations/recognition/client-signs.js'
import { appliedSettings } from '../integrations/recognition/recognize-client.js'
import { recordRefusal } from '../integrations/state/record-refusal.js'
import { hasUnconfirmedBatch, mayBeUnconfirmedWithoutCookie } from '../outbox/batches/batch-sql.js'
import { hasOrdersToSendSql } from '../outbox/entries/entry-sql.js'
import { hashSecret, randomSecret } from '../people/secret.js'
import {
  countAttempt,
  countedAddress,
  type LockWaits,
  readLockWaits,
} from '../people/sign-in/sign-in-lock.js'

export type SignInPort = Pick<
  ExchangePort,
  'identify' | 'lockStatus' | 'countFailure' | 'openSession' | 'recordCall'
>

/** A client that only signs in again and again keeps so many sessions, and leaves no more. */
const UNUSED_SESSIONS = 10

/** The login of each one-time password: of a 1C that this server plays itself. */
export type Played = Map<string, string>

/** Who calls, and in which session. `onNews`: the state of an integration may have changed. */
export function signInPort(
  db: Database,
  config: Config,
  onNews: (integrationKey: number) => void,
  played?: Played,
): SignInPort {
  const idleSeconds = config.exchangeSessionHours * 3600
  const recordIfNews = async ({ key, seen }: ConnectedIntegration, shown: Seen): Promise<void> => {
    if (!isNews(seen, shown)) return
    await recordSeen(db, key, shown)
    onNews(key)
  }

  /** Sessions by integration of which this server saw no call after the sign-in; the earliest is reused. */
  const signIns = new Map<number, Set<number>>()

  return {
    identify: request => identify(db, request, { idleSeconds, attempts: config.signInAttempts, played }),
    lockStatus: async attempt =>
      lockStatus(await readLockWaits(db, { scope: 'exchange', ...attempt }, config)),
    async countFailure(attempt) {
      const waits = await countAttempt(db, { scope: 'exchange', ...attempt }, config)
      const { login } = attempt
      const meant = login === undefined ? undefined : await recordRefusal(db, login, new Date())
      if (meant) onNews(meant.key)
      return { ...lockStatus(waits), meantFor: meant?.key }
    },

    async openSession(integration, caller, type) {
      const secret = randomSecret()
      const catalog = type === 'catalog'
      const opening = { integration, tokenHash: hashSecret(secret), ...caller, catalog }
      const unused = signIns.get(integration.key) ?? new Set()
      signIns.set(integration.key, unused)
      const [earliest] = unused.size < UNUSED_SESSIONS ? [] : unused
      if (earliest !== undefined) unused.delete(earliest)
      const again = earliest !== undefined && (await reopenSession(db, earliest, opening))
      const id = again ? earliest : await openSession(db, opening)
      unused.add(id)
      await recordIfNews(integration, { userAgent: caller.userAgent, catalog })
      const payments = decidePaymentForm(integration.settings, undefined)
      return { token: writeToken({ id, secret }), session: { ...NEW_SESSION, id, payments } }
    },
    async recordCall(integration, session, { cmlVersion, initKind, queryVersion, userAgent }) {
      signIns.get(integration.key)?.delete(session.id)
      const updated = {
        ...session,
        cmlVersion: cmlVersion ?? session.cmlVersion,
        initKind: initKind ?? session.initKind,
      }
      const changes =
        !session.calledLately ||
        (session.byCookie && !session.cookieSeen) ||
        updated.cmlVersion !== session.cmlVersion ||
        updated.initKind !== session.initKind
      if (changes) await touchSession(db, session.id, { byCookie: session.byCookie, cmlVersion, initKind })
      await recordIfNews(integration, { userAgent, cmlVersion: queryVersion })
      return { ...updated, payments: decidePaymentForm(integration.settings, updated.cmlVersion) }
    },
  }
}

/** For people, once a minute is enough, unless a call shows something new. */
function isNews(seen: SeenCall, { userAgent, catalog, cmlVersion }: Seen): boolean {
  return (
    !seen.lately ||
    seen.userAgent !== storableUserAgent(userAgent) ||
    (catalog === true && !seen.catalogLately) ||
    (cmlVersion !== undefined && cmlVersion !== seen.cmlVersion)
  )
}

/** Guessing from many addresses never locks a login out; past the limit it is only counted. */
function lockStatus({ pair, address, login }: LockWaits): LockStatus {
  return { lockedSeconds: pair, addressSeconds: address, countOnly: login > 0 }
}

export const NEW_SESSION: Omit<StoredSession, 'id'> = {
  byCookie: false,
  cmlVersion: undefined,
  initKind: undefined,
  cookieSeen: false,
  calledLately: true,
  isSettled: false,
  isOwed: true,
  signs: null,
  catalogFirst: false,
}

interface IdentifyRule {
  idleSeconds: number
  attempts: number
  played?: Played | undefined
}

interface Row
  extends Omit<ConnectedIntegration, 'settings' | 'client'>,
    Omit<StoredSession, 'id' | 'byCookie'> {
  settings: Settings
  sandbox: boolean
  passwordHash: Buffer
  failedOften: boolean
  sessionId: number | null
  sessionOwner: number | null
  sessionLives: boolean | null
}

/** Who calls, in which session, and what it is owed: one statement, which changes nothing. */
export async function identify(
  db: Queryable,
  request: Identification,
  { idleSeconds, attempts, played }: IdentifyRule,
): Promise<Identified> {
  const { credentials, cookie, opens, asksOrders } = request
  const token = cookie === undefined ? undefined : readToken(cookie)
  const by = token && !opens ? 'cookie' : opens || cookie !== undefined ? 'nothing' : 'latest'
  const nobody: Identified = { integration: undefined, failedOften: false, session: UNKNOWN }
  if (!credentials && !token) return nobody
  const statement = credentials ? BY_LOGIN[by] : BY_COOKIE
  const { rows } = await db.query<Row>(
    statement.sql,
    [
      credentials?.login ?? null,
      countedAddress(request.address),
      attempts,
      token?.id ?? null,
      token ? hashSecret(token.secret) : null,
      firstRecentSession(idleSeconds),
      idleSeconds,
      asksOrders,
    ],
    statement.name,
  )
  const row = rows[0]
  const isPlayed = row && credentials && played?.get(credentials.password) === credentials.login
  if (
    credentials &&
    !isPlayed &&
    !isExchangePassword(hashExchangePassword(credentials.password), row?.passwordHash)
  )
    return { ...nobody, failedOften: row?.failedOften ?? true }
  if (!row || (!credentials && !row.sessionLives)) return nobody
  const session = by === 'nothing' ? UNKNOWN : sessionOf(row, by === 'cookie')
  const onlyPlayed = row.sandbox && credentials !== undefined && !isPlayed
  const integration = { ...integrationOf(row), onlyPlayed }
  return { integration, failedOften: row.failedOften, session }
}

const UNKNOWN: SessionLookup = { found: false, reason: 'unknown' }

function sessionOf(row: Row, byCookie: boolean): SessionLookup {
  const { sessionId, sessionOwner, sessionLives, key } = row
  if (sessionId === null) return byCookie ? UNKNOWN : { found: false, reason: 'none' }
  if (sessionOwner !== key) return { found: false, reason: 'foreign' }
  if (!sessionLives) return { found: false, reason: 'expired' }
  const { cmlVersion, initKind, cookieSeen, calledLately, isSettled, isOwed, signs, catalogFirst } = row
  return {
    found: true,
    session: {
      id: sessionId,
      byCookie,
      cmlVersion: cmlVersion ?? undefined,
      initKind: initKind ?? undefined,
      cookieSeen,
      calledLately,
      isSettled,
      isOwed,
      signs,
      catalogFirst,
    },
  }
}

function integrationOf(row: Row): ConnectedIntegration {
  const { id, key, locationId, companyId, name, login, enabled, passwordChangedAt, timezone, seen } = row
  const settings: FullSettings = fillSettings(row.settings)
  const { client } = settings
  const place = { locationId, companyId, timezone }
  return { id, key, ...place, name, login, enabled, client, passwordChangedAt, settings, seen }
}

/** What is asked of one call; the session `s` may be absent. */
const columns = (unsettled: string): string => `
  i.id, i.key, i.location_id as "locationId", i.company_id as "companyId", i.name, i.login, i.enabled, i.sandbox, l.timezone,
  ${appliedSettings('i')} as settings,
  i.password_hash as "passwordHash", i.password_changed_at::text as "passwordChangedAt",
  json_build_object(
    'userAgent', i.last_user_agent,
    'cmlVersion', i.last_cml_version,
    'lately', coalesce(i.last_seen_at between now() - interval '1 minute' and now() + interval '1 minute'
                       and i.last_seen_at >= i.password_changed_at, false) and i.refused_at is null,
    'catalogLately', coalesce(i.catalog_at > now() - interval '1 minute', false)) as seen,
  i.client_signs as signs, ${CATALOG_FIRST} as "catalogFirst",
  exists (select from sign_in_failure f
           where f.scope = 'exchange' and f.login = asked.login and f.address = asked.address
             and f.failures >= asked.attempts) as "failedOften",
  s.id as "sessionId", s.integration_key as "sessionOwner", ${livesOn('asked.idle')} as "sessionLives",
  s.cml_version as "cmlVersion", s.init_kind as "initKind", s.cookie_seen as "cookieSeen",
  s.last_call_at > now() - interval '1 minute' as "calledLately",
  asked.orders and ${hasOrdersToSendSql('i.key')} as "isOwed", not ${unsettled} as "isSettled"`

/** As a row, so that a statement may leave some unused. */
const ASKED = `(select $1::text as login, $2::text as address, $3::int as attempts, $4::bigint as session_id,
  $5::bytea as token_hash, $6::bigint as since, $7::float as idle, $8::boolean as orders) asked`

const OF_COOKIE = sessionOfCookie('asked.session_id', 'asked.token_hash')
const UNSETTLED = hasUnconfirmedBatch('s.id', { byCookie: true })
/** Known only for calls that ask for orders: `success` always looks for the latest batch. */
const UNSETTLED_LATEST = `(not asked.orders or ${hasUnconfirmedBatch('s.id', { byCookie: false })}
  or ${mayBeUnconfirmedWithoutCookie('i.key')})`

const byLogin = (session: string, unsettled: string): string => `
  select ${columns(unsettled)}
    from ${ASKED}
    join integration i on i.login = asked.login
    join location l on l.id = i.location_id
    left join lateral ${session} s on true`

const BY_LOGIN = {
  nothing: {
    name: 'exchange-by-login',
    sql: byLogin('(select * from exchange_session where false)', 'false'),
  },
  cookie: { name: 'exchange-by-login-and-cookie', sql: byLogin(OF_COOKIE, UNSETTLED) },
  latest: {
    name: 'exchange-by-login-latest',
    sql: byLogin(latestCookielessSession('i.key', 'asked.since', 'asked.idle'), UNSETTLED_LATEST),
  },
}

const BY_COOKIE = {
  name: 'exchange-by-cookie',
  sql: `
  select ${columns(UNSETTLED)}
    from ${ASKED}
    cross join lateral ${OF_COOKIE} s
    join integration i on i.key = s.integration_key
    join location l on l.id = i.location_id`,
}
