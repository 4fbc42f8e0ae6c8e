import type { AlarmChannel } from '@obmen/contract'
import { addJob } from '../db/add-job.js'
import type { Queryable } from '../db/database.js'
import type { Alarm } from './alarm.js'
import type { KeptAlarms } from './lifecycle.js'
import { afterQuietHours } from './quiet-hours.js'
import { channelsFor, listRecipients, type Recipient } from './settings.js'

/** After how many hours a person is told that it still is so; the last again and again. */
const REMINDERS = [1, 4, 12, 24]
const HOUR_MS = 3_600_000

interface Notice {
  alarmKey: number
  userId: string
  channel: AlarmChannel
  kind: 'open' | 'still' | 'over'
  dueAt: Date
}

/** What a person was told of an alarm by one channel, or will be. */
interface Told {
  alarmKey: number
  userId: string
  channel: AlarmChannel
  waiting: boolean
  reminders: number
  lastAt: Date | null
}

/** Plans what people are told of these alarms, each by the channels and in the hours of their choice. */
export async function planNotices(
  tx: Queryable,
  { told, ended }: KeptAlarms,
  available: readonly AlarmChannel[],
  now: Date,
): Promise<void> {
  const alarms = [
    ...told.filter(({ acknowledgedUntil }) => !(acknowledgedUntil && acknowledgedUntil > now)),
    ...ended,
  ]
  if (alarms.length === 0) return
  await tx.query(
    `delete from alarm_notice
      where alarm_key = any ($1::bigint[]) and claimed_at is null and sent_at is null`,
    [ended.map(({ key }) => key)],
  )
  const recipients = await listRecipients(tx, new Set(alarms.map(({ locationId }) => locationId)))
  const before = new Map((await loadTold(tx, alarms)).map(one => [nameOf(one), one]))
  const over = new Set(ended)
  const planned = alarms.flatMap(alarm =>
    recipients
      .filter(({ locationId }) => locationId === alarm.locationId)
      .filter(({ integrationKeys: own }) => own?.includes(alarm.integrationKey ?? 0) ?? true)
      .flatMap(person =>
        channelsFor(person.settings, alarm.cause, available).flatMap((channel): Notice[] => {
          const one = { alarmKey: alarm.key, userId: person.userId, channel }
          const was = before.get(nameOf(one))
          const kind = over.has(alarm) ? (was ? 'over' : undefined) : nextKind(was, now)
          return kind ? [{ ...one, kind, dueAt: dueFor(person, now) }] : []
        }),
      ),
  )
  if (planned.length > 0) await insert(tx, planned)
}

const nameOf = ({ alarmKey, userId, channel }: Pick<Told, 'alarmKey' | 'userId' | 'channel'>): string =>
  `${alarmKey} ${userId} ${channel}`

function nextKind(was: Told | undefined, now: Date): 'open' | 'still' | undefined {
  if (!was) return 'open'
  if (was.waiting || !was.lastAt) return undefined
  const pause = REMINDERS[Math.min(was.reminders, REMINDERS.length - 1)]! * HOUR_MS
  return now.getTime() - was.lastAt.getTime() >= pause ? 'still' : undefined
}

function dueFor({ settings, timezone }: Recipient, now: Date): Date {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return afterQuietHours(now, settings.quietHours, timezone ?? timeZone)
}

async function loadTold(tx: Queryable, alarms: readonly Alarm[]): Promise<Told[]> {
  const { rows } = await tx.query<Told>(
    `select alarm_key as "alarmKey", user_id as "userId", channel, bool_or(sent_at is null) as waiting,
            (count(*) filter (where kind = 'still'))::int as reminders, max(sent_at) as "lastAt"
       from alarm_notice where alarm_key = any ($1::bigint[]) group by 1, 2, 3`,
    [alarms.map(({ key }) => key)],
  )
  return rows
}

async function insert(tx: Queryable, notices: readonly Notice[]): Promise<void> {
  await tx.query(
    `insert into alarm_notice (alarm_key, user_id, channel, kind, due_at)
     select "alarmKey", "userId", channel, kind, "dueAt"
       from jsonb_to_recordset($1::jsonb) as n("alarmKey" bigint, "userId" uuid, channel text, kind text,
              "dueAt" timestamptz)`,
    [JSON.stringify(notices)],
  )
  await addJob(tx, 'send-alarms', {})
}
