import { setTimeout as delay } from 'node:timers/promises'

/** Longer than any test that calls this takes. */
const MIN_SECONDS = 90
const SECONDS_A_DAY = 86_400

/** For tests of what is counted by day: shortly before midnight, waits until it has passed, so that the test runs within one day. */
export async function awayFromMidnight(zone = 'UTC'): Promise<void> {
  const clock = new Date().toLocaleTimeString('sv', { timeZone: zone })
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  const left = SECONDS_A_DAY - (hours * 60 + minutes) * 60 - seconds
  if (left < MIN_SECONDS) await delay((left + 1) * 1000)
}
