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
import { askOrders, readText } from '../../../test/support/sale-feed/asked-orders.js'
import { connect } from '../../../test/support/sale-feed/connected.js'
import { samplePayment } from '../../../test/support/sample-order.js'
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
        code === 'payment-of-two-orders' ? [`${path} ${/в заказе (\S+):/.exec(message.ru)?.[1]}`] : [],
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

  it('is to be taken out of the order with which no 1C was sent it, else of the later one', async () => {
    const connected = await connect(db, { paymentrules: [{ status: 'done' }] })
    const { locationId, companyId } = connected.integration
    const shared = { payments: [samplePayment({ id: 'p-9' })] as OrderBody['payments'] }
    const told = async (id: string, status: string): Promise<string | undefined> => {
      const body = { ...shared, id, number: id, status }
      const { warnings } = accepted(await put(db, { locationId, companyId }, body))
      return warnings.find(({ code }) => code === 'payment-of-two-orders')?.message.ru
    }
    const send = async () => readText((await askOrders(connected, await connected.session())).body)
    await told('a', 'new')
    expect(await told('b', 'done')).toMatch(/есть и в заказе a: .* уберите его из заказа b, пока/)
    await send()
    expect(await told('b', 'done')).toMatch(/есть и в заказе a: .* уберите его из заказа a, пока/)
    expect(await told('a', 'done')).toMatch(/есть и в заказе b: .* уберите его из заказа a, пока/)
    await send()
    expect(await told('a', 'done')).toMatch(/обе ей уже переданы.* из заказа b: что исправить/)
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
