import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { addJob } from '../db/add-job.js'
import { BEAT_SECONDS, Heartbeat } from './heartbeat.js'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

describeOnEachPostgres('the heartbeat', pg => {
  it('a server takes no other for dead until it has itself reached the database for long enough', async () => {
    const db = await pg.freshDatabase()
    const heartbeat = new Heartbeat(db)
    const beats = async (seconds: number): Promise<void> => {
      for (let passed = 0; passed < seconds; passed += BEAT_SECONDS) {
        await heartbeat.beat('own').catch(() => undefined)
        vi.advanceTimersByTime(BEAT_SECONDS * 1000)
      }
    }
    const servers = async () => (await db.query('select from job_server')).rowCount
    for (let outages = 0; outages < 2; outages++) {
      await db.query(`insert into job_server (pool_id, seen_at) values ('silent', now() - interval '1 hour')`)
      await beats(20)
      expect(await servers()).toBe(2)
      await beats(5)
      expect(await servers()).toBe(1)
      await db.query('alter table job_server rename to unreachable')
      await beats(60)
      await db.query('alter table unreachable rename to job_server')
    }
  })
  it('knows when a server was last there, by the work that waits if all stopped orderly', async () => {
    const db = await pg.freshDatabase()
    const heartbeat = new Heartbeat(db)
    expect(await heartbeat.lastSign(true)).toBeNull()
    await addJob(db, 'find-work', {}, -600)
    const minutesAgo = (at: Date | null) => Math.round((Date.now() - at!.getTime()) / 60_000)
    expect(minutesAgo(await heartbeat.lastSign(true))).toBe(10)
    await db.query(`insert into job_server (pool_id, seen_at) values ('dead', now() - interval '7 minutes')`)
    expect(minutesAgo(await heartbeat.lastSign(true))).toBe(7)
    expect(minutesAgo(await heartbeat.lastSign(false))).toBe(7)
  })
})
