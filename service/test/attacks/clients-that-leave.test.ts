import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.js'
import { createLog } from '../../src/log.js'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  sampleLine,
  startTestServer,
  type TestServer,
} from '../support/app/test-server.js'
import { freshDatabase } from '../support/databases.js'
import { basic } from '../support/exchange.js'

const WITHIN = { timeout: 60_000, interval: 20 }
/** pino's number of the level error. */
const ERROR = 50

let db: Database
let server: TestServer
let platform: Platform
let connected: Connected1C
let lines: { level: number; msg: string; path?: string; mode?: string }[]
beforeAll(async () => {
  db = await freshDatabase()
  lines = []
  const log = createLog('debug', { write: line => void lines.push(JSON.parse(line)) })
  server = await startTestServer(db, { apiRateLimit: 0 }, log)
  platform = await newPlatform(server)
  connected = await platform.connect()
  const many = Array.from({ length: 4000 }, (_, index) => sampleLine({ id: `svc-${index}` }))
  for (const id of ['a', 'b', 'c'])
    expect((await platform.put(id, { lines: many, total: `${4000 * 3000}.00`, payments: [] })).status).toBe(
      201,
    )
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})
beforeEach(() => {
  lines.length = 0
})

const errors = () => lines.filter(({ level }) => level >= ERROR)

function begin(method: string, path: string, headers: Record<string, string>): ClientRequest {
  const asking = request(server.url + path, { method, agent: false, headers })
  asking.on('error', () => undefined)
  return asking
}
const asPlatform = (type: string, size: number) => ({
  authorization: `Bearer ${platform.apiToken}`,
  'content-type': type,
  'content-length': String(size),
})

it.each([
  ['an order', 'PUT', '/api/v1/orders/left', 'application/json', '{"id":"left",'],
  ['a file to be inspected', 'POST', '/uploads:inspect?name=orders.xml', 'application/octet-stream', '<?xml'],
])(
  'a client that leaves in the middle of sending %s is no error of ours',
  async (_what, method, path, type, body) => {
    const address = path.startsWith('/api') ? path : `/api/v1/integrations/${connected.id}${path}`
    const asking = begin(method, address, asPlatform(type, 100_000))
    asking.write(body)
    await once(asking, 'socket')
    await new Promise(resolve => asking.write(' ', resolve))
    await platform.call('GET', '/api/v1/integrations')
    asking.destroy()
    await expect
      .poll(() => lines.map(({ msg }) => msg), WITHIN)
      .toContain('the client left before its answer')
    expect(errors()).toEqual([])
  },
)

it('a client that leaves in the middle of a batch is no error of ours', async () => {
  const asking = begin('POST', '/api/v1/orders:batch', asPlatform('application/x-ndjson', 100_000))
  await new Promise(resolve => asking.write('{"id":"left"}\n{"id":', resolve))
  await platform.call('GET', '/api/v1/integrations')
  asking.destroy()
  for (let turn = 0; turn < 5; turn++) await platform.call('GET', '/api/v1/integrations')
  expect(errors()).toEqual([])
})

it('a client that leaves during a dry run is no error of ours', async () => {
  const asking = begin(
    'POST',
    `/api/v1/integrations/${connected.id}/dry-run`,
    asPlatform('application/json', 2),
  )
  asking.end('{}')
  await once(asking, 'finish')
  await platform.call('GET', '/api/v1/integrations')
  asking.destroy()
  await expect.poll(() => lines.map(({ msg }) => msg), WITHIN).toContain('the client left before its answer')
  expect(errors()).toEqual([])
})

it('a client that leaves in the middle of a preview is no error of ours', async () => {
  const { authorization } = asPlatform('', 0)
  const asking = begin('GET', `/api/v1/integrations/${connected.id}/preview`, { authorization })
  asking.end()
  const [answer] = await once(asking, 'response')
  answer.on('error', () => undefined)
  await once(answer, 'data')
  asking.destroy()
  const paths = () => lines.map(({ path = '' }) => path.split('/').at(-1))
  await expect.poll(paths, WITHIN).toContain('preview')
  expect(errors()).toEqual([])
})

it('a 1C that leaves in the middle of sending a file, or of taking orders, is no error of ours', async () => {
  const headers = { authorization: basic(connected.login, connected.password) }
  const cookie = await oneC(server, connected).signIn()
  const sending = begin('POST', '/1c?type=sale&mode=file&filename=orders.xml', {
    ...{ ...headers, cookie },
    'content-length': '100000',
  })
  sending.write('<?xml version="1.0"?><КоммерческаяИнформация>')
  await new Promise(resolve => sending.write(' ', resolve))
  await oneC(server, connected).signIn()
  sending.destroy()
  const asking = begin('GET', '/1c?type=sale&mode=query', { ...headers, cookie })
  asking.end()
  const [answer] = await once(asking, 'response')
  answer.on('error', () => undefined)
  await once(answer, 'data')
  asking.destroy()
  const ended = () => lines.flatMap(({ msg, mode }) => (msg === 'exchange' ? [mode] : []))
  await expect.poll(ended, WITHIN).toEqual(expect.arrayContaining(['file', 'query']))
  expect(errors()).toEqual([])
})

it('what a client left unfinished fails without a word once a stop has closed what it needs', async () => {
  const log = createLog('debug', { write: line => void lines.push(JSON.parse(line)) })
  const stopped = await startTestServer(db, { apiRateLimit: 0 }, log)
  await db.transaction(async tx => {
    await tx.query('lock table order_revision in access exclusive mode')
    const { authorization } = asPlatform('', 0)
    const asking = request(`${stopped.url}/api/v1/orders/a/timeline`, {
      agent: false,
      headers: { authorization },
    })
    asking.on('error', () => undefined).end()
    await expect.poll(async () => (await db.query(WAITING)).rowCount, WITHIN).toBeGreaterThan(0)
    asking.destroy()
    // Its statement is cut when the connections are closed.
    await stopped.app.close()
  })
  await expect.poll(() => lines.map(({ msg }) => msg), WITHIN).toContain('the client left before its answer')
  expect(errors()).toEqual([])
})

const WAITING = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
