import { wallTime } from '../../texts/wall-time.js'

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

export function presetPeriod(preset: Preset, timeZone: string | undefined, now = new Date()): Period {
  const [first, last] = BACK[preset]
  return { from: daysAgo(first, timeZone, now), to: daysAgo(last, timeZone, now) }
}

function daysAgo(days: number, timeZone: string | undefined, now: Date): string {
  const { year, month, day } = wallTime(now, timeZone)
  return new Date(Date.UTC(year, month - 1, day - days)).toISOString().slice(0, 10)
}
