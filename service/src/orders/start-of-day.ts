import { Temporal } from 'temporal-polyfill'

const known = new Map<string, number>()

/** The instant at which a day (`2026-11-01`) begins on a zone's clock, in milliseconds since 1970. */
export function startOfDay(date: string, timezone: string): number {
  const key = `${date} ${timezone}`
  const found = known.get(key)
  if (found !== undefined) return found
  const instant = Temporal.PlainDate.from(date).toZonedDateTime(timezone).epochMilliseconds
  // Few different days occur: those of settings and filters.
  if (known.size > 1_000) known.clear()
  known.set(key, instant)
  return instant
}

/** The instant at which the month of `now` began there. */
export function startOfMonth(now: Date, timezone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone)
  return startOfDay(today.toPlainDate().with({ day: 1 }).toString(), timezone)
}
