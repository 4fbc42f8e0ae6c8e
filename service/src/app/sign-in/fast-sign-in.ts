import type { FullSettings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { storable } from '../../db/values/storable.js'
import type { ConnectedIntegration, FastSignIn, FastSignInRequest } from '../../exchange/port.js'
import { readToken, type SessionToken, writeToken } from '../../exchange-sessions/session-token.js'
import { hashExchangePassword, isExchangePassword } from '../../integrations/connection/credentials.js'
import { decidePaymentForm } from '../../integrations/connection/payment-form.js'
import { recordSeen } from '../../integrations/connection/record-seen.js'
import { hashSecret, randomSecret } from '../../people/secret.js'
import { countedAddress } from '../../people/sign-in/sign-in-lock.js'
import { offerNothing } from '../../sale-feed/offer-nothing.js'
import { cachedSettings } from './cached-settings.js'
import { type JoinedRow, type JoinRule, type JoinSession, sessionJoiner } from './join-session.js'
import { type OpenSession, sessionOpener } from './open-sessions.js'
import { ASYNC_COMMIT, type SignInRow } from './sign-in-sql.js'
import { sessionToucher, type TouchSession } from './touch-sessions.js'

type Credentials = NonNullable<FastSignInRequest['credentials']>

/**
 * Signs in and finds the session of nearly every call in one statement: a known login that isn't locked and its password, or a cookie
 * alone; an integration that is not paused; and a new session, that of a valid cookie, or without one the latest of today. Returns undefined in any other case: the caller
 * then goes step by step, each step with its own refusal. `ownOf`: the connections of an integration, for what waits for a lock.
 */
export function fastSignIn(
  db: Queryable,
  ownOf: (integration: { key: number; locationId: string }) => Queryable,
  rule: JoinRule,
): (request: FastSignInRequest) => Promise<FastSignIn | undefined> {
  const open = sessionOpener(db, rule.attempts)
  const join = sessionJoiner(db, rule)
  const touch = sessionToucher(db, ownOf)
  return async request => {
    if (request.opens) return request.credentials && openNewSession(db, open, request.credentials, request)
    const token = request.cookie === undefined ? undefined : readToken(request.cookie)
    if (!token && (request.cookie !== undefined || !request.credentials)) return undefined
    return resumeSession({ db, join, touch }, token, request)
  }
}

async function openNewSession(
  db: Queryable,
  open: OpenSession,
  { login, password }: Credentials,
  { caller, catalog }: FastSignInRequest,
): Promise<FastSignIn | undefined> {
  const passwordHash = hashExchangePassword(password)
  const secret = randomSecret()
  const row = await open({
    ...{ login: storableLogin(login), passwordHash },
    ...{ tokenHash: hashSecret(secret), userAgent: storable(caller.userAgent, USER_AGENT_LENGTH) },
    ...{ address: storable(caller.address, 100), countedAddress: countedAddress(caller.address), catalog },
  })
  if (!isExchangePassword(passwordHash, row?.passwordHash) || !row) return undefined
  if (row.touches) await recordSeen(db, row.key, { ...caller, catalog }, new Date())
  const settings = cachedSettings(row.key, row.settings)
  return {
    integration: integrationOf(row, settings),
    session: {
      ...{ id: row.sessionId, integrationKey: row.key, cmlVersion: undefined, initKind: undefined },
      payments: decidePaymentForm(settings, undefined),
      briefCalls: 0,
    },
    token: writeToken({ id: row.sessionId, secret }),
    wasRecorded: row.touches,
  }
}

interface ResumeDeps {
  db: Queryable
  join: JoinSession
  touch: TouchSession
}

async function resumeSession(
  { db, join, touch }: ResumeDeps,
  token: SessionToken | undefined,
  request: FastSignInRequest,
): Promise<FastSignIn | undefined> {
  const { credentials, cmlVersion, initKind, announcesForQuery, asksOrders } = request
  const passwordHash = credentials && hashExchangePassword(credentials.password)
  const userAgent = storable(request.caller.userAgent, USER_AGENT_LENGTH)
  const row = await join({
    ...{ login: credentials && storableLogin(credentials.login), passwordHash },
    ...{ countedAddress: countedAddress(request.caller.address) },
    ...{ cookie: token && { sessionId: token.id, tokenHash: hashSecret(token.secret) }, userAgent },
    ...{ cmlVersion, initKind, announcesForQuery, asksOrders },
  })
  if (passwordHash && !isExchangePassword(passwordHash, row?.passwordHash)) return undefined
  if (!row) return undefined
  const byCookie = token !== undefined
  const id = row.sessionId
  if (row.touchesSession) await touch({ sessionId: id, integration: row, cmlVersion, initKind, byCookie })
  if (row.touchesIntegration) await touchIntegration(db, row, request, userAgent)
  const settings = cachedSettings(row.key, row.settings)
  const known = row.cmlVersion ?? undefined
  const payments = decidePaymentForm(settings, known)
  const nothing = () => offerNothing({ settings, timezone: row.timezone, payments })
  return {
    integration: integrationOf(row, settings),
    session: {
      ...{ id, integrationKey: row.key, cmlVersion: known, initKind: row.initKind ?? undefined },
      ...{ payments, briefCalls: row.briefCalls },
      ...{ byCookie, isSettled: (byCookie || asksOrders) && !row.unsettled },
      signs: { stored: row.signs, catalogFirst: row.catalogFirst },
      ...(asksOrders && !row.owed && !row.unsettled && { emptyAnswer: nothing }),
    },
    token: token && writeToken(token),
    wasRecorded: row.touchesIntegration,
  }
}

async function touchIntegration(
  db: Queryable,
  { key, cmlVersion }: JoinedRow,
  request: FastSignInRequest,
  userAgent: string,
): Promise<void> {
  const { asksOrders, announcesForQuery } = request
  const tellsVersion = asksOrders || (announcesForQuery && request.cmlVersion !== undefined)
  await db.query(TOUCH_INTEGRATION, [key, userAgent, tellsVersion, cmlVersion], 'exchange-touch-integration')
}

function integrationOf(row: SignInRow, settings: FullSettings): ConnectedIntegration {
  const { id, key, locationId, name, enabled, passwordChangedAt } = row
  const { client, schemaversion: schemaVersion, payments, zip, filelimit: fileLimit, accept1c } = settings
  return {
    ...{ id, key, locationId, name, enabled, passwordChangedAt },
    ...{ client, schemaVersion, payments, zip, fileLimit, accept1c },
  }
}

function storableLogin(login: string): string {
  return login.replaceAll('\0', '\uFFFD')
}

const USER_AGENT_LENGTH = 300

// If the integration is locked by a change, this is left to the next call.
const TOUCH_INTEGRATION = `
  with seen as (
    update integration i
       set first_seen_at = coalesce(i.first_seen_at, now()), last_seen_at = now(), last_user_agent = $2,
           refused_since = null, refused_at = null, refused_login = null,
           last_cml_version = case when $3::boolean then $4::text else i.last_cml_version end
      from (select key from integration where key = $1 for no key update skip locked) free
     where i.key = free.key)
  select ${ASYNC_COMMIT}`
