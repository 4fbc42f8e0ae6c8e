import type { Queryable } from '../db/database.js'
import { dayName, IDS_A_DAY } from '../db/days.js'
import { storable } from '../db/storable.js'
import type { ConnectedIntegration, Entrance, EntranceRequest } from '../exchange/port.js'
import { COUNT_OPENED } from '../exchange-sessions/count-exchanges.js'
import { readToken, writeToken } from '../exchange-sessions/session-token.js'
import { hashExchangePassword, isExchangePassword } from '../integrations/connection/credentials.js'
import { decidePaymentForm } from '../integrations/connection/payment-form.js'
import { fillSettings, type Settings } from '../integrations/settings/settings.js'
import { hashSecret, randomSecret } from '../people/secret.js'

interface Row
  extends Pick<ConnectedIntegration, 'id' | 'key' | 'locationId' | 'name' | 'enabled' | 'passwordChangedAt'> {
  settings: Settings
  passwordHash: Buffer
  sessionId: number | null
  cmlVersion: string | null
  briefCalls: number
  owed: boolean
  unsettled: boolean
}

/**
 * Sign-in and session of nearly every call, in one statement: a login that exists and has no failure of late, its password, an
 * integration that is not paused, and either a sign-in or a cookie that is good. Undefined for whatever else: then the steps are
 * gone one by one, each with its own refusal.
 */
export async function enterDirectly(
  db: Queryable,
  request: EntranceRequest,
  idleSeconds: number,
): Promise<Entrance | undefined> {
  const { login, password, caller, opens, cmlVersion, asksOrders } = request
  const secret = randomSecret()
  const token = opens ? undefined : readToken(request.cookie ?? '')
  if (!opens && token === undefined) return undefined
  const values = [
    login.replaceAll('\0', '\uFFFD'),
    hashExchangePassword(password),
    hashSecret(token?.secret ?? secret),
    storable(caller.userAgent, 300),
  ]
  const row = token
    ? await join(db, token.id, [...values, cmlVersion ?? null, token.id, idleSeconds, asksOrders])
    : (await db.query<Row>(OPEN, [...values, storable(caller.address, 100)], 'exchange-open')).rows[0]
  if (!isExchangePassword(password, row?.passwordHash) || !row || row.sessionId === null) return undefined
  const { id, key, locationId, name, enabled, passwordChangedAt, sessionId } = row
  const settings = fillSettings(row.settings)
  const { client, schemaversion: schemaVersion, payments, zip, filelimit: fileLimit } = settings
  const known = row.cmlVersion ?? undefined
  return {
    integration: {
      ...{ id, key, locationId, name, enabled, passwordChangedAt },
      ...{ client, schemaVersion, payments, zip, fileLimit },
    },
    session: {
      id: sessionId,
      integrationKey: key,
      cmlVersion: known,
      payments: decidePaymentForm(settings, known),
      briefCalls: row.briefCalls,
      ...(!opens && { byCookie: true, isSettled: !row.unsettled, nothingOwed: asksOrders && !row.owed }),
    },
    token: writeToken({ id: sessionId, secret }),
  }
}

/**
 * The table of the session's day is asked itself: a plan over all days' tables takes longer than this work. A day without a table of
 * its own is in the default one.
 */
async function join(db: Queryable, sessionId: number, values: readonly unknown[]): Promise<Row | undefined> {
  const day = dayName(Math.floor(sessionId / IDS_A_DAY))
  try {
    const { rows } = await db.query<Row>(joinSql(`exchange_session_${day}`), values, `exchange-join-${day}`)
    return rows[0]
  } catch (error) {
    if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error
    return (await db.query<Row>(joinSql('exchange_session_default'), values, 'exchange-join')).rows[0]
  }
}

const UNDEFINED_TABLE = '42P01'

// Whoever may not enter finds no row, and nothing was written. A paused integration, and one whose login failed of late, from
// wherever, are for the careful way to refuse or let in.
const WHO = `
  who as materialized (
    select i.key, i.id, i.location_id, i.name, i.enabled, i.settings, i.password_hash, i.password_changed_at
      from integration i
     where i.login = $1 and i.password_hash = $2 and i.enabled
       and not exists (select from sign_in_failure f where f.scope = 'exchange' and f.login = $1))`

/**
 * Once a minute is enough for a person to see. While somebody changes the integration, it is left for the next call. `version`: what
 * 1C announced last, where the call tells (integrations/note-version.ts).
 */
const seenSql = (version: string, from: string): string => `
  seen as (
    update integration i
       set first_seen_at = coalesce(i.first_seen_at, now()), last_seen_at = now(), last_user_agent = $4::text,
           last_cml_version = free.version
      from (select i.key, ${version} as version from integration i join who on who.key = i.key ${from}
             where i.last_seen_at is null or i.last_seen_at < now() - interval '1 minute'
                or i.last_user_agent is distinct from $4 or ${version} is distinct from i.last_cml_version
               for no key update of i skip locked) free
     where i.key = free.key)`

const COLUMNS = `
  who.id, who.key, who.location_id as "locationId", who.name, who.enabled, who.settings, who.password_hash as "passwordHash",
  who.password_changed_at::text as "passwordChangedAt"`

// A session that a crash of the database's machine takes along is opened anew by its 1C: no waiting for the disk.
const UNHURRIED = `set_config('synchronous_commit', 'off', true)`

const OPEN = `
  with ${WHO}, ${seenSql('i.last_cml_version', '')},
  opened as (
    insert into exchange_session (token_hash, integration_key, location_id, user_agent, address, password_changed_at)
    select $3, key, location_id, $4, $5, password_changed_at from who
    returning id, integration_key, location_id, opened_at), ${COUNT_OPENED}
  select ${COLUMNS}, opened.id as "sessionId", null as "cmlVersion", 0 as "briefCalls", false as owed, false as unsettled, ${UNHURRIED}
    from who cross join opened`

/** A query tells that nothing was announced, too. */
const ANNOUNCED = `case when $8::boolean or $5::text is not null then coalesce($5::text, session.cml_version) else i.last_cml_version end`

// The cookie is noted with the journal's calls, but at once where it matters to whom the session belongs: when it carries orders.
const joinSql = (table: string): string => `
  with ${WHO},
  session as materialized (
    select s.id, s.cml_version, s.brief_count, s.cookie_seen, s.last_call_at
      from ${table} s join who on who.key = s.integration_key
     where s.id = $6 and s.token_hash = $3 and s.last_call_at > now() - make_interval(secs => $7) and not s.heading_only
       and who.password_changed_at <= coalesce(s.password_changed_at, s.opened_at)),
  ${seenSql(ANNOUNCED, 'cross join session')},
  stand as materialized (
    select session.id,
           $8::boolean and exists (select from outbox_entry e
                                    where e.integration_key = who.key and e.pending_revision > e.confirmed_revision) as owed,
           exists (select from outbox_batch b where b.session_id = session.id and b.state <> 'confirmed') as unsettled
      from who cross join session),
  touched as (
    update ${table} s
       set last_call_at = now(), cookie_seen = true, cml_version = coalesce($5::text, s.cml_version)
      from session join stand on stand.id = session.id
     where s.id = $6 and session.id = s.id
       and ((stand.owed or stand.unsettled) and not session.cookie_seen
            or session.last_call_at < now() - interval '1 minute'
            or coalesce($5::text, session.cml_version) is distinct from session.cml_version))
  select ${COLUMNS}, session.id as "sessionId", coalesce($5::text, session.cml_version) as "cmlVersion",
         session.brief_count as "briefCalls", stand.owed, stand.unsettled, ${UNHURRIED}
    from who cross join session cross join stand`
