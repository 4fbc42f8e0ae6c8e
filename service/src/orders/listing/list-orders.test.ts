import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  connect,
  makePlace,
  openSession,
  orderBody,
  put,
  type TestIntegration,
  type TestPlace,
} from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { markSent } from '../../outbox/batches/mark-sent.js'
import { confirmBatch } from '../../outbox/confirm-batch.js'
import { openBatch } from '../../outbox/open-batch.js'
import { saveOrders } from '../intake/save-orders.js'
import { offerPage } from '../routing/offer-page.js'
import { listOrders, type OrderListQuery } from './list-orders.js'

const PAYMENT = {
  gateway: 'CKassa',
  status: 'paid' as const,
  amount: '3000.00',
  paidAt: '2026-11-17T12:16:00+05:00',
}
const person = (lastName: string, changes: object = {}) => ({
  id: lastName,
  kind: 'person' as const,
  firstName: 'Пётр',
  lastName,
  ...changes,
})

describeOnEachPostgres('the list of orders', pg => {
  let db: Database
  let place: TestPlace
  let integration: TestIntegration
  beforeAll(async () => {
    db = await pg.freshDatabase()
    place = await makePlace(db)
    integration = await connect(db, place)
    const day = (index: number) => `2026-11-${10 + index}T12:00:00+05:00`
    await saveOrders(db, place.locationId, [
      { body: orderBody(place, { id: 'olv-1', number: 'OLV/1', placedAt: day(1) }) },
      { body: orderBody(place, { id: 'olv-2', number: 'OLV/2', placedAt: day(2), status: 'new' }) },
      {
        body: orderBody(place, {
          id: 'olv-3',
          number: 'OLV/3',
          placedAt: day(3),
          customer: person('Алёхин-Ёлкин', {
            inn: '500100732259',
            email: 'Petr@Mail.example',
            phone: '8 (912) 345-67-89',
          }),
        }),
      },
      {
        body: orderBody(place, {
          id: 'olv-4',
          number: "4'\\ &|!",
          placedAt: day(4),
          customer: person('Ким'),
          status: 'o\'k "\\',
          payments: [],
        }),
      },
    ])
  })
  const ids = async (query: Partial<OrderListQuery> = {}) =>
    (await listOrders(db, place.locationId, { limit: 50, ...query })).items.map(({ id }) => id)

  it('finds by the beginning of id, numbers, words of the name, ИНН, e-mail and phone', async () => {
    for (const q of [
      'olv-3',
      'OLV/3',
      'алех',
      'ёлк',
      'Ёлкин Пётр',
      'пет алехин',
      '5001007',
      'PETR@mail',
      '+7 912 345',
      '79123456789',
      '(912) 345-67',
    ])
      expect([q, await ids({ q })]).toEqual([q, ['olv-3']])
    expect(await ids({ q: 'olv-' })).toEqual(['olv-4', 'olv-3', 'olv-2', 'olv-1'])
    expect(await ids({ q: '«Вектор»' })).toEqual(['olv-2', 'olv-1'])
    expect(await ids({ q: '3' })).toEqual(['olv-3'])
    for (const q of ['нетакого', 'вектор ким', '&', "'", '\\', ':*', '!!', "4' & drop"])
      expect(await ids({ q })).toEqual([])
    expect(await ids({ q: "4'\\" })).toEqual(['olv-4'])
    expect(await ids({ q: '  ' })).toHaveLength(4)
  })

  it('finds by any whole number in id and number, by a payment, and has the very number first', async () => {
    const other = await makePlace(db)
    const save = (id: string, number: string, month: number, payment?: string) =>
      saveOrders(db, other.locationId, [
        {
          body: orderBody(other, {
            id,
            number,
            placedAt: `2026-0${month}-01T12:00:00+05:00`,
            ...(payment && { payments: [{ ...PAYMENT, id: payment }] }),
          }),
        },
      ])
    await save('first', 'A', 1)
    await save('shop-17', 'OLV/17', 2, 'pay-4711')
    await save('x-170', 'OLV/170', 3)
    await save('zeros-00017', 'B', 4)
    await save('3f17a2b4-17aa-4c17-9d17-17b2c3d4e5f6', 'C', 5)
    await save('2026-11-21-008', 'D', 6)
    const found = async (q: string, limit = 50) =>
      (await listOrders(db, other.locationId, { limit, q })).items.map(({ id }) => id)
    expect(await found('17')).toEqual(['zeros-00017', 'shop-17', 'x-170'])
    expect(await found('OLV-17')).toEqual(['shop-17', 'x-170'])
    expect(await found('pay-4711')).toEqual(['shop-17'])
    expect(await found('4711')).toEqual([])
    expect((await found('1'))[0]).toBe('first')
    for (const q of ['008', '8', '21', '2026-11-21'])
      expect([q, await found(q)]).toEqual([q, ['2026-11-21-008']])

    const pages: string[] = []
    let cursor: string | undefined
    do {
      const page = await listOrders(db, other.locationId, { limit: 2, q: '17', cursor })
      expect(page.items.length).toBeLessThanOrEqual(2)
      pages.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(pages.toSorted()).toEqual(['shop-17', 'x-170', 'zeros-00017'])
  })

  it('finds a code of letters and a number only where these follow each other', async () => {
    const other = await makePlace(db)
    const save = (id: string, number: string) =>
      saveOrders(db, other.locationId, [
        { body: orderBody(other, { id, number, payments: [{ ...PAYMENT, id: `pay-${id}` }] }) },
      ])
    await save('olv-1234', 'N77')
    await save('olv-0077', 'M1234')
    await save('olv-5-77', 'N 1234')
    const found = async (q: string) =>
      (await listOrders(db, other.locationId, { limit: 50, q })).items.map(({ id }) => id).sort()
    for (const q of ['olv-1234', 'OLV/1234', 'olv1234', 'olv-12', 'n77', 'N-7', 'payolv-1'])
      expect([q, await found(q)]).toEqual([q, ['olv-1234']])
    for (const q of ['olv-0077', 'm 1234', 'M12']) expect([q, await found(q)]).toEqual([q, ['olv-0077']])
    for (const q of ['olv-5-77', 'olv-57', 'olv5', 'n12', 'N-1234'])
      expect([q, await found(q)]).toEqual([q, ['olv-5-77']])
    for (const q of ['n-0077', 'm77', 'pay-1']) expect([q, await found(q)]).toEqual([q, []])
    expect(await found('olv-77')).toEqual(['olv-0077'])
  })

  it('tells where each order stands with 1C, and is filtered by it', async () => {
    const owed = async (query: Partial<OrderListQuery> = {}) => ({
      owed: await ids({ state: 'owed', ...query }),
      confirmed: await ids({ state: 'confirmed', ...query }),
      'not-matching': await ids({ state: 'not-matching', ...query }),
    })
    expect(await owed()).toEqual({
      owed: ['olv-3', 'olv-1'],
      confirmed: [],
      'not-matching': ['olv-4', 'olv-2'],
    })

    const sessionId = await openSession(db, integration.key)
    const { id: batchId } = await openBatch(db, { integrationKey: integration.key, sessionId, by: 'query' })
    await offerPage(db, {
      batchId,
      integrationKey: integration.key,
      companyId: place.companyId,

      limit: 500,
    })
    await markSent(db, batchId)
    const states = async () =>
      (await listOrders(db, place.locationId, { limit: 50 })).items.map(({ exports }) => exports[0]!.state)
    expect(await states()).toEqual(['not-matching', 'offered', 'not-matching', 'offered'])
    await confirmBatch(db, { integrationKey: integration.key, sessionId })
    await put(db, place, {
      id: 'olv-1',
      number: 'OLV/1',
      placedAt: '2026-11-11T12:00:00+05:00',
      comment: 'x',
    })
    expect(await states()).toEqual(['not-matching', 'confirmed', 'not-matching', 'changed'])
    expect(await owed()).toEqual({
      owed: ['olv-1'],
      confirmed: ['olv-3'],
      'not-matching': ['olv-4', 'olv-2'],
    })

    const all = await connect(db, place, { paymentrules: [{}], paymentmethodname: 'Карта' })
    expect(await owed()).toEqual({
      owed: ['olv-4', 'olv-3', 'olv-2', 'olv-1'],
      confirmed: [],
      'not-matching': [],
    })
    expect(await owed({ integrationId: integration.id })).toEqual({
      owed: ['olv-1'],
      confirmed: ['olv-3'],
      'not-matching': ['olv-4', 'olv-2'],
    })
    expect((await owed({ integrationId: all.id })).owed).toHaveLength(4)
    const [first] = (await listOrders(db, place.locationId, { limit: 1 })).items
    expect(first).toMatchObject({
      id: 'olv-4',
      sequenceNumber: 4,
      customerName: 'Ким Пётр',
      total: '3000.00',
      currency: 'RUB',
    })
    expect(first!.exports.map(({ reason }) => reason)).toEqual([expect.stringContaining('«o\'k "\\»'), null])
  })
})
