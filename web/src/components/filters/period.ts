import { wallTime } from '../../texts/wall-time.js'

/** Calendar days, "2026-11-25", both included; an end left open is undefined. */
export interface Period {
  from: string | undefined
  to: string | undefined
}

export const PRESETS = [
  'today',
  'yesterday',
  'week',
  'month',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
] as const
export type Preset = (typeof PRESETS)[number]

/** Months from 0. The first and the last day; day 0 is the last one of the month before. */
const DAYS: Record<Preset, (year: number, month: number, day: number) => readonly [number, number]> = {
  today: (year, month, day) => [Date.UTC(year, month, day), Date.UTC(year, month, day)],
  yesterday: (year, month, day) => [Date.UTC(year, month, day - 1), Date.UTC(year, month, day - 1)],
  week: (year, month, day) => [Date.UTC(year, month, day - 6), Date.UTC(year, month, day)],
  month: (year, month, day) => [Date.UTC(year, month, day - 29), Date.UTC(year, month, day)],
  thisMonth: (year, month) => months(year, month, 1),
  lastMonth: (year, month) => months(year, month - 1, 1),
  thisQuarter: (year, month) => months(year, month - (month % 3), 3),
  lastQuarter: (year, month) => months(year, month - (month % 3) - 3, 3),
}

const months = (year: number, first: number, count: number): readonly [number, number] => [
  Date.UTC(year, first, 1),
  Date.UTC(year, first + count, 0),
]

export function presetPeriod(preset: Preset, timeZone: string | undefined, now = new Date()): Period {
  const { year, month, day } = wallTime(now, timeZone)
  const [from, to] = DAYS[preset](year, month - 1, day)
  return { from: dayOf(from), to: dayOf(to) }
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
