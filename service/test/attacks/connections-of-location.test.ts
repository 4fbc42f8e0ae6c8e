import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { newPlatform, type Platform, startFreshServer, type TestServer } from '../support/app/test-server.js'

const CONNECTIONS = 4
const CALLS = 8
const MINUTE = 60_000

let server: TestServer
let slow: Platform
let other: Platform
beforeAll(async () => {
  server = await startFreshServer({ databasePoolSize: CONNECTIONS, databaseLockTimeoutSeconds: 60 })
})
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(async () => {
  slow = await newPlatform(server)
  other = await newPlatform(server)
})

const WAITING = `select count(*)::int as count from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and query like '%from webhook w%limit $3%'`

it('a location whose reads wait in the database leaves connections to every other', async () => {
  const { calls } = await server.db.transaction(async tx => {
    await tx.query('lock table webhook in access exclusive mode')
    const calls = Array.from({ length: CALLS }, () => slow.call('GET', '/api/v1/webhooks'))
    await vi.waitFor(
      async () => {
        const { rows } = await server.db.query<{ count: number }>(WAITING)
        expect(rows[0]!.count).toBeGreaterThanOrEqual(CONNECTIONS / 2)
      },
      { timeout: MINUTE, interval: 50 },
    )
    for (const path of ['/orders', '/companies', '/integrations', '/overview'])
      expect((await other.call('GET', `/api/v1${path}`)).status).toBe(200)
    expect((await other.putOnce('one')).status).toBe(201)
    const { rows } = await server.db.query<{ count: number }>(WAITING)
    expect(rows[0]!.count).toBe(CONNECTIONS / 2)
    return { calls }
  })
  for (const answer of await Promise.all(calls)) expect(answer.status).toBe(200)
})
