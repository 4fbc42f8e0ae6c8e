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
import { sampleLine } from '../../test/support/sample-order.js'
import type { Database } from '../db/database.js'

const LINES = 4000

let db: Database
/** Gives one answer at a time, and waits for whoever reads slowly. */
let backend: Backend
/** Waits for nobody who reads nothing. */
let watchful: Backend
beforeAll(async () => {
  db = await freshDatabase()
  backend = await startBackend(db, { downloadsAtOnce: 1, downloadStallSeconds: 600 })
  watchful = await startBackend(db, { downloadsAtOnce: 1, downloadStallSeconds: 1 })
})
afterAll(async () => {
  await backend[Symbol.asyncDispose]()
  await watchful[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})

async function withLargeOrders(): Promise<Connected> {
  const company = await connect1c(db)
  const price = { quantity: '1', price: '1.00', amount: '1.00', vat: 'none' }
  const lines = Array.from({ length: LINES }, (_, index) =>
    sampleLine({ id: `svc-${index}`, name: `Аренда ${'зала с проектором '.repeat(8)}${index}`, ...price }),
  )
  for (const id of ['one', 'two']) await putOrder(db, company, id, { lines, total: `${LINES}.00` })
  return company
}

const states = async (of: Connected): Promise<string[]> => {
  const { rows } = await db.query<{ state: string }>(
    'select state from outbox_batch where integration_key = $1 order by id',
    [of.key],
  )
  return rows.map(({ state }) => state)
}

describe('more answers than are given at once', () => {
  it('are not held up by a 1C that reads nothing, whose orders come in its next answer', async () => {
    const stalled = await withLargeOrders()
    const other = await connectAnother(db, stalled)
    const stalledAsk = client(watchful, stalled)
    const cookie = await signIn(stalledAsk)
    const { socket } = await beginQuery(watchful, stalled, cookie)
    const otherAsk = client(watchful, other)
    expect(numbersIn(await otherAsk('query', { cookie: await signIn(otherAsk) }))).toHaveLength(2)
    expect(await states(stalled)).toEqual(['abandoned'])
    socket.destroy()
    expect((await stalledAsk('success', { cookie })).text).toMatch(/^failure\n/)
    expect(numbersIn(await stalledAsk('query', { cookie }))).toHaveLength(2)
    expect((await stalledAsk('success', { cookie })).text).toBe('success')
    expect(numbersIn(await stalledAsk('query', { cookie }))).toEqual([])
  })

  it('wait for a 1C that reads slowly, and a query without orders for none', async () => {
    const [slow, other, idle] = [await withLargeOrders(), await withLargeOrders(), await connect1c(db)]
    const { socket } = await beginQuery(backend, slow, await signIn(client(backend, slow)))
    const otherAsk = client(backend, other)
    const waiting = otherAsk('query', { cookie: await signIn(otherAsk) })
    const idleAsk = client(backend, idle)
    expect(numbersIn(await idleAsk('query', { cookie: await signIn(idleAsk) }))).toEqual([])
    expect(await states(other)).toEqual([])
    socket.resume()
    expect(numbersIn(await waiting)).toHaveLength(2)
    expect(await states(slow)).toEqual(['sent'])
  })
})
