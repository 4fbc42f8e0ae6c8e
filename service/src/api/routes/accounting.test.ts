import { expect, it } from 'vitest'
import {
  type Connected1C,
  type Manual1C,
  newPlatform,
  oneC,
  type Platform,
  type RestAnswer,
  sampleLine,
} from '../../../test/support/app/test-server.js'
import { useServer } from '../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../test/support/databases.js'
import { GUID, ordersFile, type UploadedOrder, uploadedOrder } from '../../../test/support/from-1c.js'
import { sweepUnknown } from '../../accounting/sweep-accounting.js'

describeOnNewestPostgres('what a 1C says of an order', pg => {
  const server = useServer(pg)
  let platform: Platform
  let unf: Connected1C
  let base: Manual1C
  /** An order that a 1C has got. */
  const fresh = async (settings: object = {}): Promise<void> => {
    platform = await newPlatform(server)
    unf = await platform.connect({ client: 'ut', paymentrules: [{}], ...settings })
    base = oneC(server, unf)
    await platform.put('olv-17')
    await base.exchange()
  }
  const upload = async (...orders: UploadedOrder[]): Promise<string> => {
    const cookie = await base.signIn()
    const body = ordersFile(...orders.map(uploadedOrder))
    return (await base.ask('file&filename=orders-1.xml', { cookie, body })).text
  }
  const said = async (id = 'olv-17') =>
    (await platform.call('GET', `/api/v1/orders/${id}/accounting`)).body.items
  const overwrites = ({ body }: RestAnswer) =>
    body.warnings.filter(({ code }: { code: string }) => code === 'overwrites-accounting')
  const events = async (type: string) =>
    (await platform.call('GET', `/api/v1/events?types=${type}`)).body.items
  const latest = async () =>
    (await platform.call('GET', `/api/v1/integrations/${unf.id}/latest-documents`)).body
  const rent = { name: 'Аренда переговорной', quantity: '2', price: '1500', amount: '3000' }
  const document: UploadedOrder = {
    number: '1',
    total: '3000',
    lines: [rent],
    requisites: { 'Номер по 1С': '0000-000017', 'Дата по 1С': '2026-11-20T9:05:00' },
  }

  it('finds the order by the number of its document, and by the one that 1C got it under', async () => {
    await fresh({ ordernumber: 'platform' })
    await platform.put('early', { number: 'A/5' })
    await base.exchange()
    await platform.put('early', { number: 'B/6' })
    await platform.put('other', { number: 'C/1700' })
    await platform.put('bare', { number: '000017-X' })
    const number = 'ОЛ/17'
    await platform.put('olv-17', { number })
    await upload({ ...document, number: 'OLV/17', requisites: { 'Номер по 1С': '00УТ-000417' } })
    const find = async (q: string) => {
      const { body } = await platform.call('GET', `/api/v1/orders?count=true&q=${encodeURIComponent(q)}`)
      const ids = body.items.map(({ id }: { id: string }) => id)
      expect([q, body.total]).toMatchObject([q, { count: ids.length, exact: true }])
      return ids
    }
    expect(await find('A/5')).toEqual(['early'])
    expect(await find('00УТ-000417')).toEqual(['olv-17'])
    expect(await find('417')).toEqual(['olv-17'])
    expect((await find('17'))[0]).not.toBe('other')
    expect(await find('99999')).toEqual([])
  })

  it('is listed by file and document, page by page to the last', async () => {
    await fresh()
    const cookie = await base.signIn()
    const ids = ['ba', 'bb', 'bc'].map(part => GUID.replace('b7', part))
    for (const name of ['a.xml', 'b.xml', 'c.xml']) {
      const body = ordersFile(...ids.map(id => uploadedOrder({ ...document, number: '99', id })))
      expect((await base.ask(`file&filename=${name}`, { cookie, body })).text).toBe('success')
    }
    const { rows } = await server.db.query<{ sessionId: number }>(
      `select session_id as "sessionId" from upload where name = 'c.xml' order by id desc limit 1`,
    )
    const pages = async (path: string) => {
      const found: { id: number; name: string; position: number }[][] = []
      for (let next: string | null = ''; next !== null; ) {
        const { body } = await platform.call('GET', `${path}?limit=2${next && `&cursor=${next}`}`)
        found.push(body.items)
        next = body.next
      }
      return found
    }
    const files = await pages(`/api/v1/exchanges/${rows[0]!.sessionId}/uploads`)
    expect(files.map(page => page.map(({ name }) => name))).toEqual([['a.xml', 'b.xml'], ['c.xml']])
    const documents = await pages(`/api/v1/uploads/${files[1]![0]!.id}/documents`)
    expect(documents.map(page => page.map(({ position }) => position))).toEqual([[1, 2], [3]])
    const bad = await platform.call('GET', `/api/v1/uploads/${files[1]![0]!.id}/documents?cursor=x`)
    expect(bad.status).toBe(422)
  })

  it('is told beside the order, and in events', async () => {
    await fresh()
    const requisites = {
      ...document.requisites,
      Проведен: 'Да',
      'Номер оплаты по 1С': '12',
      'Дата оплаты по 1С': '2026-11-21T12:00:00',
      'Статус заказа': 'Отгружен',
    }
    expect(await upload({ ...document, requisites })).toBe('success')
    const [item, ...others] = await said()
    expect(others).toEqual([])
    expect(item).toMatchObject({
      ...{ integrationId: unf.id, integrationName: 'Бухгалтерия', state: 'current', documentId: GUID },
      ...{ documentNumber: '0000-000017', documentDate: '2026-11-20T09:05:00', posted: true, deleted: false },
      ...{ canceled: false, status: 'Отгружен', statusId: null, total: '3000.00', shipped: null },
      paid: { number: '12', date: '2026-11-21' },
      ...{ payments: [], shipments: [], delivery: null, linesDiffer: false, lineChanges: [] },
      requisites: { 'Номер по 1С': '0000-000017' },
    })
    const { accounting, ...order } = (await platform.call('GET', '/api/v1/orders/olv-17')).body
    const { lineChanges: _, requisites: __, ...summary } = item
    expect(accounting).toEqual([summary])
    expect(order).toMatchObject({ status: 'purchased', revision: 1 })
    const [event] = await events('order.accounting.updated')
    expect(event.data).toMatchObject({
      documentNumber: '0000-000017',
      changed: ['document', 'posted', 'status', 'paid'],
    })
    await upload({ ...document, requisites })
    expect(await events('order.accounting.updated')).toHaveLength(1)
    expect(await latest()).toMatchObject({
      reported: true,
      items: [{ orderId: 'olv-17', numberIn1c: '1', documentNumber: '0000-000017', total: '3000.00' }],
    })
  })

  it('is of a 1C that sends no documents the last orders that it confirmed', async () => {
    await fresh({ client: 'bp' })
    for (const id of ['a', 'b', 'c', 'd', 'e']) await platform.put(id)
    await base.exchange()
    const { reported, items } = await latest()
    expect(reported).toBe(false)
    expect(items.map(({ orderId }: { orderId: string }) => orderId)).toEqual(['e', 'd', 'c', 'b', 'a'])
    expect(items[0]).toMatchObject({ numberIn1c: '6', documentNumber: null, total: '3000.00' })
  })

  it('is withdrawn when its document is silent about it; payments and shipments stay', async () => {
    await fresh()
    const payment = `<ПодчиненныйДокумент><Ид>${GUID.replace('b7', 'c8')}</Ид><Дата>2026-11-20</Дата><ХозОперация>Эквайринговая операция</ХозОперация><Сумма>3000</Сумма><ЗначениеРеквизита><Наименование>Номер оплаты по 1С</Наименование><Значение>7</Значение></ЗначениеРеквизита><ЗначениеРеквизита><Наименование>Метод оплаты</Наименование><Значение>Карта</Значение></ЗначениеРеквизита></ПодчиненныйДокумент>`
    await upload({
      ...document,
      requisites: { ...document.requisites, Проведен: 'true', Отгружен: 'true' },
      subordinate: payment,
    })
    await upload({ ...document, requisites: { ...document.requisites, Отгружен: 'false' } })
    const [item] = await said()
    expect(item).toMatchObject({
      ...{ posted: false, shipped: null },
      payments: [{ number: '7', date: '2026-11-20', amount: '3000.00', method: 'Карта' }],
    })
    expect(item.withdrawn.map(({ what }: { what: string }) => what)).toEqual(['posted', 'shipped'])
    expect(item.withdrawn[0].toldAt < item.withdrawn[0].withdrawnAt).toBe(true)
  })

  it('shows lines that were changed, added and removed there, by what was sent', async () => {
    await fresh()
    const lines = [sampleLine(), sampleLine({ id: 'svc-13', name: 'Кофе', quantity: '1', amount: '1500.00' })]
    await platform.put('olv-17', { lines, total: '4500.00' })
    await base.exchange()
    await upload({
      ...document,
      lines: [
        { ...rent, quantity: '3', amount: '4500' },
        { name: 'Проектор', amount: '700' },
      ],
    })
    const [item] = await said()
    expect(item.linesDiffer).toBe(true)
    expect(item.lineChanges).toEqual([
      {
        ...{ kind: 'changed', lineId: 'svc-12', name: 'Аренда переговорной' },
        before: { quantity: '2', price: '1500.00', amount: '3000.00' },
        after: { quantity: '3', price: '1500.00', amount: '4500.00' },
      },
      { kind: 'removed', lineId: 'svc-13', name: 'Кофе', before: expect.anything(), after: null },
      { kind: 'added', lineId: null, name: 'Проектор', before: null, after: expect.anything() },
    ])
  })

  it('is found by this 1C’s number or a known document’s GUID, else listed with the reason', async () => {
    await fresh()
    await upload({ ...document, number: '77', id: GUID.replace('b7', 'aa') }, document)
    expect(await said()).toHaveLength(1)
    expect(
      await upload({ ...document, number: '', requisites: { ...document.requisites, Проведен: 'true' } }),
    ).toBe('success')
    expect((await said())[0]).toMatchObject({ posted: true })
    // Programs differ in the case of GUIDs.
    const canceled = { ...document.requisites, Отменен: 'true' }
    await upload({ ...document, number: '', id: GUID.toUpperCase(), requisites: canceled })
    expect((await said())[0]).toMatchObject({ canceled: true, documentId: GUID })
    const path = `/api/v1/integrations/${unf.id}/unknown-documents`
    const { body } = await platform.call('GET', path)
    expect(body.items).toMatchObject([
      { numberIn1c: '77', documentNumber: '0000-000017', reasonCode: 'unknown-number' },
    ])
    expect(await events('document.unknown')).toHaveLength(1)
    expect((await platform.call('GET', '/api/v1/orders?limit=10')).body.items).toHaveLength(1)
  })

  it('without an order is forgotten once no file mentions it, also without its integration', async () => {
    await fresh()
    await upload({ ...document, number: '78', id: GUID.replace('b7', 'ab') })
    const path = `/api/v1/integrations/${unf.id}/unknown-documents`
    await sweepUnknown(server.db, 30)
    expect((await platform.call('GET', path)).body.items).toHaveLength(1)
    const age = `update unknown_document set last_seen_at = now() - interval '31 days' where number = '78'`
    await server.db.query(age)
    await sweepUnknown(server.db, 30)
    expect((await platform.call('GET', path)).body.items).toEqual([])

    await upload({ ...document, number: '78', id: GUID.replace('b7', 'ab') })
    await server.db.query(age)
    expect((await platform.call('DELETE', `/api/v1/integrations/${unf.id}`)).status).toBe(204)
    await sweepUnknown(server.db, 30)
    const { rows } = await server.db.query(`select from unknown_document where number = '78'`)
    expect(rows).toEqual([])
  })

  it('that is taken over by the platform is not sent back to it (O10), but to the others', async () => {
    await fresh()
    const other = await platform.connect({ client: 'ut', paymentrules: [{}] })
    await oneC(server, other).exchange()
    await upload({ ...document, lines: [{ ...rent, quantity: '3', amount: '4500' }] })
    const lines = [sampleLine({ quantity: '3', amount: '4500.00' })]
    const payments = { payments: [] }
    const put = await platform.put(
      'olv-17',
      { lines, total: '4500.00', ...payments },
      { 'obmen-origin': unf.id },
    )
    expect([put.status, put.body.owedTo, overwrites(put)]).toEqual([200, [other.id], []])
    expect(await base.exchange()).toEqual([])
    expect((await said())[0]).toMatchObject({ linesDiffer: false, basisRevision: 2 })
  })

  it.each([true, false])(
    'stays owed if 1C may have loaded another revision since, confirmed (%s) or not (O10)',
    async confirmed => {
      await fresh()
      await upload({ ...document, lines: [{ ...rent, quantity: '3', amount: '4500' }] })
      await platform.put('olv-17', { comment: 'позвоните' })
      const cookie = await base.signIn()
      await base.ask('query', { cookie })
      const lines = [sampleLine({ quantity: '3', amount: '4500.00' })]
      const put = await platform.put(
        'olv-17',
        { lines, total: '4500.00', payments: [] },
        { 'obmen-origin': unf.id },
      )
      expect(put.body.owedTo).toEqual([unf.id])
      if (confirmed) await base.ask('success', { cookie })
      expect(await base.exchange()).toEqual(['1'])
      expect(await base.exchange()).toEqual([])
    },
  )

  it('that a change of the platform would lose gives a warning; both are shown until one wins', async () => {
    await fresh()
    await upload({ ...document, lines: [{ ...rent, quantity: '3', amount: '4500' }] })
    const put = await platform.put('olv-17', { comment: 'позвоните' })
    expect(overwrites(put)).toEqual([
      {
        code: 'overwrites-accounting',
        path: '/lines',
        message: expect.stringContaining(
          '«Аренда переговорной»: было 2 на 3\u00a0000,00\u00a0₽, стало 3 на 4\u00a0500,00\u00a0₽',
        ),
      },
    ])
    const again = await platform.put('olv-17', { comment: 'позвоните' }, { 'accept-language': 'en' })
    expect(overwrites(again)[0].message).toContain(
      '“Аренда переговорной” was 2 for 3,000.00\u00a0₽, is 3 for 4,500.00\u00a0₽. Once 1C loads',
    )
    expect((await said())[0]).toMatchObject({ state: 'conflict', basisRevision: 1, owedRevision: 2 })
    await base.exchange()
    expect((await said())[0]).toMatchObject({ state: 'current', linesDiffer: false })
  })

  it('is refused as the origin of a change where that 1C never got the order', async () => {
    await fresh()
    const other = await platform.connect({ client: 'ut', paymentrules: [{}] })
    for (const origin of [other.id, '00000000-0000-4000-8000-000000000000', 'нет']) {
      const { status, body } = await platform.put(
        'olv-17',
        {},
        { 'obmen-origin': encodeURIComponent(origin) },
      )
      expect([status, body.code]).toEqual([422, 'invalid'])
    }
  })
})
