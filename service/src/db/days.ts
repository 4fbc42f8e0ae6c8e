/** Ids of one day: the ids of tables by day are the day (UTC, since 1970) times this plus a number. */
export const IDS_A_DAY = 100_000_000
const DAY_MS = 86_400_000

export function dayOf(at: Date): number {
  return Math.floor(at.getTime() / DAY_MS)
}

export function firstIdOf(day: number): number {
  return day * IDS_A_DAY
}

/** Midnight of UTC. */
export function startOfDay(day: number): Date {
  return new Date(day * DAY_MS)
}

/** `20261125`; `none` if it is not a day of any journal. */
export function dayName(day: number): string {
  if (!(day > 0 && day < 100_000)) return 'none'
  return startOfDay(day).toISOString().slice(0, 10).replaceAll('-', '')
}
