import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server as NetServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/support/databases.js'
import {
  type Backend,
  beginQuery,
  type Connected,
  client,
  connect1c,
  connectAnother,
  numbersIn,
  putOrder,
  signIn,
  startBackend,
} from '../../test/support/exchange.js'
import { sampleLine, sampleOrder } from '../../test/support/sample-order.js'
import { type Database, openDatabase } from '../db/database.js'
import { createLog } from '../log.js'
import { saveOrders } from '../orders/intake/save-orders.js'

const MANY = 4000

let db: Database
/** Has many orders; each test connects a new 1C, which is owed them all. */
let company: Connected
beforeAll(async () => {
  db = await freshDatabase()
  company = await manyOrders()
})
afterAll(() => db[Symbol.asyncDispose]())

async function manyOrders(): Promise<Connected> {
  const one = await connect1c(db)
  const lines = [
    sampleLine({ name: 'Аренда '.repeat(12), quantity: '1', price: '1', amount: '1', vat: 'none' }),
  ]
  const bodies = Array.from({ length: MANY }, (_, index) => ({
    body: sampleOrder(one.companyId, {
      id: `m-${index}`,
      number: undefined,
      lines,
      total: '1',
      payments: [],
    }),
  }))
  for (const result of await saveOrders(db, one.locationId, bodies)) if ('error' in result) throw result.error
  return one
}

const batchStates = async (of: Connected) => {
  const { rows } = await db.query<{ state: string }>(
    'select state from outbox_batch where integration_key = $1 order by id',
    [of.key],
  )
  return rows.map(({ state }) => state)
}

describe('a large answer', () => {
  let backend: Backend
  let one: Connected
  let ask: ReturnType<typeof client>
  beforeAll(async () => {
    backend = await startBackend(db)
    one = await connectAnother(db, company)
    ask = client(backend, one)
  })
  afterAll(() => backend[Symbol.asyncDispose]())

  it('1.5: is chunked, and whole', async () => {
    const reply = await ask('query')
    expect(reply.headers['transfer-encoding']).toBe('chunked')
    expect(reply.headers['content-length']).toBeUndefined()
    expect(new Set(numbersIn(reply)).size).toBe(MANY)
    await backend.journal.settled()
    const { rows } = await db.query(
      `select outcome, order_count, response_size = response_kept as whole from journal_entry where integration_key = $1 and mode = 'query'`,
      [one.key],
    )
    expect(rows).toEqual([{ outcome: 'done', order_count: MANY, whole: true }])
  })

  it('1.10, 6.6: that the client left unread leaves the orders owed, and its success is refused', async () => {
    const cookie = await signIn(ask)
    const { socket, begun } = await beginQuery(backend, one, cookie)
    expect(begun).toMatch(/^HTTP\/1\.1 200 OK/)
    socket.destroy()
    await expect.poll(async () => (await batchStates(one)).at(-1)).toBe('abandoned')
    const { text } = await ask('success', { cookie })
    expect(text).toMatch(/^failure\n.*не были переданы до конца/)
    await backend.journal.settled()
    const { rows } = await db.query(
      `select outcome from journal_entry where batch_id = (select max(id) from outbox_batch)`,
    )
    expect(rows).toEqual([{ outcome: 'cut' }])
    expect(numbersIn(await ask('query', { cookie }))).toHaveLength(MANY)
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(numbersIn(await ask('query', { cookie: await signIn(ask) }))).toEqual([])
  })
})

it('6.4: an answer whose batch was given up meanwhile breaks off without its closing tag', async () => {
  await using backend = await startBackend(db)
  const one = await connectAnother(db, company)
  const ask = client(backend, one)
  const cookie = await signIn(ask)
  const { socket } = await beginQuery(backend, one, cookie)
  expect(numbersIn(await ask('query', { cookie }))).toHaveLength(MANY)
  let rest = ''
  socket.on('data', data => {
    rest += data
  })
  socket.resume()
  await once(socket, 'close')
  expect(rest).not.toContain('</КоммерческаяИнформация>')
  expect(rest).not.toMatch(/0\r\n\r\n$/)
  expect((await ask('success', { cookie })).text).toBe('success')
})

it('1.10: a client that stands still is cut and its batch given up', async () => {
  await using backend = await startBackend(db, { connectionIdleSeconds: 5 })
  const one = await connectAnother(db, company)
  const { socket } = await beginQuery(backend, one, await signIn(client(backend, one)))
  await expect.poll(() => batchStates(one), { timeout: 60_000 }).toEqual(['abandoned'])
  socket.destroy()
})

it('1.10: a stop lets a download end', async () => {
  const backend = await startBackend(db)
  const one = await connectAnother(db, company)
  const ask = client(backend, one)
  const { socket, begun } = await beginQuery(backend, one, await signIn(ask))
  const closed = backend[Symbol.asyncDispose]()
  let answer = begun
  socket.on('data', data => {
    answer += data
  })
  socket.resume()
  await closed
  if (!socket.closed) await once(socket, 'close')
  expect(answer).toMatch(/<\/КоммерческаяИнформация>\s*\r\n0\r\n\r\n$/)
  expect(await batchStates(one)).toEqual(['sent'])
})

it('1.10: a stop that has waited long enough cuts a download, and the journal says so', async () => {
  const backend = await startBackend(db, { stopTimeoutSeconds: 0 })
  const one = await connectAnother(db, company)
  const { socket } = await beginQuery(backend, one, await signIn(client(backend, one)))
  await backend[Symbol.asyncDispose]()
  socket.destroy()
  const { rows } = await db.query(
    `select e.outcome, s.outcome as exchange from journal_entry e join exchange_session s on s.id = e.session_id
      where e.integration_key = $1 and mode = 'query'`,
    [one.key],
  )
  expect(rows).toEqual([{ outcome: 'cut', exchange: 'failed' }])
})

describe('8.1: with the database away', () => {
  /** A database behind a connection that can be cut. */
  async function behindProxy(
    url: string,
  ): Promise<{ url: string; shut(): void; open(): void; server: NetServer }> {
    const target = new URL(url)
    let shut = false
    const through = new Set<Socket>()
    const server = createServer(socket => {
      if (shut) return void socket.destroy()
      const onward = connect(Number(target.port), target.hostname)
      for (const [from, to] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        through.add(from)
        from.pipe(to)
        from.on('error', () => to.destroy())
        from.on('close', () => to.destroy())
      }
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = new URL(url)
    address.hostname = '127.0.0.1'
    address.port = String((server.address() as AddressInfo).port)
    return {
      url: address.href,
      server,
      shut() {
        shut = true
        for (const socket of through) socket.destroy()
      },
      open() {
        shut = false
      },
    }
  }

  it('every command gets a failure in words, and the exchange recovers by itself', async () => {
    const one = await connect1c(db)
    await putOrder(db, one, 'a-1')
    const proxy = await behindProxy(db.url)
    await using away = openDatabase({ url: proxy.url, onError: () => undefined })
    await using backend = await startBackend(away)
    const ask = client(backend, one)
    const cookie = await signIn(ask)
    proxy.shut()
    for (const mode of ['checkauth', 'init', 'query', 'success', 'info']) {
      const { status, text } = await ask(mode, { cookie })
      expect(status).toBe(200)
      expect(text).toMatch(/^failure\n.*База данных/)
    }
    proxy.open()
    expect(numbersIn(await ask('query', { cookie }))).toEqual(['1'])
    proxy.shut()
    expect((await ask('success', { cookie })).text).toMatch(/^failure\n/)
    proxy.open()
    expect((await ask('success', { cookie })).text).toBe('success')
    proxy.server.close()
  })
})

it('8.2: what else goes wrong inside is a failure with the number of its request', async () => {
  await using broken = await freshDatabase()
  const logged: string[] = []
  const log = createLog('error', { write: line => void logged.push(line) })
  await using backend = await startBackend(broken, {}, log)
  const one = await connect1c(broken)
  await putOrder(broken, one, 'a-1')
  const ask = client(backend, one)
  const cookie = await signIn(ask)
  await broken.query('alter table outbox_batch add constraint never check (id < 0) not valid')
  const { status, headers, text } = await ask('query', { cookie })
  expect(status).toBe(200)
  const requestId = String(headers['x-request-id'])
  expect(text).toMatch(/^failure\n[^\n]*[а-я]/)
  expect(text).toContain(requestId)
  expect(text).not.toContain('never')
  expect(logged.filter(line => line.includes(requestId) && line.includes('never'))).toHaveLength(1)
})
