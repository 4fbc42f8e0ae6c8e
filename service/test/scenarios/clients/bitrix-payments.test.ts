import { expect, it } from 'vitest'
import { hashedId } from '../../../src/sale-feed/document/short-id.js'
import { newPlatform, oneC, startFreshServer } from '../../support/app/test-server.js'
import { attachedDocument, GUID, ordersFile, uploadedOrder } from '../../support/from-1c.js'

it('7.15: are added to the order that they are based on, and are never taken for an order', async () => {
  await using server = await startFreshServer()
  const platform = await newPlatform(server)
  const one = await platform.connect({ client: 'bitrix', paymentrules: [{}] })
  const base = oneC(server, one)
  for (const id of ['olv-17', 'other']) await platform.put(id)
  await base.exchange()
  const said = async (id = 'olv-17') =>
    (await platform.call('GET', `/api/v1/orders/${id}/accounting`)).body.items
  const document = {
    ...{ number: '1', total: '3000', requisites: { 'Номер по 1С': '0000-000017' } },
    lines: [{ name: 'Аренда переговорной', quantity: '2', price: '1500', amount: '3000' }],
  }
  const canceled = `<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Отменен</Наименование><Значение>Да</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>`
  let numbers: (string | null)[] = []
  const send = async (...parts: string[]) => {
    const cookie = await base.signIn()
    const body = ordersFile(uploadedOrder(document), ...parts)
    expect((await base.ask('file&filename=orders-1.xml', { cookie, body })).text).toBe('success')
    const { rows } = await server.db.query<{ id: number; changed: number }>(
      'select id, changed from upload order by id desc limit 1',
    )
    const listed = await platform.call('GET', `/api/v1/uploads/${rows[0]!.id}/documents`)
    numbers = listed.body.items.map(({ orderNumber }: { orderNumber: string }) => orderNumber)
    return rows[0]!.changed
  }
  const parts = ['olv-17', '1', GUID].map(basis => attachedDocument('Эквайринговая операция', basis))
  const shipment = attachedDocument('Отпуск товара', '1').replace('<Ид>c8', '<Ид>d9').replace('БП-77', 'РН-5')
  const payment = { number: 'БП-77', date: '2026-11-18', amount: '3000.00' }
  expect(await send(...parts, shipment)).toBe(3)
  expect(numbers).toEqual(['1', 'olv-17', '1', GUID, '1'])
  expect((await said())[0]).toMatchObject({
    ...{ documentId: GUID, documentNumber: '0000-000017', canceled: false, total: '3000.00' },
    ...{ linesDiffer: false, payments: [payment], shipments: [{ number: 'РН-5', date: '2026-11-18' }] },
  })
  expect(await said('other')).toEqual([])
  expect(await send(...parts, shipment)).toBe(0)
  expect(await send(attachedDocument('Эквайринговая операция', '1', canceled))).toBe(1)
  expect((await said())[0]).toMatchObject({ canceled: false, total: '3000.00', payments: [] })
  await send(attachedDocument('Эквайринговая операция', '77'))
  const unknown = await platform.call('GET', `/api/v1/integrations/${one.id}/unknown-documents`)
  expect(unknown.body.items).toMatchObject([{ numberIn1c: '77', reasonCode: 'unknown-number' }])
  await send(attachedDocument('Прочие', '1', '<Дата>2026-11-17</Дата><Время>12:15:07</Время>'))
  expect(await said('other')).toMatchObject([{ documentNumber: 'БП-77', total: '3000.00' }])
})

it('7.15: are added to an order whose id was sent as a hash', async () => {
  await using server = await startFreshServer()
  const platform = await newPlatform(server)
  const base = oneC(server, await platform.connect({ client: 'bitrix', paymentrules: [{}] }))
  const ids = [`order-${'1'.repeat(44)}`, '№ 7 😀', ' 8', '9\u00a0', `sha256-${'0'.repeat(32)}`]
  for (const id of ids) await platform.put(id)
  const cookie = await base.signIn()
  const answer = (await base.ask('query', { cookie })).text!
  const sentIds = [...answer.matchAll(/<Документ>\s*<Ид>(.*?)<\/Ид>/g)].map(([, sentId]) => sentId!)
  expect(sentIds.sort()).toEqual(ids.map(hashedId).sort())
  await base.ask('success', { cookie })
  const body = ordersFile(
    ...ids.map((_, at) => uploadedOrder({ id: GUID.replace('b7', `b${at}`), number: `${at + 1}` })),
    ...ids.map((id, at) =>
      attachedDocument('Эквайринговая операция', hashedId(id))
        .replace('<Ид>c8', `<Ид>c${at}`)
        .replace('БП-77', `БП-${at}`),
    ),
  )
  await base.ask('file&filename=orders-1.xml', { cookie: await base.signIn(), body })
  const booked = await Promise.all(
    ids.map(async id => {
      const { body } = await platform.call('GET', `/api/v1/orders/${encodeURIComponent(id)}/accounting`)
      return body.items[0]?.payments[0]?.number
    }),
  )
  expect(booked).toEqual(ids.map((_, at) => `БП-${at}`))
})

it('7.15: wait for the document of their order if they come before it', async () => {
  await using server = await startFreshServer()
  const platform = await newPlatform(server)
  const one = await platform.connect({ client: 'bitrix', paymentrules: [{}] })
  const base = oneC(server, one)
  await platform.put('olv-17')
  await base.exchange()
  const send = async (...documents: string[]) => {
    const body = ordersFile(...documents)
    const cookie = await base.signIn()
    expect((await base.ask('file&filename=orders-1.xml', { cookie, body })).text).toBe('success')
    const path = `/api/v1/integrations/${one.id}/unknown-documents`
    const { items } = (await platform.call('GET', path)).body
    return items.map((one: { numberIn1c: string; reasonCode: string }) => [one.numberIn1c, one.reasonCode])
  }
  const part = (mark: string, basis: string, operation = 'Эквайринговая операция') =>
    attachedDocument(operation, basis).replace('<Ид>c8', `<Ид>${mark}`).replace('БП-77', `БП-${mark}`)
  const stranger = part('d4', '1').replace('<Сумма>3000', '<Сумма>41')
  await send(part('d1', 'olv-17'), part('d2', '1'), part('d3', GUID.toUpperCase()), stranger)
  expect(await send(part('d5', 'olv-17', 'Отпуск товара'))).toEqual([
    ['olv-17', 'before-order'],
    ['1', 'other-order'],
    [GUID.toUpperCase(), 'unknown-number'],
    ['1', 'before-order'],
    ['olv-17', 'before-order'],
  ])
  expect(await send(uploadedOrder({ number: '1', total: '3000' }))).toEqual([['1', 'other-order']])
  const [item] = (await platform.call('GET', '/api/v1/orders/olv-17/accounting')).body.items
  const numbers = (parts: { number: string }[]) => parts.map(({ number }) => number)
  expect(numbers(item.payments)).toEqual(['БП-d1', 'БП-d2', 'БП-d3'])
  expect(numbers(item.shipments)).toEqual(['БП-d5'])
  const { body } = await platform.call('GET', '/api/v1/events?types=order.accounting.updated')
  expect(body.items.map(({ data }: { data: { changed: string[] } }) => data.changed)).toEqual([
    expect.arrayContaining(['document', 'payments', 'shipments']),
  ])
})
