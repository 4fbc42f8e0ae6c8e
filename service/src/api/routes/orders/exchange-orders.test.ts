import { beforeEach, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'

describeOnNewestPostgres('the orders of an exchange', pg => {
  const server = useServer(pg)
  let platform: Platform
  let one: Connected1C
  beforeEach(async () => {
    platform = await newPlatform(server)
    one = await platform.connect()
  })
  const get = (path: string) => platform.call('GET', `/api/v1/exchanges${path}`)
  /** The newest exchange's id. */
  const newest = async (): Promise<number> => (await get('')).body.items[0].id
  const ofNewest = async (): Promise<Record<string, unknown>[]> =>
    (await get(`/${await newest()}/orders`)).body.items

  it('are told as they went out, with what became of them', async () => {
    await platform.put('a')
    await platform.put('b', { currency: 'EUR', customer: PERSON })
    await oneC(server, one).exchange()
    const [first, second, ...rest] = await ofNewest()
    expect(first).toEqual({
      ...{ id: 'a', numberIn1c: '1', revision: 1, customerName: 'ООО «Вектор»', total: '3000.00' },
      ...{ currency: 'RUB', outcome: 'confirmed', batchId: expect.any(Number), findings: [] },
    })
    expect(second).toEqual({
      ...{ id: 'b', numberIn1c: '2', revision: 1, customerName: 'Кузнецова Анна', total: '3000.00' },
      ...{ currency: 'EUR', outcome: 'confirmed', batchId: first!.batchId },
      findings: [
        expect.objectContaining({ code: 'foreign-currency', done: true }),
        expect.objectContaining({ code: 'foreign-currency-payment', done: true }),
      ],
    })
    expect(rest).toEqual([])
  })

  it('keep the customer and the money of the revision that went out, whatever came later', async () => {
    await platform.put('a', { currency: 'EUR', customer: PERSON })
    await oneC(server, one).exchange()
    const before = await ofNewest()
    const line = { id: 'l', name: 'Кофе', kind: 'goods', quantity: '1', price: '7.00', amount: '7.00' }
    const changed = await platform.put('a', {
      ...{ currency: 'EUR', lines: [{ ...line, vat: '10' }], total: '7.00', payments: [] },
    })
    expect(changed.body).toMatchObject({ revision: 2 })
    const sent = before.map(({ findings: _, ...order }) => order)
    expect(await ofNewest()).toMatchObject(sent)
    expect(before).toMatchObject([
      { revision: 1, customerName: 'Кузнецова Анна', total: '3000.00', currency: 'EUR' },
    ])
    await oneC(server, one).exchange()
    expect(await ofNewest()).toMatchObject([
      { revision: 2, customerName: 'ООО «Вектор»', total: '7.00', currency: 'EUR' },
    ])
  })

  it('given out twice in one exchange are told of the answer that counts: sent, then confirmed', async () => {
    await platform.put('a')
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    await ask('query', { cookie })
    expect(await ofNewest()).toMatchObject([{ id: 'a', outcome: 'sent' }])
    await ask('query', { cookie })
    expect(await ofNewest()).toMatchObject([{ id: 'a', outcome: 'sent' }])
    await ask('success', { cookie })
    const items = await ofNewest()
    expect(items.map(({ outcome }) => outcome)).toEqual(['confirmed'])
    const exchange = `/${await newest()}`
    const batches = async () =>
      (await get(exchange)).body.entries.map((entry: { batchId: number | null }) => entry.batchId)
    await expect.poll(batches).toEqual(expect.arrayContaining(items.map(({ batchId }) => batchId)))
  })

  it('are walked by cursor across batches, each once, whatever the limit', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await platform.put(id)
    const bitrix = await platform.connect({ client: 'bitrix', batchlimit: 3 })
    const { ask, signIn } = oneC(server, bitrix)
    const cookie = await signIn()
    await ask('query', { cookie })
    await ask('query', { cookie })
    const id = await newest()
    for (const limit of [1, 3, 5, 10, 500]) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const { status, body } = await get(
          `/${id}/orders?limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`,
        )
        expect([status, body.items.length <= limit]).toEqual([200, true])
        for (const item of body.items) seen.push(`${item.id} ${item.outcome}`)
        cursor = body.next
      } while (cursor !== null)
      expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'].map(order => `${order} sent`))
    }
    const refused = await get(`/${id}/orders?cursor=zzz`)
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid'])
  })

  it('are none where none were due, and 404 where there is no such exchange', async () => {
    const { signIn } = oneC(server, one)
    await signIn()
    const id = await newest()
    expect((await get(`/${id}/orders`)).body).toEqual({ items: [], next: null })
    const unknown = await get('/999999999/orders')
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not-found'])
  })

  it('stay, and so does its name, when the integration is removed', async () => {
    await platform.put('a')
    await oneC(server, one).exchange()
    expect((await platform.call('DELETE', `/api/v1/integrations/${one.id}`)).status).toBe(204)
    expect((await get('')).body.items).toMatchObject([
      { integrationId: null, integrationName: 'Бухгалтерия' },
    ])
    expect((await get(`/${await newest()}`)).body).toMatchObject({
      integrationId: null,
      integrationName: 'Бухгалтерия',
    })
    expect(await ofNewest()).toMatchObject([{ id: 'a', outcome: 'confirmed' }])
  })
})

const PERSON = { id: 'c', kind: 'person', firstName: 'Анна', lastName: 'Кузнецова' }
