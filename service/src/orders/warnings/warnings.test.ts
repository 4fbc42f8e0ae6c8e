import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  makeCompany,
  makePlace,
  orderBody,
  put,
  type TestPlace,
} from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import type { OrderBody } from '../intake/read/order-schema.js'
import { readOrder } from '../intake/read/read-order.js'
import { saveOrders } from '../intake/save-orders.js'
import { compareItemNames } from './item-names.js'
import { sweepItemNames } from './sweep-known.js'

const NOWHERE = { locationId: '', companyId: '7a0e8d52-8a7e-4a5c-9d3c-1f1f0c9d2a11' }
const [LINE] = orderBody(NOWHERE).lines
const named = (...names: [id: string, name: string][]) => ({
  lines: names.map(([id, name]) => ({ ...LINE!, id, name, quantity: '1', price: '1.00', amount: '1.00' })),
  total: `${names.length}.00`,
})

describeOnEachPostgres('the id of a line', pg => {
  let db: Database
  let place: TestPlace
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  beforeEach(async () => {
    place = await makePlace(db)
  })
  const warned = async (id: string, changes: Partial<OrderBody>, at = place): Promise<string[]> =>
    accepted(await put(db, at, { id, ...changes })).warnings.map(({ code, path }) => `${code} ${path}`)
  const remembered = async (): Promise<Record<string, string>> => {
    const { rows } = await db.query<{ line_id: string; name: string }>(
      'select line_id, name from item_name where company_id = $1',
      [place.companyId],
    )
    return Object.fromEntries(rows.map(row => [row.line_id, row.name]))
  }

  it('that comes again under another name is warned of, each time that it does', async () => {
    expect(await warned('a', named(['1', 'Аренда'], ['2', 'Кофе']))).toEqual([])
    expect(await warned('b', named(['1', 'Аренда'], ['3', 'Чай'], ['2', 'Вода']))).toEqual([
      'item-id-reused /lines/2/id',
    ])
    // The same content again: nothing is written, and the answer is the same.
    expect(await warned('b', named(['1', 'Аренда'], ['3', 'Чай'], ['2', 'Вода']))).toEqual([
      'item-id-reused /lines/2/id',
    ])
    expect(await warned('c', named(['2', 'Кофе']))).toEqual([])
    const { warnings } = accepted(await put(db, place, { id: 'd', ...named(['2', 'Сок']) }))
    expect(warnings[0]!.message.ru).toMatch(/Строка 1: id «2».*«Кофе».*«Сок»/)
  })

  it('is compared with the line before it and the order before it in one batch', async () => {
    expect(await warned('a', named(['1', 'Аренда'], ['1', 'Кофе']))).toEqual(['item-id-reused /lines/1/id'])
    const saved = await saveOrders(db, place.locationId, [
      { body: orderBody(place, { id: 'b', ...named(['7', 'Стол']) }) },
      { body: orderBody(place, { id: 'c', ...named(['7', 'Стул']) }) },
    ])
    expect(saved.map(result => accepted(result).warnings.length)).toEqual([0, 1])
  })

  it('means another item in another company', async () => {
    expect(await warned('a', named(['1', 'Аренда']))).toEqual([])
    const other = { ...place, companyId: await makeCompany(db, place.locationId) }
    expect(await warned('b', named(['1', 'Кофе']), other)).toEqual([])
  })

  it('keeps its first name, whatever its blanks, its case and the end of a long one', async () => {
    const long = 'я'.repeat(200)
    expect(await warned('a', named(['1', 'Аренда  зала'], ['2', `${long}1`]))).toEqual([])
    expect(await warned('b', named(['1', 'АРЕНДА зала'], ['2', `${long}2`]))).toEqual([])
    expect(await warned('c', named(['1', 'Аренда стола']))).toHaveLength(1)
    expect(await remembered()).toEqual({ 1: 'Аренда зала', 2: long })
  })

  it('of a refused order is not remembered', async () => {
    await put(db, place, { id: 'a', ...named(['1', 'Аренда']), total: '9.00' })
    const precondition = { version: 7 }
    await saveOrders(db, place.locationId, [{ body: orderBody(place, named(['1', 'Аренда'])), precondition }])
    expect(await remembered()).toEqual({})
  })

  it('is forgotten when no order has had it for long, and remembered while orders have it', async () => {
    await put(db, place, { id: 'a', ...named(['1', 'Аренда'], ['2', 'Кофе'], ['3', 'Чай']) })
    const age = async (days: number): Promise<void> => {
      await db.query('update item_name set last_seen = last_seen - $2::int where company_id = $1', [
        place.companyId,
        days,
      ])
    }
    await age(100)
    await put(db, place, { id: 'b', ...named(['1', 'Аренда'], ['2', 'Вода']) })
    await age(90)
    expect(await sweepItemNames(db, 180)).toBe(1)
    expect(await remembered()).toEqual({ 1: 'Аренда', 2: 'Кофе' })
    expect(await sweepItemNames(db, 180)).toBe(0)
  })

  it('is noted by many at once without a deadlock, whatever order they have them in', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => ({ id: `${index}`, name: 'Аренда' }))
    let attempts = 0
    const note = (round: number, items: typeof ids): Promise<unknown> =>
      db.transaction(async tx => {
        attempts++
        const of = (part: string) => items.map(({ id, name }) => ({ id: `${round} ${part} ${id}`, name }))
        return compareItemNames(tx, [{ companyId: place.companyId, items: [...of('a'), ...of('b')] }], true)
      })
    for (let round = 0; round < 10; round++)
      await Promise.all([
        note(round, ids),
        note(round, ids.toReversed()),
        note(round, ids),
        note(round, ids.toReversed()),
      ])
    expect(attempts).toBe(40)
    expect(Object.keys(await remembered())).toHaveLength(4000)
  })

  it('may be one of very many in an order', async () => {
    const many = Array.from({ length: 9000 }, (_, index): [string, string] => [`${index}`, `Товар ${index}`])
    expect(await warned('a', named(...many))).toEqual([])
    expect(await warned('b', named(...many.map(([id]): [string, string] => [id, 'Товар'])))).toHaveLength(100)
  })
})

describe('an order', () => {
  const warnings = (changes: object): string[] =>
    readOrder({ ...orderBody(NOWHERE), ...changes }).warnings.map(({ code, path }) => `${code} ${path}`)
  const customer = (kind: string, inn: string) => ({
    customer: {
      ...(kind === 'person' ? { firstName: 'Анна', lastName: 'Ким' } : { name: 'Ким' }),
      ...{ id: 'c', kind, inn },
    },
  })

  it('is warned of an ИНН of the wrong length, or with wrong control digits', () => {
    expect(warnings({})).toEqual([])
    expect(warnings(customer('organization', '7707083893'))).toEqual([])
    expect(warnings(customer('entrepreneur', '500100732259'))).toEqual([])
    expect(warnings(customer('person', '500100732259'))).toEqual([])
    expect(warnings(customer('organization', ''))).toEqual([])
    expect(warnings(customer('organization', '500100732259'))).toEqual(['inn-of-wrong-kind /customer/inn'])
    for (const kind of ['person', 'entrepreneur'])
      expect(warnings(customer(kind, '7707083893'))).toEqual(['inn-of-wrong-kind /customer/inn'])
    expect(warnings(customer('organization', '7707083894'))).toEqual(['inn-check-digits /customer/inn'])
    expect(warnings(customer('person', '500100732258'))).toEqual(['inn-check-digits /customer/inn'])
  })

  it('is warned of every text that was damaged before it came', () => {
    expect(warnings({ comment: 'до \ud83d', attributes: { 'a/\ufffd': 'x', b: '\ufffd' } })).toEqual([
      'damaged-text /comment',
      'damaged-text /attributes/a~1\ufffd',
      'damaged-text /attributes/b',
    ])
  })

  it('is warned of a status that only looks like a cancellation', () => {
    const canceled = ['CANCELED', 'Cancelled', 'отменён', 'Отменен', 'Аннулирован', 'cancel']
    const byWhom = ['user_canceled', 'CANCELLED_BY_SHOP', 'Отменён клиентом', 'Заказ отменён', 'rejected']
    for (const status of [...canceled, ...byWhom])
      expect(warnings({ status })).toEqual(['status-means-canceled /status'])
    const others = ['purchased', 'отмена невозможна', 'не отменён', 'not_canceled', 'cancel_requested']
    for (const status of ['canceled', 'cancelled', 'payment_rejected', 'отменён частично', ...others])
      expect(warnings({ status })).toEqual([])
    expect(warnings({ status: 'CANCELED', canceled: true })).toEqual([])
  })
})
