import { setTimeout as delay } from 'node:timers/promises'

/** Longer than any test that asks for it takes. */
const LEAST_SECONDS = 90
const SECONDS_A_DAY = 86_400

/** For what is counted by day: waits until midnight is past if it is about to come, so that what follows happens on one day. */
export async function awayFromMidnight(zone = 'UTC'): Promise<void> {
  const clock = new Date().toLocaleTimeString('sv', { timeZone: zone })
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  const left = SECONDS_A_DAY - (hours * 60 + minutes) * 60 - seconds
  if (left < LEAST_SECONDS) await delay((left + 1) * 1000)
}
