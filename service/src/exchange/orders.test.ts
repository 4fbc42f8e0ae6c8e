import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Backend,
  type Connected,
  client,
  connect1c,
  connectAnother,
  numbersIn,
  putOrder,
  signIn,
  startFreshBackend,
} from '../../test/support/exchange.js'
import { sampleLine, samplePayment } from '../../test/support/sample-order.js'
import type { Database } from '../db/database.js'
import { getExchange } from '../journal/exchanges/get-exchange.js'
import { sentXmlOfOrder } from '../journal/exchanges/sent-xml-of-order.js'

let db: Database
let backend: Backend
let one: Connected
let ask: ReturnType<typeof client>
beforeAll(async () => {
  backend = await startFreshBackend()
  db = backend.db
})
afterAll(() => backend[Symbol.asyncDispose]())
beforeEach(async () => {
  one = await connect1c(db)
  ask = client(backend, one)
})

/** What the next exchange would contain, with nothing confirmed. */
async function owed(of = one): Promise<string[]> {
  const fresh = client(backend, of)
  return numbersIn(await fresh('query', { cookie: await signIn(fresh) }))
}

describe('query', () => {
  it('6.1: answers XML from its first byte, uncompressed, with its length and charset', async () => {
    await putOrder(db, one, 'a-1')
    const reply = await ask('query', { headers: { 'accept-encoding': 'gzip' } })
    expect(reply.headers['content-type']).toBe('application/xml; charset=utf-8')
    expect(reply.headers['content-length']).toBe(String(reply.bytes.length))
    expect(reply.headers['content-encoding']).toBeUndefined()
    expect(reply.text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/)
    expect(reply.text).not.toMatch(/xmlns|Контейнер/)
    expect(numbersIn(reply)).toEqual(['1'])
  })

  it('6.1: without orders answers a root shorter than 555 characters', async () => {
    const { text } = await ask('query')
    expect(text).toMatch(/^<\?xml.*<КоммерческаяИнформация .*>/s)
    expect(text).not.toContain('<Документ>')
    expect(text.length).toBeLessThan(555)
  })

  it('5.3: needs no init before it', async () => {
    await putOrder(db, one, 'a-1')
    const cookie = await signIn(ask)
    expect(numbersIn(await ask('query', { cookie }))).toEqual(['1'])
  })

  it('6.2: asked again before success gives the same orders in their newest state', async () => {
    await putOrder(db, one, 'a-1')
    const cookie = await signIn(ask)
    expect(numbersIn(await ask('query', { cookie }))).toEqual(['1'])
    await putOrder(db, one, 'a-1', { comment: 'изменён' })
    await putOrder(db, one, 'a-2')
    const again = await ask('query', { cookie })
    // Orders that this 1C never had come before those it got.
    expect(numbersIn(again)).toEqual(['2', '1'])
    expect(again.text).toContain('изменён')
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(await owed()).toEqual([])
  })

  it('6.2: of the Bitrix module gives the following orders until none is left', async () => {
    const bitrix = await connectAnother(db, one, { client: 'bitrix', batchlimit: 2 })
    for (const id of ['a-1', 'a-2', 'a-3']) await putOrder(db, one, id)
    const module = client(backend, bitrix)
    const cookie = await signIn(module)
    const numbers = []
    for (let i = 0; i < 3; i++) numbers.push(numbersIn(await module('query', { cookie })))
    expect(numbers).toEqual([['1', '2'], ['3'], []])
    expect((await module('success', { cookie })).text).toBe('success')
    expect(await owed(bitrix)).toEqual([])
  })

  it('5.5: of a client that announced cmlVersion 2.10 tells payments as subordinate documents', async () => {
    const paid = { payments: [samplePayment({ amount: '100.00' })] }
    await putOrder(db, one, 'a-1', paid)
    const cookie = await signIn(ask)
    expect((await ask('query', { cookie })).text).not.toContain('<ПодчиненныйДокумент>')
    await ask('init&cmlVersion=2,10', { cookie })
    await putOrder(db, one, 'a-2', paid)
    const { text } = await ask('query', { cookie })
    expect(text).toContain('ВерсияСхемы="2.10"')
    const documents = (xml: string) =>
      xml.split('<Документ>').map(each => each.includes('<ПодчиненныйДокумент>'))
    expect(documents(text)).toEqual([false, true, false])
    // 6.10: a payment keeps the way in which it was first sent.
    expect(documents((await ask('query', { cookie: await signIn(ask) })).text)).toEqual([false, false, true])
  })
})

describe('success', () => {
  it('6.5: confirms what its session was given, twice too, and nothing when nothing was asked', async () => {
    await putOrder(db, one, 'a-1')
    const cookie = await signIn(ask)
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(await owed()).toEqual(['1'])
    await ask('query', { cookie })
    await putOrder(db, one, 'a-2')
    expect((await ask('success', { cookie })).text).toBe('success')
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(await owed()).toEqual(['2'])
  })

  it('6.5: of one session confirms nothing of another’s', async () => {
    await putOrder(db, one, 'a-1')
    const [first, second] = [await signIn(ask), await signIn(ask)]
    await ask('query', { cookie: first })
    expect((await ask('success', { cookie: second })).text).toBe('success')
    expect(await owed()).toEqual(['1'])
    expect((await ask('success', { cookie: first })).text).toBe('success')
    expect(await owed()).toEqual([])
  })

  it('4.4: without a cookie means the integration’s latest batch', async () => {
    await putOrder(db, one, 'a-1')
    await ask('checkauth')
    await ask('query')
    // A session of its own is open when it says success.
    await ask('checkauth')
    expect((await ask('success')).text).toBe('success')
    expect(await owed()).toEqual([])
  })

  it('4.4: without a cookie confirms nothing that was given to a client with its cookie', async () => {
    await putOrder(db, one, 'a-1')
    const cookie = await signIn(ask)
    await ask('query', { cookie })
    expect((await ask('success')).text).toBe('success')
    expect(await owed()).toEqual(['1'])
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(await owed()).toEqual([])
  })

  it('4.4: without a cookie confirms what it was given in a session whose cookie came back later', async () => {
    const cookie = await signIn(ask)
    expect(numbersIn(await ask('query', { cookie }))).toEqual([])
    await putOrder(db, one, 'a-1')
    expect(numbersIn(await ask('query'))).toEqual(['1'])
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(await owed()).toEqual(['1'])
    expect((await ask('success')).text).toBe('success')
    expect(await owed()).toEqual([])
  })

  it('4.4: without a cookie confirms what it was given though the cookie asks meanwhile', async () => {
    const cookie = await signIn(ask)
    await putOrder(db, one, 'a-1')
    expect(numbersIn(await ask('query'))).toEqual(['1'])
    await putOrder(db, one, 'a-2')
    expect(numbersIn(await ask('query', { cookie }))).toEqual(['2', '1'])
    expect((await ask('success')).text).toBe('success')
    expect(await owed()).toEqual(['2'])
    expect((await ask('success', { cookie })).text).toBe('success')
    expect(await owed()).toEqual([])
  })

  it('4.3: with a cookie that is refused confirms nothing', async () => {
    await putOrder(db, one, 'a-1')
    await ask('query', { cookie: await signIn(ask) })
    for (const cookie of ['obmen1c=nonsense', await signIn(client(backend, await connect1c(db)))]) {
      expect((await ask('success', { cookie })).text).toMatch(/^failure\n/)
    }
    expect(await owed()).toEqual(['1'])
  })

  it('6.3: said at once by who has the closing tag is never refused', async () => {
    await putOrder(db, one, 'a-1')
    for (let i = 0; i < 30; i++) {
      const cookie = await signIn(ask)
      expect((await ask('query', { cookie })).text).toMatch(/<\/КоммерческаяИнформация>\s*$/)
      expect((await ask('success', { cookie })).text).toBe('success')
    }
  })
})

it('6.7: info answers the dictionaries in UTF-8', async () => {
  await putOrder(db, one, 'a-1', {
    payments: [{ id: 'p-1', gateway: 'CKassa', status: 'pending', amount: '100.00' }],
  })
  const { headers, text, bytes } = await ask('info')
  expect(headers['content-type']).toBe('application/xml; charset=utf-8')
  expect(headers['content-length']).toBe(String(bytes.length))
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<Справочник>/)
  expect(text).toMatch(/<ПлатежныеСистемы>.*CKassa/s)
})

it('every step is in the journal, with the very XML that went out and no secret', async () => {
  await putOrder(db, one, 'a-1')
  await putOrder(db, one, 'a-2')
  const cookie = await signIn(ask)
  const { text } = await ask('query&sessid=0123456789abcdef', { cookie })
  await ask('success', { cookie })
  await backend.journal.settled()
  const { rows } = await db.query<{ id: number; batch: number; key: number }>(
    `select s.id, b.id as batch, (select max(order_key) from outbox_batch_item where batch_id = b.id) as key
       from exchange_session s join outbox_batch b on b.session_id = s.id where s.integration_key = $1`,
    [one.key],
  )
  const { id, batch, key } = rows[0]!
  const exchange = (await getExchange(db, one.locationId, id))!
  expect(exchange).toMatchObject({
    outcome: 'confirmed',
    ordersOffered: 2,
    ordersConfirmed: 2,
    integrationName: 'Бухгалтерия',
  })
  expect(exchange.steps.map(({ mode }) => mode)).toEqual(['checkauth', 'query', 'success'])
  expect(exchange.entries[0]!.responseText).toMatch(/^success\nobmen1c\n\*{52}\n/)
  expect(JSON.stringify(exchange)).not.toContain(cookie.split('=')[1])
  expect(JSON.stringify(exchange)).not.toContain('0123456789abcdef')
  expect(await sentXmlOfOrder(db, batch, key)).toBe(
    /<Документ>(?!.*<Документ>).*<\/Документ>/s.exec(text)![0],
  )
})

it('the journal gives back each document as it was sent, also a long one in pieces', async () => {
  const price = { quantity: '1', price: '1.00', amount: '1.00', vat: 'none' }
  const lines = Array.from({ length: 3000 }, (_, index) => sampleLine({ id: `svc-${index}`, ...price }))
  await putOrder(db, one, 'a-1')
  // Sent before, it comes last the next time.
  await ask('query', { cookie: await signIn(ask) })
  await putOrder(db, one, 'a-2', { lines, total: '3000.00' })
  await putOrder(db, one, 'a-3')
  const { text } = await ask('query', { cookie: await signIn(ask) })
  await backend.journal.settled()
  const { rows } = await db.query<{ batch: number; key: number }>(
    `select batch_id as batch, order_key as key from outbox_batch_item
      where batch_id = (select max(id) from outbox_batch where integration_key = $1) order by place, order_key`,
    [one.key],
  )
  const sent = text.match(/<Документ>.*?<\/Документ>/gs)
  expect(sent).toHaveLength(3)
  for (const [index, { batch, key }] of rows.entries())
    expect(await sentXmlOfOrder(db, batch, key)).toBe(sent![index])
})
