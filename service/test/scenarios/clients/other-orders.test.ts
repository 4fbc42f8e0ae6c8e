import { expect, it } from 'vitest'
import { hashedId } from '../../../src/sale-feed/document/short-id.js'
import { newPlatform, oneC, startFreshServer } from '../../support/app/test-server.js'
import { attachedDocument, GUID, ordersFile, uploadedOrder } from '../../support/from-1c.js'

const LONG_ID = 'long-'.repeat(10)
const OUR_DATE = '<Дата>2026-11-17</Дата>'
const STRANGER = '<Наименование>Ким Анна</Наименование>'
const buyerOf = (document: string, buyer: string) => document.replace(STRANGER, buyer)

it('7.18: a document with an order’s number but no other sign of it changes nothing and is listed', async () => {
  await using server = await startFreshServer()
  const platform = await newPlatform(server)
  const one = await platform.connect({ client: 'ut', paymentrules: [{}] })
  const base = oneC(server, one)
  for (const id of ['by-moment', 'by-sum', 'by-id', LONG_ID]) await platform.put(id)
  await base.exchange()
  const upload = async (...documents: string[]) => {
    const body = ordersFile(...documents)
    const cookie = await base.signIn()
    expect((await base.ask('file&filename=orders.xml', { cookie, body })).text).toBe('success')
    const path = `/api/v1/integrations/${one.id}/unknown-documents`
    return (await platform.call('GET', path)).body.items.map(
      (one: { numberIn1c: string; reasonCode: string }) => [one.numberIn1c, one.reasonCode],
    )
  }
  const said = async (id: string) =>
    (await platform.call('GET', `/api/v1/orders/${id}/accounting`)).body.items
  const foreign = (number: string, changes: object = {}, day = '2026-10-17') =>
    uploadedOrder({ number, id: GUID.replace('b7', `a${number}`), total: '77.00', ...changes }).replace(
      OUR_DATE,
      `<Дата>${day}</Дата>`,
    )

  const vektor = '<Наименование>вектор</Наименование><ИНН>7707083893</ИНН>'
  expect(await upload(foreign('1'), foreign('2', { total: '3000' }), buyerOf(foreign('3'), vektor))).toEqual([
    ['3', 'other-order'],
    ['2', 'other-order'],
    ['1', 'other-order'],
  ])
  // Sum and buyer are no sign of a document of more than 31 days before.
  await upload(buyerOf(foreign('2', { total: '3000' }, '2026-10-16'), vektor))
  for (const id of ['by-moment', 'by-sum', 'by-id']) expect(await said(id)).toEqual([])
  const events = (await platform.call('GET', '/api/v1/events?types=order.accounting.updated')).body.items
  expect(events).toEqual([])

  // By its moment, by sum and buyer, and by the order's id or its hash.
  await upload(
    uploadedOrder({ number: '1', id: GUID.replace('b7', 'c1'), total: '77.00' }),
    buyerOf(foreign('2', { total: '3000' }), vektor),
    foreign('3', { id: 'by-id' }),
    foreign('4', { id: hashedId(LONG_ID) }),
  )
  for (const id of ['by-moment', 'by-sum', 'by-id', LONG_ID]) expect(await said(id)).toHaveLength(1)

  const payment = (buyer: string) =>
    attachedDocument('Эквайринговая операция', '1', buyer).replace('<Ид>c8', '<Ид>d8')
  const stranger = '<Контрагенты><Контрагент><Наименование>Ким Анна</Наименование></Контрагент></Контрагенты>'
  expect(await upload(payment(stranger))).toContainEqual(['1', 'other-order'])
  expect((await said('by-moment'))[0].payments).toEqual([])
  await upload(payment(buyerOf(stranger, vektor)))
  expect((await said('by-moment'))[0].payments).toHaveLength(1)
})
