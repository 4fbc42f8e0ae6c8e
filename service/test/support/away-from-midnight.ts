import { setTimeout as delay } from 'node:timers/promises'

/** Longer than any test takes that names no time of its own. */
const MIN_SECONDS = 90
const SECONDS_A_DAY = 86_400
const MS_A_DAY = SECONDS_A_DAY * 1000

/**
 * For tests of what is counted by day: if midnight is nearer than `seconds`, which what follows may take, waits until it has passed, so
 * that the test runs within one day.
 */
export async function awayFromMidnight(zone = 'UTC', seconds = MIN_SECONDS): Promise<void> {
  const clock = new Date().toLocaleTimeString('sv', { timeZone: zone })
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number)
  const left = SECONDS_A_DAY - (hour * 60 + minute) * 60 - second
  if (left < seconds) await delay((left + 1) * 1000)
}

/**
 * When orders of this month and of last month may have been placed, and the day this month began (`YYYY-MM-DD`), by the clock of a
 * location: orders of earlier months are sent last and their changes warned of, so that fixed dates would mean something else next month.
 */
export async function askMonths(zone: string) {
  await awayFromMidnight(zone)
  const monthBegan = `${new Date().toLocaleDateString('sv', { timeZone: zone }).slice(0, 'YYYY-MM'.length)}-01`
  return {
    ofThisMonth: { placedAt: new Date().toISOString() },
    ofLastMonth: { placedAt: new Date(Date.parse(monthBegan) - 20 * MS_A_DAY).toISOString() },
    monthBegan,
  }
}
