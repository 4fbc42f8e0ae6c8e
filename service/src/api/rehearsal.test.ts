import { beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import {
  type FrontDoor,
  newPlatform,
  oneC,
  openFrontDoor,
  type Platform,
} from '../../test/support/front-door.js'

describeOnEachPostgres('«Проверить как 1С»', pg => {
  let door: FrontDoor
  let platform: Platform
  beforeAll(async () => {
    door = await openFrontDoor(await pg.freshDatabase())
    return () => door[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    platform = await newPlatform(door)
  })
  const check = async (id: string, query = '') =>
    (await platform.call('POST', `/api/v1/integrations/${id}/check${query}`)).body

  it('tells the document and the payment that 1C would make of each order, and marks nothing', async () => {
    const connected = await platform.connect()
    const id = 'a-very-long-id-of-an-order-that-1C-has-no-room-for-in-its-own-field'
    await platform.put('olv-17')
    await platform.put(id)
    const before = (await platform.call('GET', `/api/v1/integrations/${connected.id}`)).body
    const { documents, ...rest } = await check(connected.id)
    expect(rest).toMatchObject({
      confirmed: true,
      truncated: false,
      client: expect.stringMatching(/Бухгалтерия/),
    })
    expect(documents).toMatchObject([
      { orderNumber: '1', orderId: 'olv-17', action: 'created', documentKind: 'Счет на оплату покупателю' },
      {
        orderNumber: '2',
        orderId: id,
        sum: '3000.00',
        paymentMade: true,
      },
    ])
    expect((await platform.call('GET', `/api/v1/integrations/${connected.id}`)).body).toEqual(before)
    const { items } = (await platform.call('GET', `/api/v1/exchanges?integrationId=${connected.id}`)).body
    expect(items).toEqual([])
    expect(await oneC(door, connected).exchange()).toHaveLength(2)
  })

  it('speaks of what it found in whole sentences, and names the order', async () => {
    const connected = await platform.connect({ client: 'rt' })
    await platform.put('unknown-buyer', {
      customer: { id: 'p', kind: 'person', firstName: 'Иван', lastName: 'Иванов' },
    })
    const { findings } = await check(connected.id)
    for (const { message } of findings) expect(message).toMatch(/^[А-ЯЁA-Z«].*\.$/)
    expect(findings).toContainEqual({
      level: 'dropped',
      orderNumber: '1',
      message: expect.stringMatching(/^У контрагента нет ни ИНН, ни рабочего телефона.*\. Передавайте ИНН/),
    })
  })

  it('says which orders of a package are left when there are more than it looked at', async () => {
    const connected = await platform.connect()
    for (const id of ['a', 'b', 'c']) await platform.put(id)
    const { documents, truncated } = await check(connected.id, '?limit=2')
    expect([documents.length, truncated]).toEqual([2, true])
  })

  it('has nothing to tell when nothing is owed', async () => {
    const connected = await platform.connect()
    expect(await check(connected.id)).toMatchObject({ confirmed: true, documents: [], findings: [] })
  })
})
