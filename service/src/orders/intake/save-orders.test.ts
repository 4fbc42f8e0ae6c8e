import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  connect,
  makeCompany,
  makePlace,
  orderBody,
  PAID_BY_CARD,
  put,
  refusal,
  type TestPlace,
} from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { getOrder } from '../get-order.js'
import { saveOrders } from './save-orders.js'

describeOnEachPostgres('saving orders', pg => {
  let db: Database
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  const begin = async () => {
    const place = await makePlace(db)
    return { place, integration: await connect(db, place) }
  }
  const save = (place: TestPlace, bodies: readonly unknown[]) =>
    saveOrders(
      db,
      place.locationId,
      bodies.map(body => ({ body })),
    )

  it('orders of a batch of thousands are saved group by group and numbered in its order', async () => {
    const { place, integration } = await begin()
    const ids = Array.from({ length: 1_203 }, (_, index) => `o-${index}`)
    const results = await save(
      place,
      ids.map(id => orderBody(place, { id })),
    )
    expect(results.map(result => accepted(result).number)).toEqual(ids.map((_, index) => String(index + 1)))
    const { rows } = await db.query<{ owed: number }>(
      'select count(*) as owed from outbox_entry where integration_key = $1',
      [integration.key],
    )
    expect(rows[0]!.owed).toBe(ids.length)
  })

  it('orders that the database fails to save are refused, and later ones are saved', async () => {
    const { place } = await begin()
    await db.query(`alter table sale_order add constraint no_bad check (id not like 'bad%') not valid`)
    try {
      const failed = new AppError('unavailable', 'База данных сейчас не отвечает.')
      const results = []
      for (const ids of [['a'], ['bad-1', 'b'], ['c']]) {
        const inputs = ids.map(id => ({ body: orderBody(place, { id }) }))
        results.push(...(await saveOrders(db, place.locationId, inputs, { refuse: () => failed })))
      }
      expect(
        results.map(result => [result.id, 'error' in result ? result.error.code : result.number]),
      ).toEqual([
        ['a', '1'],
        ['bad-1', 'unavailable'],
        ['b', 'unavailable'],
        ['c', '2'],
      ])
      await expect(put(db, place, { id: 'bad-3' })).rejects.toMatchObject({ constraint: 'no_bad' })
    } finally {
      await db.query('alter table sale_order drop constraint no_bad')
    }
  })

  it('a new order gets the next number of its company and is owed to whom it matches', async () => {
    const { place, integration } = await begin()
    const other = await connect(db, place, { ...PAID_BY_CARD, paymentrules: [{ status: 'new' }] })
    expect(await put(db, place)).toEqual({
      id: 'olv-17',
      status: 201,
      number: '1',
      revision: 1,
      changed: true,
      owedTo: [integration.id],
      warnings: [],
    })
    expect(accepted(await put(db, place, { id: 'o-2', status: 'new' }))).toMatchObject({
      number: '2',
      owedTo: [other.id],
    })
    expect(accepted(await put(db, place, { id: 'o-3', status: 'unknown' })).owedTo).toEqual([])
  })

  it('the same content again changes nothing, and still tells to whom the order is owed (O6)', async () => {
    const { place, integration } = await begin()
    await put(db, place)
    const again = await put(db, place, { total: '3000', placedAt: '2026-11-17T07:15:07Z' })
    expect(again).toMatchObject({ status: 200, revision: 1, changed: false, owedTo: [integration.id] })
    const changed = await put(db, place, { comment: 'x' })
    expect(changed).toMatchObject({ status: 200, revision: 2, changed: true, number: '1' })
    expect((await getOrder(db, place.locationId, 'olv-17')).order.comment).toBe('x')
  })

  it('one bad order of a batch spoils only itself, and answers come in the order of the lines', async () => {
    const { place } = await begin()
    const results = await save(place, [
      orderBody(place, { id: 'a' }),
      orderBody(place, { id: 'b', total: '1.00' }),
      new AppError('bad-json', 'Строка 3 — не JSON.'),
      orderBody(place, { id: 'a', comment: 'ещё раз' }),
      orderBody(place, { id: 'a', comment: 'ещё раз' }),
      orderBody({ ...place, companyId: place.locationId }, { id: 'c' }),
      orderBody(place, { id: 'd' }),
    ])
    expect(
      results.map(result => ('error' in result ? result.error.code : [result.status, result.revision])),
    ).toEqual([[201, 1], 'invalid', 'bad-json', [200, 2], [200, 2], 'unknown-company', [201, 1]])
    expect(results.map(({ id }) => id)).toEqual(['a', 'b', undefined, 'a', 'a', 'c', 'd'])
  })

  it('If-Match and If-None-Match guard against overwriting', async () => {
    const { place } = await begin()
    const guarded = async (precondition: { version: number } | 'exists' | 'absent', comment: string) =>
      (await saveOrders(db, place.locationId, [{ body: orderBody(place, { comment }), precondition }]))[0]
    expect(refusal(await guarded({ version: 1 }, 'а'))).toBe('revision-mismatch')
    expect(refusal(await guarded('exists', 'а'))).toBe('revision-mismatch')
    expect(accepted(await guarded('absent', 'а')).revision).toBe(1)
    expect(refusal(await guarded('absent', 'а'))).toBe('revision-mismatch')
    expect(accepted(await guarded({ version: 1 }, 'б')).revision).toBe(2)
    expect(refusal(await guarded({ version: 1 }, 'б'))).toBe('revision-mismatch')
    expect(accepted(await guarded('exists', 'в')).revision).toBe(3)
  })

  it('the company of an order never changes, and must be of the location and not archived', async () => {
    const { place } = await begin()
    const foreign = await makePlace(db)
    const second = await makeCompany(db, place.locationId)
    expect(refusal(await put(db, place, { companyId: foreign.companyId }))).toBe('unknown-company')
    await put(db, place)
    expect(refusal(await put(db, place, { companyId: second }))).toBe('company-fixed')
    await db.query('update company set archived_at = now() where id = any($1)', [[place.companyId, second]])
    expect(refusal(await put(db, place, { id: 'o-2', companyId: second }))).toBe('unknown-company')
    // Its 1C has the old one: what becomes of it must still reach it.
    expect(accepted(await put(db, place, { comment: 'возврат' })).revision).toBe(2)
  })

  it('the same id in two locations are two orders', async () => {
    const [one, other] = [await makePlace(db), await makePlace(db)]
    accepted(await put(db, one))
    expect(accepted(await put(db, other)).status).toBe(201)
    expect((await getOrder(db, other.locationId, 'olv-17')).order.companyId).toBe(other.companyId)
  })

  it('a payment keeps its number when it goes and comes back (F7.4)', async () => {
    const { place } = await begin()
    const payment = (id: string) => ({ id, gateway: 'CKassa', status: 'pending' as const, amount: '1.00' })
    const numbers = async (...ids: string[]) => {
      accepted(await put(db, place, { payments: ids.map(payment) }))
      return (await getOrder(db, place.locationId, 'olv-17')).paymentNumbers
    }
    expect(await numbers('a', 'b')).toEqual({ a: 1, b: 2 })
    await put(db, place, { id: 'o-2', payments: [payment('a')] })
    expect(await numbers('c', '__proto__')).toEqual(JSON.parse('{"a":1,"b":2,"c":4,"__proto__":5}'))
    expect(await numbers('b')).toMatchObject({ a: 1, b: 2, c: 4 })
  })

  it("with the platform's numbers in 1C a long one is refused with the remedy", async () => {
    const { place } = await begin()
    await connect(db, place, { ...PAID_BY_CARD, ordernumber: 'platform' })
    const long = await put(db, place, { number: '123456789012' })
    expect(long).toMatchObject({ error: { code: 'invalid', errors: [{ path: '/number' }] } })
    expect('error' in long && long.error.message).toMatch(/ordernumber/)
    const { number: _, ...unnumbered } = orderBody(place, { id: 'an-id-too-long' })
    expect((await save(place, [unnumbered]))[0]).toMatchObject({ error: { errors: [{ path: '/id' }] } })
    expect(accepted(await put(db, place, { number: '12345678901' })).status).toBe(201)
  })

  it('after number 999999 orders are refused, and no counter runs away', async () => {
    const { place } = await begin()
    await db.query('insert into company_counter (company_id, next_order_number) values ($1, 999999)', [
      place.companyId,
    ])
    const results = await save(
      place,
      ['a', 'b', 'c'].map(id => orderBody(place, { id })),
    )
    expect(results.map(result => ('error' in result ? result.error.code : result.number))).toEqual([
      '999999',
      'numbers-exhausted',
      'numbers-exhausted',
    ])
    expect(refusal(await put(db, place, { id: 'd' }))).toBe('numbers-exhausted')
    const { rows } = await db.query<{ next: number }>(
      'select next_order_number as next from company_counter where company_id = $1',
      [place.companyId],
    )
    expect(rows[0]!.next).toBe(1_000_000)
    expect(accepted(await put(db, place, { id: 'a', comment: 'x' })).revision).toBe(2)
  })

  it('texts come back as they were sent, whatever characters they hold', async () => {
    const { place } = await begin()
    const odd = 'таб\tстрока\nвозврат\r\\N \\. "кавычки" \' ]]> \u0001 \u2028 \ud83d\ude00 {a,b}'
    const body = orderBody(place, {
      id: odd.replace(/\p{Cc}/gu, ''),
      status: odd,
      comment: odd,
      attributes: { 'Ключ "\\"': odd },
      payments: [{ id: 'p "\\', gateway: odd, status: 'pending', amount: '1.00' }],
    })
    for (const comment of [odd, `${odd}!`]) {
      const [saved] = await save(place, [{ ...body, comment }])
      const { order } = await getOrder(db, place.locationId, accepted(saved).id)
      expect(order).toMatchObject({ comment, status: odd, attributes: { 'Ключ "\\"': odd } })
      expect(order.payments[0]).toMatchObject({ id: 'p "\\', gateway: odd })
    }
    const { rows } = await db.query<{ status: string; gateways: string[] }>(
      'select status, gateways from sale_order where location_id = $1',
      [place.locationId],
    )
    expect(rows).toEqual([{ status: odd, gateways: [odd] }])
  })

  it('what fails in the middle leaves neither order, nor debt, nor number (O1)', async () => {
    const { place } = await begin()
    await db.query(`alter table outbox_entry add constraint never check (latest_revision < 1) not valid`)
    try {
      await expect(put(db, place)).rejects.toMatchObject({ constraint: 'never' })
    } finally {
      await db.query('alter table outbox_entry drop constraint never')
    }
    await expect(getOrder(db, place.locationId, 'olv-17')).rejects.toMatchObject({ code: 'not-found' })
    expect(accepted(await put(db, place))).toMatchObject({ number: '1', status: 201 })
  })
})
