import { IDS_A_DAY } from '../../db/days.js'
import type { StateRule } from './decide-state.js'

/** When a 1C used to call; times are looked for once it has been silent for an hour. */
export interface Rhythm {
  /** Its latest call, or since when it could call again: no server was there before. */
  lastSeenAt: Date | null
  /** The setting `silentafter`, in minutes. */
  silentAfter: number | null
  /** Its first call of the week before that is later in the week than its latest call. */
  nextLastWeek: Date | null
  /** The longest time between its latest exchanges, in minutes, if they tell of a whole day. */
  longestPause: number | null
}

const MINUTE_MS = 60_000
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS
/** Nobody is told earlier that a 1C is silent, unless the settings say so. */
const LEAST_MINUTES = 60

/**
 * From when a 1C counts as silent: an hour after it called a week ago. One that did not call then, after
 * twice its longest pause of the last days, or SILENT_AFTER_HOURS if that is sooner.
 */
export function silentAt(rhythm: Rhythm, { silentAfterHours }: StateRule): Date | null {
  const { lastSeenAt, silentAfter, nextLastWeek, longestPause } = rhythm
  if (!lastSeenAt) return null
  const after = (minutes: number): Date => new Date(lastSeenAt.getTime() + minutes * MINUTE_MS)
  if (silentAfter !== null) return after(silentAfter)
  if (nextLastWeek)
    return latest(
      after(LEAST_MINUTES),
      new Date(nextLastWeek.getTime() + WEEK_MS + LEAST_MINUTES * MINUTE_MS),
    )
  const pause = longestPause === null ? Number.POSITIVE_INFINITY : 2 * longestPause
  return after(Math.max(LEAST_MINUTES, Math.min(silentAfterHours * 60, pause)))
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other
}

/** An exchange that began so much later a week ago counts as the one of its latest call. */
const SAME_CALL = "interval '15 minutes'"
/** A 1C that had not called for longer a week ago was not at work then: holidays are shorter. */
const LONGEST_REST = "interval '4 days'"
/** Exchanges of one 1C that are looked at for its longest pause. */
const LOOKED_AT = 500

const firstIdOf = (time: string): string =>
  `floor(extract(epoch from ${time}) / 86400)::bigint * ${IDS_A_DAY}`

/** When servers were away last (alarms/absence.ts). */
export const LAST_ABSENCE = `(
  select began_at, ended_at from alarm
   where cause = 'absent' and ended_at is not null order by ended_at desc limit 1)`

/**
 * `nextLastWeek` and `longestPause` of integration `i` as JSON, after its latest call or the end of the
 * absence; no row while that is less than an hour ago.
 */
export const rhythmOf = (i: string, absence: string): string => {
  const lastChance = `greatest(${i}.last_seen_at, ${absence}.ended_at)`
  const weekAgo = `${lastChance} - interval '7 days'`
  return `(
    select json_build_object(
      'nextLastWeek',
      (select s.opened_at from exchange_session s
        where s.integration_key = ${i}.key and s.id >= ${firstIdOf(weekAgo)} and not s.summary_only
          and s.opened_at > ${weekAgo} + ${SAME_CALL} and s.opened_at < ${weekAgo} + ${LONGEST_REST}
          and ${i}.first_seen_at < ${weekAgo} + ${SAME_CALL}
        order by s.id limit 1),
      'longestPause',
      (select ceil(extract(epoch from max(later - opened_at)) / 60)
         from (select opened_at, lead(opened_at) over (order by id) as later
                 from (select s.id, s.opened_at from exchange_session s
                        where s.integration_key = ${i}.key and not s.summary_only
                          and s.id >= ${firstIdOf(weekAgo)}
                        order by s.id desc limit ${LOOKED_AT}) recent) pauses
       having max(opened_at) - min(opened_at) >= interval '1 day')) as facts
     where ${lastChance} < now() - interval '${LEAST_MINUTES} minutes'
       and ${i}.settings->>'silentafter' is null)`
}
