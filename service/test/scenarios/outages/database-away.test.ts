import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from '../../../src/db/database.js'
import {
  newPlatform,
  oneC,
  type Platform,
  sampleOrder,
  startTestServer,
  type TestServer,
} from '../../support/app/test-server.js'
import { basic } from '../../support/exchange.js'
import { startThrowAway, type ThrowAwayPostgres } from '../../support/postgres/throw-away-postgres.js'
import { openReceiver, type Received } from '../../support/webhooks/receiver.js'

const WITHIN = { timeout: 60_000, interval: 200 }
const NDJSON = { 'content-type': 'application/x-ndjson' }
/** Orders of a batch: many times as many as are saved together. */
const BATCH = 3000

let postgres: ThrowAwayPostgres
let db: Database
let server: TestServer
beforeAll(async () => {
  postgres = await startThrowAway()
  db = openDatabase({ url: postgres.url })
  server = await startTestServer(db, { allowPrivateAddresses: 'yes' })
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
  await postgres[Symbol.asyncDispose]()
})
const isBack = async (): Promise<void> => {
  await vi.waitFor(async () => expect((await fetch(`${server.url}/readyz`)).status).toBe(200), WITHIN)
}
const comeBack = async (): Promise<void> => {
  await postgres.start()
  await isBack()
}
const stored = (platform: Platform, id: string) => platform.call('GET', `/api/v1/orders/${id}`)

it('while the database is away the platform gets 503, 1C a failure; both go on by themselves', async () => {
  const platform = await newPlatform(server)
  const one = await platform.connect()
  await platform.put('a')
  const { ask, signIn, exchange } = oneC(server, one)
  const cookie = await signIn()
  await ask('query', { cookie })
  await postgres.stop('SIGQUIT')

  const order = JSON.stringify(sampleOrder(platform.companyId, { id: 'b' }))
  for (const answer of [
    await platform.putOnce('b'),
    await platform.call('GET', '/api/v1/orders'),
    await platform.call('POST', '/api/v1/orders:batch', order, NDJSON),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable'])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  for (const mode of ['checkauth', 'init', 'query', 'success', 'info']) {
    const { status, text } = await ask(mode, { cookie })
    expect([mode, status]).toEqual([mode, 200])
    expect(text).toMatch(/^failure\n[А-Я]/)
  }
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503)

  await comeBack()
  // The session from before lives on: what it was sent it may confirm.
  expect((await ask('success', { cookie })).text).toBe('success')
  expect((await platform.put('b')).status).toBe(201)
  expect(await exchange()).toEqual(['2'])
})

it('webhooks answered while the database goes away are delivered when it is back', async () => {
  const unhandled: unknown[] = []
  const note = (reason: unknown): unknown => unhandled.push(reason)
  process.on('unhandledRejection', note)
  await using receiver = await openReceiver()
  const platform = await newPlatform(server)
  const one = await platform.connect()
  const webhook = { url: receiver.url, types: ['order.exported'] }
  expect((await platform.call('POST', '/api/v1/webhooks', webhook)).status).toBe(201)
  const held: (() => void)[] = []
  receiver.answer = response => void held.push(() => response.writeHead(204).end())
  const ids = Array.from({ length: 5 }, (_, index) => `o-${index}`)
  for (const id of ids) await platform.put(id)
  await oneC(server, one).exchange()
  await vi.waitUntil(() => held.length > 1, WITHIN)
  await postgres.stop('SIGQUIT')
  receiver.answer = response => void response.writeHead(204).end()
  for (const answer of held) answer()
  // The queue learns that the attempts have ended, and cannot write it down.
  await delay(3000)
  await comeBack()
  // As if the time were over after which attempts whose end was not written down are made again.
  await db.query(`update webhook_attempt set leased_until = now() where state = 'pending'`)
  const delivered = (call: Received): string => call.event.data.orderId
  await vi.waitFor(
    () => expect([...new Set(receiver.received.slice(held.length).map(delivered))].sort()).toEqual(ids),
    WITHIN,
  )
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

it('a database that crashes during intake loses no acknowledged order, and doubles none', async () => {
  const platform = await newPlatform(server)
  const acknowledged = new Map<string, { number: string; comment: string }>()
  const counts: Record<number, number> = {}
  const sender = async (name: string): Promise<void> => {
    for (let index = 0; index < 60; index++) {
      const [id, comment] = [`${name}-${index % 40}`, `${index}`]
      for (;;) {
        const { status, body } = await platform.putOnce(id, { comment })
        counts[status] = (counts[status] ?? 0) + 1
        if (status < 300) acknowledged.set(id, { number: body.numberIn1c, comment })
        if (status < 300) break
        await new Promise(resolve => setTimeout(resolve, 100))
      }
    }
  }
  const senders = ['x', 'y', 'z'].map(sender)
  await vi.waitUntil(() => acknowledged.size > 30, WITHIN)
  await postgres.stop('SIGQUIT')
  await comeBack()
  await Promise.all(senders)
  expect(Object.keys(counts).sort()).toEqual(['200', '201', '503'])
  expect(acknowledged.size).toBe(120)
  for (const [id, { number, comment }] of acknowledged)
    expect((await stored(platform, id)).body).toMatchObject({ numberIn1c: number, comment })
  const numbers = [...acknowledged.values()].map(({ number }) => Number(number))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1))
})

it('a batch during which the database goes says of each line by itself whether it is saved', async () => {
  const platform = await newPlatform(server)
  const lines = Array.from({ length: BATCH }, (_, index) =>
    JSON.stringify(sampleOrder(platform.companyId, { id: `o-${index}`, comment: 'к'.repeat(1000) })),
  )
  const sending = platform.call('POST', '/api/v1/orders:batch', lines.join('\n'), NDJSON)
  const count = async (): Promise<number> =>
    (
      await db.query<{ n: number }>('select count(*)::int as n from sale_order where location_id = $1', [
        platform.locationId,
      ])
    ).rows[0]!.n
  await vi.waitUntil(async () => (await count()) > 0, { ...WITHIN, interval: 10 })
  await postgres.stop('SIGQUIT')
  await postgres.start()
  const { status, body } = await sending
  expect([status, body.length]).toEqual([200, BATCH])
  await isBack()
  expect(body.map(({ line, id }: { line: number; id: string }) => `${line} ${id}`)).toEqual(
    Array.from({ length: BATCH }, (_, index) => `${index + 1} o-${index}`),
  )
  const saved = body.filter((line: { status: number }) => line.status === 201)
  const refused = body.filter((line: { status: number }) => line.status === 503)
  expect(saved.length + refused.length).toBe(BATCH)
  expect(saved.length).toBeGreaterThan(0)
  const { rows } = await db.query<{ id: string }>('select id from sale_order where location_id = $1', [
    platform.locationId,
  ])
  const there = new Set(rows.map(({ id }) => id))
  expect(saved.filter((line: { id: string }) => !there.has(line.id))).toEqual([])
  const again = await platform.call('POST', '/api/v1/orders:batch', lines.join('\n'), NDJSON)
  expect(again.body.filter((line: { status: number }) => line.status > 201)).toEqual([])
}, 300_000)
it('a download during which the database goes ends unclosed, and confirms nothing', async () => {
  const platform = await newPlatform(server)
  const one = await platform.connect()
  const lines = Array.from({ length: 1500 }, (_, index) =>
    JSON.stringify(sampleOrder(platform.companyId, { id: `o-${index}`, comment: 'к'.repeat(4000) })),
  )
  await platform.call('POST', '/api/v1/orders:batch', lines.join('\n'), NDJSON)
  const { ask, signIn, exchange } = oneC(server, one)
  const cookie = await signIn()
  const download = get(`${server.url}/1c?type=sale&mode=query`, {
    headers: { cookie, authorization: basic(one.login, one.password) },
    agent: false,
  })
  const [answer] = (await once(download, 'response')) as [IncomingMessage]
  answer.pause()
  await postgres.stop('SIGQUIT')
  let xml = ''
  answer.setEncoding('utf8').on('data', piece => {
    xml += piece
  })
  answer.resume()
  const error = await new Promise(resolve => {
    answer.once('error', resolve).once('end', () => resolve('an orderly end'))
  })
  expect(error).toBeInstanceOf(Error)
  expect(xml).not.toContain('</КоммерческаяИнформация>')
  await comeBack()
  expect((await ask('success', { cookie })).text).toMatch(/^failure\n/)
  expect(await exchange()).toHaveLength(1500)
  expect(await exchange()).toEqual([])
}, 300_000)
