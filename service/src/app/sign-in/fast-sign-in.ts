import type { FullSettings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { storable } from '../../db/values/storable.js'
import type { ConnectedIntegration, FastSignIn, FastSignInRequest } from '../../exchange/port.js'
import { COUNT_OPENED } from '../../exchange-sessions/count-exchanges.js'
import { readToken, type SessionToken, writeToken } from '../../exchange-sessions/session-token.js'
import { hashExchangePassword, isExchangePassword } from '../../integrations/connection/credentials.js'
import { decidePaymentForm } from '../../integrations/connection/payment-form.js'
import { recordSeen } from '../../integrations/connection/record-seen.js'
import { hashSecret, randomSecret } from '../../people/secret.js'
import { offerNothing } from '../../sale-feed/offer-nothing.js'
import { ENTERED_COLUMNS, type EnteredRow, IS_LONG_AGO, mayEnter, UNHURRIED } from './enter-sql.js'
import { type JoinedRow, type JoinSession, sessionJoiner } from './join-session.js'
import { type DayStatement, dayOfSession, onDayTable } from './on-day-table.js'
import { readSettings } from './remember-settings.js'

/**
 * Signs in and finds the session of nearly every call in one statement: a known login without recent failures, its password, an
 * integration that is not paused, and either a new session or a valid cookie. Undefined in any other case: the caller then goes
 * step by step, each step with its own refusal.
 */
export function fastSignIn(
  db: Queryable,
  idleSeconds: number,
): (request: FastSignInRequest) => Promise<FastSignIn | undefined> {
  const join = sessionJoiner(db, idleSeconds)
  return async request => {
    if (request.opens) return enterAnew(db, request)
    const token = readToken(request.cookie ?? '')
    return token && enterAgain(db, join, token, request)
  }
}

interface OpenedRow extends EnteredRow {
  sessionId: number
  touches: boolean
}

async function enterAnew(db: Queryable, request: FastSignInRequest): Promise<FastSignIn | undefined> {
  const { caller, catalog } = request
  const secret = randomSecret()
  const { rows } = await db.query<OpenedRow>(
    OPEN,
    [
      storableLogin(request),
      hashExchangePassword(request.password),
      hashSecret(secret),
      storable(caller.userAgent, USER_AGENT_LENGTH),
      storable(caller.address, 100),
      catalog,
    ],
    'exchange-open',
  )
  const row = rows[0]
  if (!isExchangePassword(request.password, row?.passwordHash) || !row) return undefined
  if (row.touches) await recordSeen(db, row.key, { ...caller, catalog }, new Date())
  const settings = readSettings(row.settings)
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

async function enterAgain(
  db: Queryable,
  join: JoinSession,
  { id, secret }: SessionToken,
  request: FastSignInRequest,
): Promise<FastSignIn | undefined> {
  const { password, cmlVersion, initKind, asksOrders } = request
  const userAgent = storable(request.caller.userAgent, USER_AGENT_LENGTH)
  const row = await join({
    ...{ login: storableLogin(request), passwordHash: hashExchangePassword(password) },
    ...{ sessionId: id, tokenHash: hashSecret(secret), userAgent },
    ...{ cmlVersion, initKind, asksOrders },
  })
  if (!isExchangePassword(password, row?.passwordHash) || !row) return undefined
  if (row.touchesSession || row.touchesIntegration) await touch(db, row, request, userAgent)
  const settings = readSettings(row.settings)
  const known = row.cmlVersion ?? undefined
  const payments = decidePaymentForm(settings, known)
  const nothing = () => offerNothing({ settings, timezone: row.timezone, payments })
  return {
    integration: integrationOf(row, settings),
    session: {
      ...{ id, integrationKey: row.key, cmlVersion: known, initKind: row.initKind ?? undefined },
      ...{ payments, briefCalls: row.briefCalls },
      ...{ byCookie: true, isSettled: !row.unsettled },
      signs: { stored: row.signs, catalogFirst: row.catalogFirst },
      ...(asksOrders && !row.owed && !row.unsettled && { nothing }),
    },
    token: writeToken({ id, secret }),
    wasRecorded: row.touchesIntegration,
  }
}

async function touch(
  db: Queryable,
  row: JoinedRow,
  { cmlVersion, initKind, asksOrders }: FastSignInRequest,
  userAgent: string,
): Promise<void> {
  if (row.touchesSession)
    await onDayTable(db, dayOfSession(row.sessionId), TOUCH_SESSION, [
      row.sessionId,
      cmlVersion ?? null,
      initKind ?? null,
    ])
  if (row.touchesIntegration)
    await db.query(TOUCH_INTEGRATION, [
      row.key,
      userAgent,
      asksOrders || cmlVersion !== undefined,
      row.cmlVersion,
    ])
}

function integrationOf(row: EnteredRow, settings: FullSettings): ConnectedIntegration {
  const { id, key, locationId, name, enabled, passwordChangedAt } = row
  const { client, schemaversion: schemaVersion, payments, zip, filelimit: fileLimit, accept1c } = settings
  return {
    ...{ id, key, locationId, name, enabled, passwordChangedAt },
    ...{ client, schemaVersion, payments, zip, fileLimit, accept1c },
  }
}

function storableLogin({ login }: FastSignInRequest): string {
  return login.replaceAll('\0', '\uFFFD')
}

const USER_AGENT_LENGTH = 300

const OPEN = `
  with who as materialized (select i.* from integration i where ${mayEnter('$1', '$2')}),
  opened as (
    insert into exchange_session (token_hash, integration_key, location_id, user_agent, address, password_changed_at)
    select $3, key, location_id, $4, $5, password_changed_at from who
    returning id, integration_key, location_id, opened_at), ${COUNT_OPENED}
  select ${ENTERED_COLUMNS}, opened.id as "sessionId",
         ${IS_LONG_AGO} or i.last_user_agent is distinct from $4
         or $6::boolean and (i.catalog_at is null or i.catalog_at < now() - interval '1 minute') as touches, ${UNHURRIED}
    from who i cross join opened`

const TOUCH_SESSION: DayStatement = {
  name: 'exchange-touch',
  sql: table => `
  with touched as (
    update ${table} set last_call_at = now(), cookie_seen = true, cml_version = coalesce($2::text, cml_version),
           init_kind = coalesce($3::text, init_kind)
     where id = $1)
  select ${UNHURRIED}`,
}

// If the integration is locked by a change, the next call will do it.
const TOUCH_INTEGRATION = `
  with seen as (
    update integration i
       set first_seen_at = coalesce(i.first_seen_at, now()), last_seen_at = now(), last_user_agent = $2,
           refused_since = null, refused_at = null, refused_login = null,
           last_cml_version = case when $3::boolean then $4::text else i.last_cml_version end
      from (select key from integration where key = $1 for no key update skip locked) free
     where i.key = free.key)
  select ${UNHURRIED}`
