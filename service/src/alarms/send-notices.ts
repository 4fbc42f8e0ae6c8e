import { ALARM_CAUSES, ALARM_CHANNELS, type AlarmChannel, type Locale } from '@obmen/contract'
import type { Config } from '../config.js'
import type { Database, Queryable } from '../db/database.js'
import { integrationSeenSql } from '../db/scope.js'
import type { Logger } from '../log.js'
import { factsForAccountants } from './alarm.js'
import { composeMessage, type Reader, type Told } from './channels/compose.js'
import { deliver } from './channels/deliver.js'
import { loadSettings, type Whose } from './settings.js'

export interface Sending {
  db: Database
  config: Config
  log: Logger
  publicUrl: () => string
  /** Aborted when the server stops: what was not sent yet is sent by another. */
  signal: AbortSignal
}

/** Messages of one channel that are under way at once, and most alarms of one message. */
const AT_ONCE = 5
const TOGETHER = 2000
/** Minutes until it is tried again; after the last pause again and again. */
const PAUSES_MINUTES = [1, 2, 5, 15, 30, 60]

/**
 * Whether notice `n` of alarm `a` is due. One that a server claimed and did not live to send is sent an hour
 * later: then it can't come twice within an hour. A day later nobody needs to be told that it is over.
 */
const IS_DUE = `
  n.sent_at is null and n.due_at <= now()
  and (n.claimed_at is null or n.claimed_at < now() - interval '1 hour')
  and (n.kind <> 'over' or a.ended_at > now() - interval '1 day')`

export async function hasDueNotices(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query(
    `select from alarm_notice n join alarm a on a.key = n.alarm_key where ${IS_DUE} limit 1`,
  )
  return rowCount > 0
}

/** Sends all that is due; what one channel keeps waiting holds up no other. */
export async function sendNotices(sending: Sending): Promise<void> {
  await Promise.all(ALARM_CHANNELS.map(channel => sendByChannel(sending, channel)))
}

/** Until nothing is due, or until something failed: the channel may be down. */
async function sendByChannel(sending: Sending, channel: AlarmChannel): Promise<void> {
  for (;;) {
    const groups: Claimed[][] = []
    while (groups.length < AT_ONCE) {
      sending.signal.throwIfAborted()
      const claimed = await claim(sending.db, channel)
      if (claimed.length === 0) break
      groups.push(claimed)
    }
    const outcomes = await Promise.all(groups.map(group => sendGroup(sending, channel, group)))
    if (outcomes.length === 0 || outcomes.includes('failed')) return
  }
}

interface Claimed extends Told, Whose {
  key: number
  alarmId: string
  attempts: number
  email: string
  language: Locale
  locationName: string | null
  timezone: string | null
  /** The person still has the role, and as an accountant still sees that 1C. */
  entitled: boolean
  asAccountant: boolean
}

/** Claims what one person is to be told of one location (or of the server), to be sent as one message. */
async function claim(db: Queryable, channel: AlarmChannel): Promise<Claimed[]> {
  const { rows } = await db.query<Claimed>(
    `with first as (
       select n.user_id, a.location_id from alarm_notice n join alarm a on a.key = n.alarm_key
        where n.channel = $1 and ${IS_DUE} order by n.due_at, n.key limit 1),
     claimed as (
       update alarm_notice set claimed_at = now(), attempts = attempts + 1
        where key in (select n.key from alarm_notice n join alarm a on a.key = n.alarm_key, first f
                       where n.channel = $1 and n.user_id = f.user_id
                         and a.location_id is not distinct from f.location_id and ${IS_DUE}
                       order by n.key limit $2 for update of n skip locked)
       returning key, alarm_key, user_id, kind, attempts)
     select n.key, n.kind, n.attempts, a.id as "alarmId", a.cause, a.facts, a.began_at as "beganAt",
            u.id as "userId", u.email, u.locale as language, a.location_id as "locationId",
            l.name as "locationName", l.timezone,
            u.disabled_at is null and r.role is not null
              and ${integrationSeenSql('a.integration_key', 'r.company_ids')} as entitled,
            r.company_ids is not null as "asAccountant"
       from claimed n
       join alarm a on a.key = n.alarm_key
       join user_account u on u.id = n.user_id
       left join lateral (
         select role, company_ids from user_role
          where user_id = u.id and location_id is not distinct from a.location_id
          order by company_ids is not null limit 1) r on true
       left join location l on l.id = a.location_id
      order by n.key`,
    [channel, TOGETHER],
  )
  return rows.map(row => (row.asAccountant ? { ...row, facts: factsForAccountants(row) } : row))
}

async function sendGroup(
  { db, config, log, publicUrl, signal }: Sending,
  channel: AlarmChannel,
  claimed: readonly Claimed[],
): Promise<'sent' | 'failed'> {
  const { userId, locationId, language, locationName: name, timezone, email } = claimed[0]!
  const settings = await loadSettings(db, { userId, locationId })
  const wanted = claimed.filter(({ entitled }) => entitled && settings.channels[channel].enabled)
  const keys = wanted.map(({ key }) => key)
  const others = claimed.map(({ key }) => key).filter(key => !keys.includes(key))
  if (others.length > 0) await db.query('delete from alarm_notice where key = any ($1::bigint[])', [others])
  if (keys.length === 0) return 'sent'
  const location =
    locationId !== null && name !== null && timezone ? { id: locationId, name, timezone } : null
  const reader: Reader = { language, location, publicUrl: publicUrl() }
  const told = lastOfEach(wanted)
  const message = { ...composeMessage(told, reader), ...namesOf(told) }
  const to = { email, channels: settings.channels }
  const problem = await deliver(config, { channel, to }, message, signal).catch(async error => {
    // The server is stopping: it is as if they had not been claimed.
    await release(db, keys)
    throw error
  })
  if (!problem) {
    await db.query('update alarm_notice set sent_at = now(), failure = null where key = any ($1::bigint[])', [
      keys,
    ])
    return 'sent'
  }
  const { message: words, unclear, ...reason } = problem
  log.warn({ channel, userId, locationId, reason: words }, 'could not tell of alarms; it will be tried again')
  const pause = PAUSES_MINUTES[Math.min(claimed[0]!.attempts, PAUSES_MINUTES.length) - 1]!
  await db.query(
    `update alarm_notice set claimed_at = case when $4 then claimed_at end,
                             due_at = now() + make_interval(mins => $2), failure = $3
      where key = any ($1::bigint[])`,
    [keys, pause, JSON.stringify({ at: new Date(), message: words, reason }), unclear ?? false],
  )
  return 'failed'
}

async function release(db: Queryable, keys: readonly number[]): Promise<void> {
  await db.query(
    `update alarm_notice set claimed_at = null, attempts = attempts - 1 where key = any ($1::bigint[])`,
    [keys],
  )
}

/** Of each alarm what was planned last, worst first: of one that is over only that. */
function lastOfEach(claimed: readonly Claimed[]): Claimed[] {
  const last = new Map(claimed.map(one => [one.alarmId, one]))
  return [...last.values()].sort((a, b) => ALARM_CAUSES.indexOf(a.cause) - ALARM_CAUSES.indexOf(b.cause))
}

/** Mail servers refuse long headers. */
const MOST_REFERENCES = 50

/** All mails about an alarm continue its first one. */
function namesOf(told: readonly Claimed[]): { id: string; references: string[] } {
  const firstOf = ({ alarmId, userId }: Claimed): string => `alarm-${alarmId}-${userId.slice(0, 8)}`
  const opening = told.find(({ kind }) => kind === 'open')
  const id = opening ? firstOf(opening) : `notice-${told[0]!.key}`
  const references = told.map(firstOf).filter(name => name !== id)
  return { id, references: references.slice(0, MOST_REFERENCES) }
}
