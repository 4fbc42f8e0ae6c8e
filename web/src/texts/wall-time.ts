/** What clock and calendar show; months from 1. */
export interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

/** By zone: creating such an object costs an old computer some 100 ms without Temporal. */
const readers = new Map<string, Intl.DateTimeFormat>()

export function wallTime(at: Date, timeZone: string | undefined): WallTime {
  if (timeZone === undefined)
    return {
      year: at.getFullYear(),
      month: at.getMonth() + 1,
      day: at.getDate(),
      hour: at.getHours(),
      minute: at.getMinutes(),
      second: at.getSeconds(),
    }
  // In browsers that have it, its first use costs a hundredth of what Intl.DateTimeFormat costs.
  if ('Temporal' in globalThis) {
    const { year, month, day, hour, minute, second } = Temporal.Instant.fromEpochMilliseconds(
      at.getTime(),
    ).toZonedDateTimeISO(timeZone)
    return { year, month, day, hour, minute, second }
  }
  // "11/25/2026, 12:20:04"
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
    readerOf(timeZone).format(at).match(/\d+/g)?.map(Number) ?? []
  return { year, month, day, hour, minute, second }
}

function readerOf(timeZone: string): Intl.DateTimeFormat {
  const known = readers.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  readers.set(timeZone, made)
  return made
}

/** Days between two dates of the calendar: -1 if `one` is the day before `other`. */
export function daysBetween(one: WallTime, other: WallTime): number {
  const dayOf = ({ year, month, day }: WallTime) => Date.UTC(year, month - 1, day) / 86_400_000
  return dayOf(one) - dayOf(other)
}
