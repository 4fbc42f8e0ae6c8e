import { beforeEach, expect, it } from 'vitest'
import { lockCompanies } from '../../src/db/company-locks.js'
import { createToken } from '../../src/people/api-tokens.js'
import { newPlatform, oneC, type Platform } from '../support/app/test-server.js'
import { useFreshServer } from '../support/app/use-server.js'

const CONNECTIONS = 4
const CALLS = 2 * CONNECTIONS

const server = useFreshServer({ databasePoolSize: CONNECTIONS, databaseLockTimeoutSeconds: 1 })
let slow: Platform
let other: Platform
beforeEach(async () => {
  slow = await newPlatform(server)
  other = await newPlatform(server)
})

/** Waits until so many connections wait for a lock. */
const allWait = (connections: number): Promise<void> =>
  expect
    .poll(
      async () => {
        const { rows } = await server.db.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        return rows.length
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBeGreaterThanOrEqual(connections)

const repeat = <T>(call: () => Promise<T>): Promise<T>[] => Array.from({ length: CALLS }, call)

it('/readyz answers while all connections of requests wait for a lock, and others go on', async () => {
  const { calls } = await server.db.transaction(async tx => {
    await tx.query('lock table webhook in access exclusive mode')
    const calls = repeat(async () => {
      const token = { locationId: slow.locationId, name: 'one of many', rights: ['webhooks:read'] }
      const { secret } = await createToken(server.db, token)
      return slow.call('GET', '/api/v1/webhooks', undefined, { authorization: `Bearer ${secret}` })
    })
    await allWait(CONNECTIONS)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    for (const path of ['/orders', '/companies', '/integrations', '/overview'])
      expect((await other.call('GET', `/api/v1${path}`)).status).toBe(200)
    return { calls }
  })
  for (const answer of await Promise.all(calls)) expect([200, 503]).toContain(answer.status)
})

it('queries that wait for a locked company delay another location no longer than a lock may', async () => {
  const ofSlow = [oneC(server, await slow.connect()), oneC(server, await slow.connect())]
  const ofOther = oneC(server, await other.connect())
  await slow.put('one')
  await other.put('one')
  const cookies = await Promise.all(ofSlow.flatMap(of => repeat(() => of.signIn())))
  const { calls } = await server.db.transaction(async tx => {
    await lockCompanies(tx, 'offers', 'exclusive', [slow.companyId])
    const calls = cookies.map((cookie, at) => ofSlow[Math.floor(at / CALLS)]!.ask('query', { cookie }))
    await allWait(2)
    expect(await ofOther.exchange()).toHaveLength(1)
    return { calls }
  })
  await Promise.allSettled(calls)
  for (const of of ofSlow) expect(await of.exchange()).toHaveLength(1)
})

it('a 1C whose session is locked for long does not stop others, and goes on afterwards', async () => {
  const ofSlow = oneC(server, await slow.connect())
  const ofOther = oneC(server, await other.connect())
  await slow.put('one')
  await other.put('one')
  const cookie = await ofSlow.signIn()
  const { calls } = await server.db.transaction(async tx => {
    await tx.query('select from exchange_session where location_id = $1 for update', [slow.locationId])
    const calls = repeat(() => ofSlow.ask('query', { cookie }))
    await allWait(1)
    expect(await ofOther.exchange()).toHaveLength(1)
    return { calls }
  })
  await Promise.allSettled(calls)
  expect(await ofSlow.exchange()).toHaveLength(1)
})
