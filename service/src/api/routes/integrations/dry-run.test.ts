import { RIGHTS } from '@obmen/contract'
import { expect, it } from 'vitest'
import {
  newPlatform,
  oneC,
  sampleLine,
  samplePayment,
  startTestServer,
} from '../../../../test/support/app/test-server.js'
import { usePlatform, useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'
import { ordersFile, uploadedOrder } from '../../../../test/support/from-1c.js'
import { createToken } from '../../../people/api-tokens.js'

const manyLines = (count: number) =>
  Array.from({ length: count }, (_, index) => sampleLine({ id: `svc-${index}` }))

describeOnNewestPostgres('«Проверить как 1С»', pg => {
  const server = useServer(pg)
  const platform = usePlatform(server)
  /** Its 1C was connected before the orders were placed. */
  const connect = async (settings: object = {}) => {
    const connected = await platform.connect(settings)
    await server.db.query(
      `update integration set created_at = '2026-11-01', first_seen_at = '2026-11-01' where id = $1`,
      [connected.id],
    )
    return connected
  }
  const check = async (id: string, query = '') =>
    (await platform.call('POST', `/api/v1/integrations/${id}/dry-run${query}`)).body

  it('tells the document and the payment that 1C would make of each order, and marks nothing', async () => {
    const connected = await connect()
    const id = 'a-very-long-id-of-an-order-that-1C-has-no-room-for-in-its-own-field'
    await platform.put('olv-17')
    await platform.put(id)
    const before = (await platform.call('GET', `/api/v1/integrations/${connected.id}`)).body
    const { documents, ...rest } = await check(connected.id)
    expect(rest).toMatchObject({
      confirmed: true,
      truncated: false,
      client: expect.stringMatching(/Бухгалтерия/),
    })
    expect(documents).toMatchObject([
      { orderNumber: '1', orderId: 'olv-17', action: 'created', documentKind: 'Счет на оплату покупателю' },
      {
        orderNumber: '2',
        orderId: id,
        sum: '3000.00',
        paymentMade: true,
      },
    ])
    expect((await platform.call('GET', `/api/v1/integrations/${connected.id}`)).body).toEqual(before)
    const { items } = (await platform.call('GET', `/api/v1/exchanges?integrationId=${connected.id}`)).body
    expect(items).toEqual([])
    expect(await oneC(server, connected).exchange()).toHaveLength(2)
  })

  it('a document that 1C has confirmed is updated or canceled, one that it lacks is created', async () => {
    for (const [client, payment] of [
      ['bp', /^Оплата платежной картой \d+$/],
      ['ut', /^Операция по платежной карте$/],
    ] as const) {
      const connected = await connect({ client })
      const id = (name: string) => `${client}-${name}`
      for (const name of ['changed', 'canceled']) await platform.put(id(name))
      await oneC(server, connected).exchange()
      await platform.put(id('changed'), { comment: 'Иначе' })
      await platform.put(id('canceled'), { canceled: true })
      await platform.put(id('new'))
      const { documents } = await check(connected.id)
      const actions = documents.map(({ orderId, action }: Record<string, string>) => [orderId, action])
      expect(actions).toEqual(
        expect.arrayContaining([
          [id('changed'), 'updated'],
          [id('canceled'), 'canceled'],
          [id('new'), 'created'],
        ]),
      )
      const fresh = documents.find(({ orderId }: Record<string, string>) => orderId === id('new'))
      expect(fresh).toMatchObject({ payment: expect.stringMatching(payment), paymentMade: true })
      await server.db.query('update integration set enabled = false where id = $1', [connected.id])
    }
  })

  it('starts from payments that people entered, as findings do', async () => {
    const connected = await connect({ client: 'unf', payments: 'requisites' })
    const payments = [samplePayment({ id: 'part', amount: '1000.00' })]
    await platform.put('by-hand', { payments })
    await oneC(server, connected).exchange()
    const { items } = (await platform.call('GET', '/api/v1/tasks?state=open')).body
    const task = items.find(({ orderId }: { orderId: string }) => orderId === 'by-hand')
    await platform.call('POST', `/api/v1/tasks/${task.id}/done`)
    await platform.put('by-hand', {
      payments: [...payments, samplePayment({ id: 'rest', amount: '2000.00' })],
    })
    const { documents } = await check(connected.id)
    expect(documents).toMatchObject([
      {
        orderId: 'by-hand',
        action: 'updated',
        paymentMade: false,
        payment: expect.stringMatching(/другая оплата/),
      },
    ])
    const told = await platform.call('GET', `/api/v1/orders/by-hand/preflight?integrationId=${connected.id}`)
    const codes = told.body.items.map(({ code }: { code: string }) => code)
    expect(codes).toContain('payment-entered-by-hand')
    expect(codes).not.toContain('makes-payment')
  })

  it('knows payments of earlier revisions by their numbers', async () => {
    const connected = await connect({ client: 'unf', payments: 'requisites', paymentrules: [{}] })
    const one = {
      lines: [sampleLine({ quantity: '1', price: '4000.00', amount: '4000.00' })],
      total: '4000.00',
    }
    const payments = [samplePayment({ id: 'whole' })]
    await platform.put('grew', { payments })
    await oneC(server, connected).exchange()
    await platform.put('grew', { ...one, payments })
    await oneC(server, connected).exchange()
    await platform.put('grew', {
      ...one,
      payments: [...payments, samplePayment({ id: 'rest', amount: '1000.00' })],
    })
    const { documents } = await check(connected.id)
    expect(documents).toMatchObject([{ orderId: 'grew', action: 'updated', paymentMade: true }])
  })

  it('1C takes no payment of an order that it has shipped, in УТ', async () => {
    const connected = await connect({ client: 'ut', paymentrules: [{}] })
    await platform.put('shipped', { payments: [] })
    const base = oneC(server, connected)
    const [number] = await base.exchange()
    const requisites = { 'Номер отгрузки по 1С': '12', 'Дата отгрузки по 1С': '2026-11-21T9:05:00' }
    const body = ordersFile(uploadedOrder({ number: number!, total: '3000', requisites }))
    await base.ask('file&filename=orders-1.xml', { cookie: await base.signIn(), body })
    await platform.put('shipped')
    expect((await check(connected.id)).documents).toMatchObject([
      { orderId: 'shipped', action: 'skipped', paymentMade: false },
    ])
  })

  it('Бухгалтерия passes over orders placed before it was connected', async () => {
    const connected = await platform.connect()
    await platform.put('early')
    await platform.put('late', { placedAt: new Date().toISOString() })
    const { documents, findings } = await check(connected.id)
    const actions = documents.map(({ orderId, action }: Record<string, string>) => [orderId, action])
    expect(actions).toEqual(
      expect.arrayContaining([
        ['early', 'skipped'],
        ['late', 'created'],
      ]),
    )
    expect(findings.map(({ code }: { code: string }) => code)).toContain('before-exchange-start')
  })

  it('speaks of what it found in whole sentences, and names the order', async () => {
    const connected = await connect({ client: 'rt' })
    await platform.put('unknown-buyer', {
      customer: { id: 'p', kind: 'person', firstName: 'Иван', lastName: 'Иванов' },
    })
    const { findings } = await check(connected.id)
    for (const { message } of findings) expect(message).toMatch(/^[А-ЯЁA-Z«].*\.$/)
    expect(findings).toContainEqual({
      ...{ code: 'customer-not-identified', params: {} },
      level: 'dropped',
      orderNumber: '1',
      message: expect.stringMatching(/^У контрагента нет ни ИНН, ни рабочего телефона.*\. Передавайте ИНН/),
    })
  })

  it('says which orders of a package are left when there are more than it looked at', async () => {
    const connected = await connect()
    for (const id of ['a', 'b', 'c']) await platform.put(id)
    const { documents, truncated } = await check(connected.id, '?limit=2')
    expect([documents.length, truncated]).toEqual([2, true])
  })

  it('looks at as many orders as may be in memory, and says that there are more', async () => {
    await using narrow = await startTestServer(server.db, { dryRunLimit: 40_000 })
    const at = await newPlatform(narrow)
    const connected = await at.connect()
    for (const id of ['a', 'b', 'c', 'd'])
      await at.put(id, { comment: 'x'.repeat(10_000), attributes: { y: 'y'.repeat(9_000) } })
    const { body } = await at.call('POST', `/api/v1/integrations/${connected.id}/dry-run`)
    expect([body.documents.map(({ orderId }: { orderId: string }) => orderId), body.truncated]).toEqual([
      ['a', 'b', 'c'],
      true,
    ])
  })

  it('is refused in words for memory, time or number; 1C is served all the while', async () => {
    const sized = async (settings: object, times = 1) => {
      await using narrow = await startTestServer(server.db, settings)
      const at = await newPlatform(narrow)
      const connected = await at.connect()
      await at.put('a', { lines: manyLines(3000), total: '9000000.00', payments: [], status: 'purchased' })
      await at.put('b')
      // A token of its own each: of one, two calls are in work at once and the others wait.
      const asked = Array.from({ length: times }, async (_, count) => {
        const token = { locationId: at.locationId, name: `${count}`, rights: RIGHTS }
        const { secret } = await createToken(narrow.db, token)
        const headers = { authorization: `Bearer ${secret}` }
        return at.call('POST', `/api/v1/integrations/${connected.id}/dry-run`, undefined, headers)
      })
      const answers = (await Promise.all(asked)).map(({ status, body, headers }) => [
        status,
        body.code ?? 'done',
        headers.get('retry-after'),
      ])
      expect(await oneC(narrow, connected).exchange()).toContain('2')
      return answers
    }
    expect(await sized({ dryRunMemory: 8 * 2 ** 20 })).toEqual([[413, 'too-large', null]])
    expect(await sized({ dryRunSeconds: 0.001 })).toEqual([[503, 'unavailable', '15']])
    expect((await sized({ dryRunQueue: 0 }, 2)).toSorted()).toEqual([
      [200, 'done', null],
      [503, 'unavailable', '15'],
    ])
    expect((await sized({}, 3)).toSorted()).toEqual([
      [200, 'done', null],
      [200, 'done', null],
      [429, 'too-many-requests', '15'],
    ])
  })

  it('has nothing to tell when nothing is owed', async () => {
    const connected = await connect()
    expect(await check(connected.id)).toMatchObject({ confirmed: true, documents: [], findings: [] })
  })
})
