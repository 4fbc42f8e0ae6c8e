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
import type { Database } from '../db/database.js'

/** Of memory for all answers: one large order takes more than half of it. */
const LIMIT = 16 * 2 ** 20
const LINES = 4000

let db: Database
let backend: Backend
/** Waits for nobody who reads too slowly. */
let impatient: Backend
/** Waits for who reads slowly, but for nobody who reads nothing. */
let watchful: Backend
let companies: Connected[]
beforeAll(async () => {
  db = await freshDatabase()
  backend = await startBackend(db, {
    downloadBytesLimit: LIMIT,
    downloadHoldSeconds: 600,
    downloadStallSeconds: 600,
    downloadWaitSeconds: 600,
  })
  impatient = await startBackend(db, {
    downloadBytesLimit: LIMIT,
    downloadHoldSeconds: 1,
    downloadStallSeconds: 600,
    downloadWaitSeconds: 600,
  })
  watchful = await startBackend(db, {
    downloadBytesLimit: LIMIT,
    downloadHoldSeconds: 600,
    downloadStallSeconds: 1,
    downloadWaitSeconds: 600,
  })
  companies = []
  for (let one = 0; one < 3; one++) companies.push(await withLargeOrders())
})
afterAll(async () => {
  await backend[Symbol.asyncDispose]()
  await watchful[Symbol.asyncDispose]()
  await impatient[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})

async function withLargeOrders(): Promise<Connected> {
  const company = await connect1c(db)
  const lines = Array.from({ length: LINES }, (_, index) => ({
    ...{ id: `svc-${index}`, name: `Аренда ${'зала с проектором '.repeat(8)}${index}`, kind: 'service' },
    ...{ quantity: '1', price: '1.00', amount: '1.00', vat: 'none' },
  }))
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

describe('answers that are larger together than the memory for them', () => {
  it('are given whole to all who ask at once, an order that is larger than all of it too', async () => {
    const replies = await Promise.all(
      companies.map(async company => {
        const ask = client(backend, company)
        const cookie = await signIn(ask)
        const reply = await ask('query', { cookie })
        return { reply, confirmed: await ask('success', { cookie }) }
      }),
    )
    for (const { reply, confirmed } of replies) {
      expect(numbersIn(reply)).toHaveLength(2)
      expect(confirmed.text).toBe('success')
    }
  })

  it('are not held up by a 1C that does not read: its answer breaks off, and its orders stay owed', async () => {
    const [slow, other] = [await withLargeOrders(), await withLargeOrders()]
    const slowAsk = client(impatient, slow)
    const cookie = await signIn(slowAsk)
    const { socket } = await beginQuery(impatient, slow, cookie)
    const otherAsk = client(impatient, other)
    expect(numbersIn(await otherAsk('query', { cookie: await signIn(otherAsk) }))).toHaveLength(2)
    expect(await states(slow)).toEqual(['abandoned'])
    socket.destroy()
    expect((await slowAsk('success', { cookie })).text).toMatch(/^failure\n/)
    expect(numbersIn(await slowAsk('query', { cookie }))).toHaveLength(2)
  })

  it('are not held up by another 1C of the same company that reads nothing: its orders come once, in its next answer', async () => {
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

  it('do not wait for the earlier answer of the same session, which nobody reads any more', async () => {
    const company = await withLargeOrders()
    const ask = client(backend, company)
    const cookie = await signIn(ask)
    const { socket } = await beginQuery(backend, company, cookie)
    expect(numbersIn(await ask('query', { cookie }))).toHaveLength(2)
    expect(await states(company)).toEqual(['abandoned', 'sent'])
    socket.destroy()
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(numbersIn(await ask('query', { cookie }))).toEqual([])
  })
})
