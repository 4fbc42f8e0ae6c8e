/** Calendar days, "2026-11-25", both included; an end left open is undefined. */
export interface Period {
  from: string | undefined
  to: string | undefined
}

export const PRESETS = ['today', 'yesterday', 'week', 'month'] as const
export type Preset = (typeof PRESETS)[number]

/** Days back from today: the first and the last of the period. */
const BACK: Record<Preset, readonly [number, number]> = {
  today: [0, 0],
  yesterday: [1, 1],
  week: [6, 0],
  month: [29, 0],
}

/** A common period, calculated from today's date in the location's zone. */
export function presetPeriod(preset: Preset, timeZone: string | undefined, now = new Date()): Period {
  const [first, last] = BACK[preset]
  return { from: daysAgo(first, timeZone, now), to: daysAgo(last, timeZone, now) }
}

function daysAgo(days: number, timeZone: string | undefined, now: Date): string {
  const date = new Date(calendarOf(timeZone).format(now))
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}

const calendars = new Map<string | undefined, Intl.DateTimeFormat>()

function calendarOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const before = calendars.get(timeZone)
  if (before !== undefined) return before
  // Sweden writes dates as ISO 8601 does.
  const made = new Intl.DateTimeFormat('sv-SE', timeZone === undefined ? {} : { timeZone })
  calendars.set(timeZone, made)
  return made
}
