import { fillSettings, type Settings } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { dayName, IDS_A_DAY } from '../db/days.js'
import { storable } from '../db/values/storable.js'
import type { ConnectedIntegration, FastSignIn, FastSignInRequest, InitKind } from '../exchange/port.js'
import { COUNT_OPENED } from '../exchange-sessions/count-exchanges.js'
import { readToken, writeToken } from '../exchange-sessions/session-token.js'
import { hashExchangePassword, isExchangePassword } from '../integrations/connection/credentials.js'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import { recordSeen } from '../integrations/connection/record-seen.js'
import { appliedSettings } from '../integrations/recognition/applied-settings.js'
import { CATALOG_FIRST } from '../integrations/recognition/store-signs.js'
import { isUnsettled } from '../outbox/batches/batch-sql.js'
import { maySendSql } from '../outbox/entries/entry-sql.js'
import { hashSecret, randomSecret } from '../people/secret.js'
import { offerNothing } from '../sale-feed/offer-nothing.js'

interface Row
  extends Pick<ConnectedIntegration, 'id' | 'key' | 'locationId' | 'name' | 'enabled' | 'passwordChangedAt'> {
  settings: Settings
  passwordHash: Buffer
  sessionId: number | null
  cmlVersion: string | null
  initKind: InitKind | null
  briefCalls: number
  /** The session's or the integration's row needs an update. */
  touches: boolean
}

interface JoinedRow extends Row {
  timezone: string
  owed: boolean
  unsettled: boolean
  signs: string | null
  catalogFirst: boolean
}

/**
 * Signs in and finds the session of nearly every call in one statement: a known login without recent failures, its password, an
 * integration that is not paused, and either a new session or a valid cookie. Undefined in any other case: the caller then goes
 * step by step, each step with its own refusal.
 */
export async function fastSignIn(
  db: Queryable,
  request: FastSignInRequest,
  idleSeconds: number,
): Promise<FastSignIn | undefined> {
  const { login, password, caller, opens, catalog, cmlVersion, initKind, asksOrders } = request
  const secret = randomSecret()
  const token = opens ? undefined : readToken(request.cookie ?? '')
  if (!opens && token === undefined) return undefined
  const values = [
    login.replaceAll('\0', '\uFFFD'),
    hashExchangePassword(password),
    hashSecret(token?.secret ?? secret),
    storable(caller.userAgent, 300),
  ]
  const joined =
    token &&
    (await join(db, token.id, [
      ...values,
      cmlVersion ?? null,
      token.id,
      idleSeconds,
      asksOrders,
      initKind ?? null,
    ]))
  const row = token
    ? joined
    : (await db.query<Row>(OPEN, [...values, storable(caller.address, 100), catalog], 'exchange-open'))
        .rows[0]
  if (!isExchangePassword(password, row?.passwordHash) || !row || row.sessionId === null) return undefined
  const { id, key, locationId, name, enabled, passwordChangedAt, sessionId } = row
  const settings = fillSettings(row.settings)
  const { client, schemaversion: schemaVersion, payments, zip, filelimit: fileLimit, accept1c } = settings
  const known = row.cmlVersion ?? undefined
  const form = decidePaymentForm(settings, known)
  const nothing = () => offerNothing({ settings, timezone: joined!.timezone, payments: form })
  if (joined?.touches)
    await db.query(TOUCH, [
      sessionId,
      key,
      values[3],
      cmlVersion ?? null,
      row.cmlVersion,
      asksOrders,
      initKind ?? null,
    ])
  else if (row.touches) await recordSeen(db, key, { ...caller, catalog }, new Date())
  return {
    integration: {
      ...{ id, key, locationId, name, enabled, passwordChangedAt },
      ...{ client, schemaVersion, payments, zip, fileLimit, accept1c },
    },
    session: {
      id: sessionId,
      integrationKey: key,
      cmlVersion: known,
      initKind: row.initKind ?? undefined,
      payments: form,
      briefCalls: row.briefCalls,
      ...(joined && {
        byCookie: true,
        isSettled: !joined.unsettled,
        signs: { stored: joined.signs, catalogFirst: joined.catalogFirst },
        ...(asksOrders && !joined.owed && !joined.unsettled && { nothing }),
      }),
    },
    token: writeToken({ id: sessionId, secret }),
    wasRecorded: row.touches,
  }
}

/**
 * Queries the partition of the session's day directly: planning over all partitions takes longer than the work. A day without a
 * partition is in the default one.
 */
async function join(
  db: Queryable,
  sessionId: number,
  values: readonly unknown[],
): Promise<JoinedRow | undefined> {
  const day = dayName(Math.floor(sessionId / IDS_A_DAY))
  try {
    const { rows } = await db.query<JoinedRow>(
      joinSql(`exchange_session_${day}`),
      values,
      `exchange-join-${day}`,
    )
    return rows[0]
  } catch (error) {
    if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error
    return (await db.query<JoinedRow>(joinSql('exchange_session_default'), values, 'exchange-join')).rows[0]
  }
}

const UNDEFINED_TABLE = '42P01'

// No match, no row, nothing written. A paused integration, or one whose login failed recently from
// anywhere, is left to the slow path.
const MAY_ENTER = `
  i.login = $1 and i.password_hash = $2 and i.enabled
  and not exists (select from sign_in_failure f where f.scope = 'exchange' and f.login = $1)`

const COLUMNS = `
  i.id, i.key, i.location_id as "locationId", i.name, i.enabled, ${appliedSettings('i')} as settings, i.password_hash as "passwordHash",
  i.password_changed_at::text as "passwordChangedAt"`

// If the database machine crashes, 1C simply opens a new session: no need to wait for the disk.
const UNHURRIED = `set_config('synchronous_commit', 'off', true)`

/** Once a minute is enough for a person to see. */
const IS_LONG_AGO = `(i.last_seen_at is null or i.last_seen_at < now() - interval '1 minute'
                     or i.last_seen_at < i.password_changed_at or i.refused_at is not null)`

const OPEN = `
  with who as materialized (select i.* from integration i where ${MAY_ENTER}),
  opened as (
    insert into exchange_session (token_hash, integration_key, location_id, user_agent, address, password_changed_at)
    select $3, key, location_id, $4, $5, password_changed_at from who
    returning id, integration_key, location_id, opened_at), ${COUNT_OPENED}
  select ${COLUMNS}, opened.id as "sessionId", null as "cmlVersion", null as "initKind", 0 as "briefCalls",
         ${IS_LONG_AGO} or i.last_user_agent is distinct from $4
         or $6::boolean and (i.catalog_at is null or i.catalog_at < now() - interval '1 minute') as touches, ${UNHURRIED}
    from who i cross join opened`

/** What 1C last announced, if this call shows it; a query without an announcement shows that there is none (record-version.ts). */
const ANNOUNCED = `coalesce($5::text, s.cml_version)`

// "offset 0": what is asked of the outbox is asked once. Nothing is written, which halves the cost of most calls. The cookie is recorded with the journal's calls, but right away where it
// matters whose session it is: when it carries orders.
const joinSql = (table: string): string => `
  select found.*,
         (owed or unsettled) and not "cookieSeen" or "isStale" as touches
    from (
      select ${COLUMNS}, l.timezone, s.id as "sessionId", ${ANNOUNCED} as "cmlVersion", s.brief_count as "briefCalls",
             coalesce($9::text, s.init_kind) as "initKind", i.client_signs::text as signs, ${CATALOG_FIRST} as "catalogFirst",
             s.cookie_seen as "cookieSeen",
             s.last_call_at < now() - interval '1 minute' or ${ANNOUNCED} is distinct from s.cml_version
             or ${IS_LONG_AGO} or i.last_user_agent is distinct from $4
             or coalesce($9::text, s.init_kind) is distinct from s.init_kind
             or ($8 or $5::text is not null) and ${ANNOUNCED} is distinct from i.last_cml_version as "isStale",
             $8::boolean and ${maySendSql('i.key')} as owed,
             ${isUnsettled('s.id')} as unsettled
        from integration i join location l on l.id = i.location_id join ${table} s on s.integration_key = i.key
       where ${MAY_ENTER} and s.id = $6 and s.token_hash = $3 and not s.summary_only
         and s.last_call_at > now() - make_interval(secs => $7)
         and i.password_changed_at <= coalesce(s.password_changed_at, s.opened_at)
      offset 0) found`

// If the integration is locked by a change, the next call will do it.
const TOUCH = `
  with seen as (
    update integration i
       set first_seen_at = coalesce(i.first_seen_at, now()), last_seen_at = now(), last_user_agent = $3,
           refused_since = null, refused_at = null, refused_login = null,
           last_cml_version = case when $6::boolean or $4::text is not null then $5::text else i.last_cml_version end
      from (select key from integration where key = $2 for no key update skip locked) free
     where i.key = free.key),
  touched as (
    update exchange_session set last_call_at = now(), cookie_seen = true, cml_version = coalesce($4::text, cml_version),
           init_kind = coalesce($7::text, init_kind)
     where id = $1)
  select ${UNHURRIED}`
