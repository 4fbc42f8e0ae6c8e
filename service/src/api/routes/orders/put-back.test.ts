import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import {
  newPlatform,
  oneC,
  type Platform,
  sampleLine,
  sampleOrder,
  samplePayment,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'
import { randomBody } from '../../../../test/support/sale-feed/random-body.js'

const REFUND = { id: 'r-1', amount: '500.00', refundedAt: '2026-11-20T10:00:00+05:00' }
/** Every field that a put takes. */
const WHOLE = {
  canceled: false,
  customer: {
    ...{ id: 'p', kind: 'person', lastName: 'Иванов', firstName: 'Иван', middleName: 'Иванович' },
    ...{ inn: '500100732259', email: 'i@example.ru', phone: '+79160000000', address: 'ул. Мира, 9' },
  },
  lines: [sampleLine({ unit: '0796', discount: '0', price: '1500' })],
  total: '3200.00',
  comment: ' позвоните ',
  place: { id: 'r-1', name: 'Переговорная' },
  delivery: {
    ...{ name: 'Курьер', amount: '200.00', vat: '22', address: 'ул. Мира, 9', recipient: 'Анна' },
    trackNumber: 'T-1',
  },
  payments: [samplePayment({ refunds: [REFUND] })],
  attributes: { Подразделение: 'Корпус 1' },
}

describeOnNewestPostgres('an order that was read', pg => {
  const server = useServer(pg)
  let platform: Platform
  const read = async (id: string) =>
    (await platform.call('GET', `/api/v1/orders/${encodeURIComponent(id)}`)).body
  const put = (id: string, body: object) =>
    platform.call('PUT', `/api/v1/orders/${encodeURIComponent(id)}`, body)
  beforeAll(async () => {
    platform = await newPlatform(server)
    await platform.connect({ client: 'ut', paymentrules: [{}] })
  })

  it('can be put back as it is, by itself or in a batch: nothing changes', async () => {
    const random = fc.sample(randomBody, { numRuns: 40, seed: 28 })
    const bodies = [
      sampleOrder(platform.companyId, { id: 'whole', ...WHOLE }),
      sampleOrder(platform.companyId, {
        id: 'split',
        customer: { id: 'c', kind: 'person', name: 'Ким Анна' },
      }),
      ...random.map((body, index) => ({ ...body, id: `o-${index}`, companyId: platform.companyId })),
    ]
    const ids: string[] = []
    for (const body of bodies) {
      const { id } = body as { id: string }
      expect((await put(id, body)).status).toBe(201)
      ids.push(id)
    }
    await put('whole', { ...bodies[0], comment: 'иначе' })
    const whole = await read('whole')
    expect(whole).toMatchObject({ number: 'OLV/17', numberIn1c: '1', revision: 2, accounting: [] })
    expect([whole.createdAt < whole.updatedAt, whole.owedTo.length]).toEqual([true, 1])
    for (const id of ids) {
      const { status, body } = await put(id, await read(id))
      expect([id, status, body.changed]).toEqual([id, 200, false])
    }
    const lines = (await platform.batch(await Promise.all(ids.map(read)))).body
    expect(lines.every((line: { changed: boolean }) => line.changed === false)).toBe(true)
  })

  it('can be changed and put back, also after a 1C has taken it meanwhile', async () => {
    const one = await platform.connect({ paymentrules: [{}] })
    await platform.put('taken')
    const order = await read('taken')
    expect(order.owedTo).toContain(one.id)
    await oneC(server, one).exchange()
    expect((await put('taken', { ...order, comment: 'иначе' })).body).toMatchObject({ revision: 2 })
    const late = await put('taken', { ...order, comment: 'снова' })
    const paths = late.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])
    expect([late.status, paths]).toEqual([
      422,
      [
        ['/revision', 'field-read-only'],
        ['/updatedAt', 'field-read-only'],
      ],
    ])
  })

  it('is refused with a changed field of Obmen’s own, which a new order does not have either', async () => {
    await platform.put('own')
    const order = await read('own')
    for (const [name, value] of Object.entries({
      numberIn1c: '999',
      revision: 7,
      createdAt: '2026-11-17T12:15:07+05:00',
      updatedAt: '2026-11-17T12:15:07+05:00',
      owedTo: ['00000000-0000-4000-8000-000000000000'],
    })) {
      const { status, body } = await put('own', { ...order, [name]: value })
      expect([status, body.errors]).toMatchObject([422, [{ path: `/${name}`, code: 'field-read-only' }]])
    }
    const copy = await put('copy', { ...order, id: 'copy', owedTo: [], accounting: [] })
    expect(copy.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      ...['/numberIn1c', '/revision', '/createdAt', '/updatedAt'],
    ])
    expect((await put('own', { ...order, accounting: [{ posted: true }] })).body.changed).toBe(false)
  })
})
