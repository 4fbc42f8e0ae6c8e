import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Database } from '../db/database.js'
import { BEAT_SECONDS, Heartbeat } from './heartbeat.js'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

it('a server takes no other for dead until it has itself reached the database for long enough', async () => {
  let away = false
  const released: number[] = []
  const query = async (text: string): Promise<void> => {
    if (away) throw new Error('the database is away')
    if (text.includes('delete from job_server')) released.push(Math.round(performance.now() / 1000))
  }
  const heartbeat = new Heartbeat({ query } as unknown as Database)
  const start = Math.round(performance.now() / 1000)
  const beats = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += BEAT_SECONDS) {
      await heartbeat.beat('own').catch(() => undefined)
      vi.advanceTimersByTime(BEAT_SECONDS * 1000)
    }
  }
  await beats(25)
  away = true
  await beats(60)
  away = false
  await beats(25)
  expect(released.map(at => at - start)).toEqual([20, 105])
})
