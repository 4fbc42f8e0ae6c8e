import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { lockCompanies } from '../../src/db/company-locks.js'
import {
  newPlatform,
  oneC,
  type Platform,
  startFreshServer,
  type TestServer,
} from '../support/app/test-server.js'
import { ordersFile } from '../support/from-1c.js'

const CONNECTIONS = 4
const CALLS = 8
const MINUTE = 60_000

let server: TestServer
let slow: Platform
let other: Platform
beforeAll(async () => {
  server = await startFreshServer({
    databasePoolSize: CONNECTIONS,
    databaseExchangePoolSize: CONNECTIONS,
    databaseUploadPoolSize: CONNECTIONS,
    databaseLockTimeoutSeconds: 60,
  })
})
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(async () => {
  slow = await newPlatform(server)
  other = await newPlatform(server)
})

/** Waits until so many connections, else half of all, wait for a lock in a statement with these words. */
async function halfWait(words: string, connections = CONNECTIONS / 2): Promise<void> {
  const waiting = async (): Promise<number> => {
    const { rows } = await server.db.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and position($1 in query) > 0`,
      [words],
    )
    return rows.length
  }
  await vi.waitFor(async () => expect(await waiting()).toBeGreaterThanOrEqual(connections), {
    timeout: MINUTE,
    interval: 50,
  })
}

const repeat = <T>(call: () => Promise<T>): Promise<T>[] => Array.from({ length: CALLS }, call)

it('a location whose reads wait in the database leaves connections to every other', async () => {
  const { calls } = await server.db.transaction(async tx => {
    await tx.query('lock table webhook in access exclusive mode')
    const calls = repeat(() => slow.call('GET', '/api/v1/webhooks'))
    await halfWait('from webhook w')
    for (const path of ['/orders', '/companies', '/integrations', '/overview'])
      expect((await other.call('GET', `/api/v1${path}`)).status).toBe(200)
    expect((await other.putOnce('one')).status).toBe(201)
    return { calls }
  })
  for (const answer of await Promise.all(calls)) expect(answer.status).toBe(200)
})

it('a 1C whose queries wait in the database leaves connections to every other', async () => {
  const ofSlow = oneC(server, await slow.connect())
  const ofOther = oneC(server, await other.connect())
  await slow.put('one')
  await other.put('one')
  const cookies = await Promise.all(repeat(() => ofSlow.signIn()))
  const { calls } = await server.db.transaction(async tx => {
    await lockCompanies(tx, 'offers', 'exclusive', [slow.companyId])
    const calls = cookies.map(cookie => ofSlow.ask('query', { cookie }))
    await halfWait('offers:')
    expect(await ofOther.exchange()).toHaveLength(1)
    return { calls }
  })
  // Of several queries at once the latest few are answered; of one whose batch was abandoned the answer breaks off.
  await Promise.allSettled(calls)
  expect(await ofSlow.exchange()).toHaveLength(1)
})

it('several 1C of a location whose queries wait in the database leave connections to every other', async () => {
  const ofSlow = [oneC(server, await slow.connect()), oneC(server, await slow.connect())]
  const ofOther = oneC(server, await other.connect())
  await slow.put('one')
  await other.put('one')
  const cookies = await Promise.all(ofSlow.flatMap(of => repeat(() => of.signIn())))
  const { calls } = await server.db.transaction(async tx => {
    await lockCompanies(tx, 'offers', 'exclusive', [slow.companyId])
    const calls = cookies.map((cookie, at) => ofSlow[Math.floor(at / CALLS)]!.ask('query', { cookie }))
    await halfWait('offers:', CONNECTIONS - 1)
    expect(await ofOther.exchange()).toHaveLength(1)
    return { calls }
  })
  await Promise.allSettled(calls)
  for (const of of ofSlow) expect(await of.exchange()).toHaveLength(1)
})

it('a 1C whose session is locked for long leaves connections to every other while it asks', async () => {
  const ofSlow = oneC(server, await slow.connect())
  const ofOther = oneC(server, await other.connect())
  await slow.put('one')
  await other.put('one')
  const cookie = await ofSlow.signIn()
  // Its queries go on without a note that the cookie came back.
  await server.db.query('update exchange_session set cookie_seen = true where location_id = $1', [
    slow.locationId,
  ])
  const { calls } = await server.db.transaction(async tx => {
    await tx.query('select from exchange_session where location_id = $1 for update', [slow.locationId])
    const calls = repeat(() => ofSlow.ask('query', { cookie }))
    // A query that takes longer than a second is recorded as running.
    await halfWait('insert into journal_entry', 1)
    expect(await ofOther.exchange()).toHaveLength(1)
    return { calls }
  })
  await Promise.allSettled(calls)
  expect(await ofSlow.exchange()).toHaveLength(1)
})

it('a 1C whose wrong passwords wait to be counted leaves connections to every other', async () => {
  const known = await slow.connect()
  const ofOther = oneC(server, await other.connect())
  await oneC(server, known).exchange()
  await other.put('one')
  await server.db.transaction(async tx => {
    // As a success with very many orders holds it.
    await tx.query('select from exchange_day where location_id = $1 for update', [slow.locationId])
    const calls = repeat(() => oneC(server, { ...known, password: 'wrong' }).ask('checkauth'))
    for (const { text } of await Promise.all(calls)) expect(text).toMatch(/^failure/)
    await halfWait('summary_only', 1)
    expect(await ofOther.exchange()).toHaveLength(1)
  })
})

it('a 1C that says other things of its locked session at a time leaves connections to every other', async () => {
  const ofSlow = oneC(server, await slow.connect())
  const ofOther = oneC(server, await other.connect())
  await other.put('one')
  const cookie = await ofSlow.signIn()
  const { calls } = await server.db.transaction(async tx => {
    await tx.query('select from exchange_session where location_id = $1 for update', [slow.locationId])
    const calls = Array.from({ length: CALLS }, (_, at) =>
      ofSlow.ask(at % 2 ? 'init' : 'init&version=2.10', { cookie }),
    )
    await halfWait('with touched as')
    expect(await ofOther.exchange()).toHaveLength(1)
    return { calls }
  })
  for (const { status } of await Promise.all(calls)) expect(status).toBe(200)
})

it('several 1C of a location whose files wait in the database leave connections to every other', async () => {
  const send = async (of: ReturnType<typeof oneC>, cookie: string) =>
    of.ask('file&filename=orders.xml', { cookie, body: ordersFile() })
  const ofSlow = oneC(server, await slow.connect({ client: 'ut' }))
  const ofSlowToo = oneC(server, await slow.connect({ client: 'ut' }))
  const ofOther = oneC(server, await other.connect({ client: 'ut' }))
  const cookie = await ofSlow.signIn()
  const cookieToo = await ofSlowToo.signIn()
  const cookieOfOther = await ofOther.signIn()
  const { calls } = await server.db.transaction(async tx => {
    await tx.query(
      `select pg_advisory_xact_lock(71203, (s.id % 2147483647)::int)
         from exchange_session s join integration i on i.key = s.integration_key where i.location_id = $1`,
      [slow.locationId],
    )
    const calls = [...repeat(() => send(ofSlow, cookie)), ...repeat(() => send(ofSlowToo, cookieToo))]
    await halfWait('pg_advisory_xact_lock($1, (', CONNECTIONS - 1)
    expect((await send(ofOther, cookieOfOther)).text).toBe('success')
    return { calls }
  })
  await Promise.all(calls)
  expect((await send(ofSlow, await ofSlow.signIn())).text).toBe('success')
})
