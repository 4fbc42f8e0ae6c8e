import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  accepted,
  connect,
  makePlace,
  PAID_BY_CARD,
  put,
  type TestPlace,
} from '../../../test/support/place.js'
import { samplePayment } from '../../../test/support/sample-order.js'
import type { Database } from '../../db/database.js'
import type { OrderBody } from '../intake/read/order-schema.js'

describeOnEachPostgres('a paid order that no rule takes', pg => {
  let db: Database
  let place: TestPlace
  beforeAll(async () => {
    db = await pg.freshDatabase()
  })
  beforeEach(async () => {
    place = await makePlace(db)
  })
  const told = async (changes: Partial<OrderBody>) =>
    accepted(await put(db, place, changes)).warnings.filter(({ code }) => code === 'paid-but-goes-nowhere')
  const events = async () =>
    (
      await db.query<{ data: object }>(
        `select data from event where type = 'order.not-matching' and company_id = $1 order by position`,
        [place.companyId],
      )
    ).rows.map(({ data }) => data)

  it('is told with the rule that only other letters miss, and is an event once a change', async () => {
    await connect(db, place, { ...PAID_BY_CARD, paymentrules: [{ status: 'done' }, { status: 'Purchased' }] })
    for (let times = 0; times < 2; times++) {
      const [warning] = await told({ id: 'a' })
      expect(warning?.message.ru).toMatch(/«Касса»\. Статус «purchased» вместо «Purchased»\. /)
    }
    expect(await events()).toEqual([{ revision: 1, status: 'purchased', gateways: ['CKassa'] }])
  })

  it('is told with the gateway that it has instead', async () => {
    const rule = { status: 'purchased', gateway: 'Ckassa' }
    await connect(db, place, { ...PAID_BY_CARD, paymentrules: [rule] })
    const [warning] = await told({ id: 'a' })
    expect(warning?.message.ru).toMatch(/\. Оплата через «CKassa» вместо «Ckassa»\. /)
  })

  it('is not told if it is unpaid, canceled, too early or taken, or nothing is connected', async () => {
    expect(await told({ id: 'a' })).toEqual([])
    await connect(db, place, { ...PAID_BY_CARD, paymentrules: [{ status: 'done' }] })
    expect(await told({ id: 'b', payments: [] })).toEqual([])
    const pending = samplePayment({ status: 'pending', paidAt: undefined })
    expect(await told({ id: 'c', payments: [pending] as OrderBody['payments'] })).toEqual([])
    expect(await told({ id: 'd', canceled: true })).toEqual([])
    expect(await told({ id: 'h', status: 'CANCELED' })).toEqual([])
    expect(await told({ id: 'e' })).toHaveLength(1)
    await connect(db, place, { ...PAID_BY_CARD, ordersfrom: '2026-12-01' })
    expect(await told({ id: 'f' })).toEqual([])
    await connect(db, place)
    expect(await told({ id: 'g' })).toEqual([])
  })
})
