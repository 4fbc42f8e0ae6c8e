import { beforeAll, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  samplePayment,
} from '../../../test/support/app/test-server.js'
import { useServer } from '../../../test/support/app/use-server.js'
import { describeOnEachPostgres } from '../../../test/support/databases.js'

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const roubles = (count: number) => ({
  count,
  exact: true,
  sums: count === 0 ? [] : [{ currency: 'RUB', total: `${count * 3000}.00` }],
})

describeOnEachPostgres('the desk of an accountant', pg => {
  const server = useServer(pg)
  let platform: Platform
  let one: Connected1C
  let other: string
  beforeAll(async () => {
    platform = await newPlatform(server)
    one = await platform.connect()
    const company = { name: 'ООО «Лютик»', inn: '7707083893' }
    other = (await platform.call('POST', '/api/v1/companies', company)).body.id
    const connected = await platform.connect({}, other)
    await platform.put('loaded')
    await platform.put('part', { payments: [samplePayment({ amount: '1000.00' })] })
    await oneC(server, one).exchange()
    await platform.put('october', { placedAt: '2026-10-10T12:00:00+05:00' })
    await platform.put('waits')
    await platform.put('euro', { currency: 'EUR' })
    await platform.put('kept', { companyId: other })
    const hold = { integrationId: connected.id, reason: 'Ждём подписи' }
    await platform.call('POST', '/api/v1/orders/kept/hold', hold)
    await platform.put('refused')
    await server.db.query(
      `update outbox_entry set held_kind = 'quarantine', held_since = now(), held_code = 'refused'
        where order_key = (select key from sale_order where id = 'refused')`,
    )
  })

  it('counts the orders of a period as the lists do that it leads to', async () => {
    const { body } = await platform.call('GET', `/api/v1/accounting/summary?${new URLSearchParams(NOVEMBER)}`)
    expect(body).toMatchObject({
      received: { count: 6, exact: true },
      confirmed: roubles(2),
      byHand: roubles(1),
      refused: roubles(1),
    })
    for (const [figure, filter] of [
      ['received', {}],
      ['confirmed', { state: 'confirmed' }],
      ['byHand', { state: 'by-hand' }],
      ['refused', { state: 'held', cause: 'refused' }],
    ] as const) {
      const query = new URLSearchParams({ ...NOVEMBER, ...filter, count: 'true' })
      const list = (await platform.call('GET', `/api/v1/orders?${query}`)).body
      expect([figure, list.total, list.items.length]).toEqual([figure, body[figure], body[figure].count])
    }
    expect((await platform.call('GET', '/api/v1/orders?state=by-hand')).body.items).toMatchObject([
      { id: 'part' },
    ])
    const ofCause = async (state: string) =>
      (await platform.call('GET', `/api/v1/orders?${state}cause=refused&count=true`)).body.items?.length
    expect([await ofCause(''), await ofCause('state=by-hand&')]).toEqual([1, 0])
  })

  it('tells by company what has not arrived, whatever the period', async () => {
    const { body } = await platform.call('GET', '/api/v1/accounting/summary?from=2020-01-01&to=2020-01-31')
    expect(body).toMatchObject({ received: roubles(0), more: 0 })
    expect(body.missing).toMatchObject([
      { companyId: platform.companyId, held: roubles(1), owed: { count: 3, exact: true } },
      { companyId: other, owed: roubles(0), held: roubles(1), companyName: 'ООО «Лютик»' },
    ])
    expect(body.missing[0].owed.sums).toEqual([
      { currency: 'EUR', total: '3000.00' },
      { currency: 'RUB', total: '6000.00' },
    ])
  })
})
