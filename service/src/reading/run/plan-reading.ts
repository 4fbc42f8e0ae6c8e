import { Temporal } from 'temporal-polyfill'
import type { LastReading } from '../reading.js'

/** A reading that is not of everything covers the documents of these days until now. */
const FRESH_DAYS = 45
/** People date documents ahead. */
const AHEAD = { years: 1 }
/** A base that takes no more calls is read whole each time. */
const FEW_CALLS = 200
const HOURS_UNTIL_NIGHT = 20
const HOURS_AT_MOST = 30
const NIGHT_ENDS = 6
const HOUR_MS = 3_600_000

export interface Scope {
  whole: boolean
  from: string
  to: string
}

export interface Circumstances {
  last: LastReading | null
  /** A person asked for it, or this database was restored from a backup. */
  mustBeWhole: boolean
  /** When the earliest order that this 1C was ever sent was placed; null: it was sent none. */
  earliest: Date | null
  now: Date
  timezone: string
}

/** What the next reading covers, by days of the location's clock. */
export function planReading({ last, mustBeWhole, earliest, now, timezone }: Circumstances): Scope {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone)
  const hours = last ? (now.getTime() - Date.parse(last.wholeAt)) / HOUR_MS : Number.POSITIVE_INFINITY
  const isDue = hours > HOURS_AT_MOST || (hours > HOURS_UNTIL_NIGHT && local.hour < NIGHT_ENDS)
  const whole = mustBeWhole || !last || last.wholeCalls <= FEW_CALLS || isDue
  const today = local.toPlainDate()
  const fresh = today.subtract({ days: FRESH_DAYS })
  // Clocks may differ by hours.
  const first =
    whole && earliest
      ? Temporal.Instant.fromEpochMilliseconds(earliest.getTime())
          .toZonedDateTimeISO(timezone)
          .toPlainDate()
          .subtract({ days: 1 })
      : fresh
  return { whole, from: `${first}T00:00:00`, to: `${today.add(AHEAD)}T00:00:00` }
}
