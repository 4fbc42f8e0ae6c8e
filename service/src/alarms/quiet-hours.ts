import type { AlarmSettings } from '@obmen/contract/rest'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

/** This moment, or the end of the quiet hours that it is in, by the clock of the time zone. */
export function afterQuietHours(now: Date, hours: AlarmSettings['quietHours'], timezone: string): Date {
  if (!hours) return now
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)]
  const present = minutesOf(timeIn(now, timezone))
  const since = (present - from + DAY_MINUTES) % DAY_MINUTES
  if (since >= (to - from + DAY_MINUTES) % DAY_MINUTES) return now
  const left = (to - present + DAY_MINUTES) % DAY_MINUTES
  return new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS + left * MINUTE_MS)
}

function timeIn(at: Date, timeZone: string): string {
  return at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}
