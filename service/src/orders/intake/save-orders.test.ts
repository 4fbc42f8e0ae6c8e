import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  connect,
  makeCompany,
  makePlace,
  orderBody,
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

  it('the same content again changes nothing, and still tells to whom the order is owed (O6)', async () => {
    const { place, integration } = await begin()
    await put(db, place)
    const again = await put(db, place, { total: '3000', placedAt: '2026-11-17T07:15:07Z' })
    expect(again).toMatchObject({ status: 200, revision: 1, changed: false, owedTo: [integration.id] })
    const changed = await put(db, place, { comment: 'x' })
    expect(changed).toMatchObject({ status: 200, revision: 2, changed: true, number: '1' })
    expect((await getOrder(db, place.locationId, 'olv-17')).order.comment).toBe('x')
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
