import { beforeAll, beforeEach, expect, it } from 'vitest'
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
import { saveOrders } from '../intake/save-orders.js'

describeOnEachPostgres('the id of a payment', pg => {
  let db: Database
  let place: TestPlace
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  beforeEach(async () => {
    place = await makePlace(db)
  })
  const paid = (...ids: string[]): Partial<OrderBody> => ({
    payments: ids.map(id => ({ id, gateway: 'CKassa', status: 'pending', amount: '1.00' })),
  })
  const warned = async (id: string, ids: readonly string[], at = place): Promise<string[]> =>
    accepted(await put(db, at, { id, number: id, ...paid(...ids) })).warnings.flatMap(
      ({ code, path, message }) =>
        code === 'payment-of-two-orders' ? [`${path} ${/в заказе (\S+):/.exec(message)?.[1]}`] : [],
    )

  it('that two orders of a company have is told of both, until one of them has it no more', async () => {
    expect(await warned('a', ['p-1', 'p-2'])).toEqual([])
    expect(await warned('b', ['p-3', 'p-2'])).toEqual(['/payments/1/id a'])
    expect(await warned('b', ['p-3', 'p-2'])).toEqual(['/payments/1/id a'])
    expect(await warned('a', ['p-1', 'p-2'])).toEqual(['/payments/1/id b'])
    expect(await warned('a', ['p-1'])).toEqual([])
    expect(await warned('b', ['p-3', 'p-2'])).toEqual([])
    const other = { ...place, companyId: await makeCompany(db, place.locationId) }
    expect(await warned('c', ['p-1'], other)).toEqual([])
  })

  it('is told of orders that come in one batch', async () => {
    const saved = await saveOrders(
      db,
      place.locationId,
      ['d', 'e'].map(id => ({ body: orderBody(place, { id, ...paid('p-1') }) })),
    )
    const codes = saved.map(result => accepted(result).warnings.map(({ code }) => code))
    expect(codes).toEqual([['payment-of-two-orders'], ['payment-of-two-orders']])
  })
})
