import { expect, it } from 'vitest'
import { openDatabase } from '../../../src/db/database.js'
import { newPlatform, oneC, sampleOrder, startTestServer } from '../../support/app/test-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'
import { openProxy } from '../../support/postgres/swallowing-proxy.js'
import { startThrowAway } from '../../support/postgres/throw-away-postgres.js'

const WITHIN = { timeout: 60_000, interval: 200 }
const NDJSON = { 'content-type': 'application/x-ndjson' }
/** A busy machine answers within it. */
const SILENCE = { databaseSilenceSeconds: 5 }

it('a database that hangs is reported instead of waited for, and all goes on when it does', async () => {
  await using postgres = await startThrowAway()
  await using db = openDatabase({ url: postgres.url })
  await using server = await startTestServer(db, SILENCE)
  const platform = await newPlatform(server)
  const one = await platform.connect()
  await platform.put('a')
  const { ask, signIn, exchange } = oneC(server, one)
  const cookie = await signIn()
  await ask('query', { cookie })

  postgres.freeze()
  const order = JSON.stringify(sampleOrder(platform.companyId, { id: 'b' }))
  const asking = [
    ...['b', 'c', 'd'].map(id => platform.putOnce(id)),
    platform.call('GET', '/api/v1/orders'),
    platform.call('POST', '/api/v1/orders:batch', order, NDJSON),
  ]
  const calling = ['checkauth', 'init', 'query', 'success', 'info'].map(mode => ask(mode, { cookie }))
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
  for (const { status, body, headers } of await Promise.all(asking)) {
    expect([status, body.code]).toEqual([503, 'unavailable'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  }
  for (const { status, text } of await Promise.all(calling)) {
    expect(status).toBe(200)
    expect(text).toMatch(/^failure\n[А-Я]/)
  }

  postgres.thaw()
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, WITHIN).toBe(200)
  // What 1C was sent to the end before it may still confirm.
  expect((await ask('success', { cookie })).text).toBe('success')
  expect((await platform.put('b')).status).toBeLessThan(300)
  expect(await exchange()).toContain('2')
}, 300_000)

describeOnNewestPostgres('a proxy before the database', pg => {
  it('connections that the network lost cost one refusal each at most', async () => {
    const db = await pg.freshDatabase()
    await using proxy = await openProxy(db.url)
    await using far = openDatabase({ url: proxy.url })
    await using server = await startTestServer(far, SILENCE)
    const platform = await newPlatform({ url: server.url, db })
    const one = await platform.connect()
    await Promise.all(Array.from({ length: 12 }, (_, index) => platform.put(`o-${index}`)))
    proxy.swallowOpen()
    expect((await platform.putOnce('lost')).status).toBe(503)
    expect((await platform.putOnce('kept')).status).toBe(201)
    await oneC(server, one).ask('checkauth')
    const { exchange } = oneC(server, one)
    expect(await exchange()).toHaveLength(13)
    await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, WITHIN).toBe(200)
  })
})
