import { isDeepStrictEqual } from 'node:util'
import type { AlarmCause } from '@obmen/contract'
import type { Queryable } from '../db/database.js'
import { notifyAttention } from '../db/live-channel.js'
import { storableJson } from '../db/values.js'
import { recordEvents } from '../events/record-events.js'
import { type Alarm, type Condition, HOLD_SECONDS, SILENCED_BY } from './alarm.js'

/** Any number, the same on all servers: only one changes alarms at a time. */
const ALARM_LOCK = 7_120_385_545
const RECHECKED_MS = 10 * 60_000
/** What no server has been able to judge for so long is over. */
const UNJUDGED_MS = 3_600_000

export interface KeptAlarms {
  /** Those that are open, but for those that follow from another. */
  told: Alarm[]
  ended: Alarm[]
}

/**
 * Brings the alarms in line with what is wrong now: raises, updates and ends them. Causes that this server
 * can't judge (`unjudged`) stay as they are for an hour.
 */
export async function keepAlarms(
  tx: Queryable,
  conditions: readonly Condition[],
  { unjudged, now: at }: { unjudged: ReadonlySet<AlarmCause>; now: Date },
): Promise<KeptAlarms> {
  await tx.query('select pg_advisory_xact_lock($1)', [ALARM_LOCK])
  const present = new Map(conditions.map(one => [placeOf(one), one]))
  const known = await loadPresent(tx)
  const places = new Set(known.map(placeOf))
  const alarms = [
    ...known,
    ...(await notice(
      tx,
      conditions.filter(one => !places.has(placeOf(one))),
      at,
    )),
  ]

  const follows = (alarm: Alarm): boolean =>
    SILENCED_BY[alarm.cause]?.some(cause => present.has(placeOf({ ...alarm, cause }))) ?? false
  const isGone = (alarm: Alarm): boolean =>
    !present.has(placeOf(alarm)) &&
    !(unjudged.has(alarm.cause) && at.getTime() - alarm.checkedAt.getTime() < UNJUDGED_MS)
  const isDue = ({ cause, openedAt, noticedAt }: Alarm): boolean =>
    !openedAt && at.getTime() - noticedAt.getTime() >= (HOLD_SECONDS[cause] ?? 0) * 1000

  // What follows from another is hidden by it, and not told as over meanwhile.
  const gone = alarms.filter(alarm => isGone(alarm) && !(alarm.openedAt && follows(alarm)))
  const ended = gone.filter(({ openedAt }) => openedAt)
  const left = alarms.filter(alarm => !gone.includes(alarm))
  const opened = left.filter(alarm => isDue(alarm) && !follows(alarm))
  await forget(
    tx,
    gone.filter(({ openedAt }) => !openedAt),
  )
  await refresh(tx, left, present, at)
  await open(tx, opened, at)
  await end(tx, ended, at)
  return { told: left.filter(alarm => alarm.openedAt && !follows(alarm)), ended }
}

const placeOf = ({ locationId, cause, subject }: Pick<Alarm, 'locationId' | 'cause' | 'subject'>): string =>
  `${locationId ?? ''} ${cause} ${subject}`

const COLUMNS = `key, id, cause, location_id as "locationId", subject, integration_key as "integrationKey",
  began_at as "beganAt", noticed_at as "noticedAt", checked_at as "checkedAt", opened_at as "openedAt",
  acknowledged_until as "acknowledgedUntil", facts`

async function loadPresent(tx: Queryable): Promise<Alarm[]> {
  const { rows } = await tx.query<Alarm>(`select ${COLUMNS} from alarm where ended_at is null order by key`)
  return rows
}

async function notice(tx: Queryable, conditions: readonly Condition[], at: Date): Promise<Alarm[]> {
  if (conditions.length === 0) return []
  const { rows } = await tx.query<Alarm>(
    `insert into alarm (location_id, cause, subject, integration_key, began_at, noticed_at, checked_at, facts)
     select "locationId", cause, subject, "integrationKey", least(since, $2), $2, $2, facts
       from jsonb_to_recordset($1::jsonb) as c("locationId" uuid, cause text, subject text,
              "integrationKey" int, since timestamptz, facts jsonb)
     returning ${COLUMNS}`,
    [storableJson(conditions), at],
  )
  return rows
}

async function forget(tx: Queryable, alarms: readonly Alarm[]): Promise<void> {
  if (alarms.length === 0) return
  await tx.query('delete from alarm where key = any ($1::bigint[])', [keysOf(alarms)])
}

/** Writes what changed of the facts; of alarms of the server also that they were found true. */
async function refresh(
  tx: Queryable,
  alarms: readonly Alarm[],
  present: ReadonlyMap<string, Condition>,
  at: Date,
): Promise<void> {
  const changed = alarms.flatMap(alarm => {
    const condition = present.get(placeOf(alarm))
    if (!condition) return []
    // As it is once it was stored.
    const facts = JSON.parse(storableJson(condition.facts)) as Condition['facts']
    const isOld = alarm.locationId === null && at.getTime() - alarm.checkedAt.getTime() >= RECHECKED_MS
    if (!isOld && isDeepStrictEqual(facts, alarm.facts)) return []
    alarm.facts = facts
    return [{ key: alarm.key, facts }]
  })
  if (changed.length === 0) return
  await tx.query(
    `update alarm a set facts = c.facts, checked_at = $2
       from jsonb_to_recordset($1::jsonb) as c(key bigint, facts jsonb) where a.key = c.key`,
    [storableJson(changed), at],
  )
}

async function open(tx: Queryable, alarms: readonly Alarm[], at: Date): Promise<void> {
  if (alarms.length === 0) return
  await tx.query('update alarm set opened_at = $2 where key = any ($1::bigint[])', [keysOf(alarms), at])
  for (const alarm of alarms) alarm.openedAt = at
  await tell(tx, 'alarm.opened', alarms)
}

async function end(tx: Queryable, alarms: readonly Alarm[], at: Date): Promise<void> {
  if (alarms.length === 0) return
  await tx.query('update alarm set ended_at = $2 where key = any ($1::bigint[])', [keysOf(alarms), at])
  await tell(tx, 'alarm.over', alarms)
}

/** Events, and live ones for who looks at the page; events belong to locations, so the server has none. */
async function tell(tx: Queryable, type: 'alarm.opened' | 'alarm.over', alarms: readonly Alarm[]) {
  const ofLocations = alarms.flatMap(({ locationId, ...alarm }) =>
    locationId ? [{ locationId, ...alarm }] : [],
  )
  await recordEvents(
    tx,
    ofLocations.map(({ locationId, integrationKey, id, cause, beganAt }) => ({
      type,
      locationId,
      integrationKey: integrationKey ?? undefined,
      data: { alarmId: id, cause, since: beganAt.toISOString() },
    })),
  )
  await notifyAttention(
    tx,
    ofLocations.map(({ locationId, facts }) => ({ locationId, integrationId: facts.integrationId ?? null })),
  )
}

const keysOf = (alarms: readonly Alarm[]): number[] => alarms.map(({ key }) => key)
