import { beforeEach, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  sampleOrder,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnNewestPostgres } from '../../../../test/support/databases.js'
import { lockCompanies } from '../../../db/company-locks.js'
import { renumberIntegration } from '../../../orders/numbering/renumber-integration.js'

const CLIENTS = ['bp', 'unf', 'ut', 'rt', 'bitrix']

describeOnNewestPostgres('numbers of the platform’s own', pg => {
  const server = useServer(pg)
  let platform: Platform
  beforeEach(async () => {
    platform = await newPlatform(server)
  })
  const own = (client: string) => platform.connect({ ordernumber: 'platform', client })
  const change = (one: Connected1C, settings: object) =>
    platform.call('PATCH', `/api/v1/integrations/${one.id}`, {
      settings: { paymentrules: [{}], paymentmethodname: 'Карта', ...settings },
    })
  const code = async (id: string, changes: object): Promise<string | number> => {
    const { status, body } = await platform.put(id, changes)
    return status === 409 ? body.code : status
  }

  it('of two orders at once are given to one of them, and a batch says which lines it took', async () => {
    await own('ut')
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(
        ['x', 'y', 'z'].map(name => platform.put(`${name}-${round}`, { number: `N-${round}` })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    }
    for (let round = 0; round < 10; round++) {
      const same = Array.from({ length: 6 }, () => platform.put(`twin-${round}`, { number: `T-${round}` }))
      for (const { status } of await Promise.all(same)) expect([200, 201]).toContain(status)
    }
    const { body } = await platform.batch(
      ['p', 'q', 'r'].map((id, index) =>
        sampleOrder(platform.companyId, { id, number: index < 2 ? 'same' : 'else' }),
      ),
    )
    expect(body.map(({ status }: { status: number }) => status)).toEqual([201, 409, 201])
    expect(body[1].detail).toContain('«p»')
  })

  it('once given keep counted ones away: none is given that this 1C knows another order by', async () => {
    const one = await platform.connect({ client: 'bp', paymentrules: [{}], ordernumber: 'platform' })
    await platform.put('a', { number: 'N-3' })
    await platform.put('b', { number: 'N-4' })
    expect(await oneC(server, one).exchange()).toEqual(['N-3', 'N-4'])
    expect((await change(one, {})).status).toBe(200)
    const numbers = []
    for (const id of ['c', 'd', 'e']) numbers.push((await platform.put(id, { number: id })).body.numberIn1c)
    expect(numbers).toEqual(['5', '6', '7'])
    expect(await oneC(server, one).exchange()).toEqual(['5', '6', '7'])
    const { items } = (await platform.call('GET', '/api/v1/companies')).body
    expect(items[0].orderCount).toBe(5)
  })

  it.each(CLIENTS)(
    'are refused when another order has the same, and the other is named: %s',
    async client => {
      const one = await own(client)
      expect(await code('a', { number: '15' })).toBe(201)
      const refused = await platform.put('b', { number: '15' })
      expect([refused.status, refused.body.code]).toEqual([409, 'number-taken'])
      expect(refused.body.errors[0].path).toBe('/number')
      expect(refused.body.detail).toContain('у заказа «a»')
      // An order without a number uses its id.
      const byId = await platform.put('15', { number: undefined })
      expect([byId.body.code, byId.body.errors[0].path]).toEqual(['number-taken', '/id'])
      expect(await oneC(server, one).exchange()).toEqual(['15'])
      expect(await code('b', { number: '16' })).toBe(201)
      expect(await oneC(server, one).exchange()).toEqual(['16'])
    },
  )

  it('are the same to each 1C if what it compares is the same (F2.3)', async () => {
    const later = '2027-01-01T00:00:00+05:00'
    for (const [client, number, changes, expected] of [
      ['bp', 'B-15', {}, 'number-taken'],
      ['bp', '000015', {}, 'number-taken'],
      ['bp', 'B-15', { placedAt: later }, 201],
      ['bp', '16', { placedAt: '2026-12-31T20:00:00Z' }, 201],
      ['unf', 'B-15', { placedAt: later }, 'number-taken'],
      ['ut', 'B-15', {}, 201],
      ['ut', 'a-15', {}, 'number-taken'],
      ['rt', 'A-15', {}, 'number-taken'],
      ['rt', 'A-15', { placedAt: later }, 201],
      ['bitrix', 'A-15', { placedAt: later }, 'number-taken'],
    ] as const) {
      platform = await newPlatform(server)
      await own(client)
      expect(await code('a', { number: 'A-15' })).toBe(201)
      expect([client, number, changes, await code('b', { number, ...changes })]).toEqual([
        client,
        number,
        changes,
        expected,
      ])
    }
  })

  it('of more than six digits are one to a 1C that cuts them', async () => {
    await own('bp')
    expect(await code('a', { number: '1234567' })).toBe(201)
    expect(await code('b', { number: '1234568' })).toBe('number-taken')
    expect(await code('c', { number: '1334568' })).toBe(201)
  })

  it('may change until a 1C was given the order, then they are fixed', async () => {
    const one = await own('ut')
    await platform.put('a', { number: '15' })
    expect(await code('a', { number: '16' })).toBe(200)
    // Its old number is free again.
    expect(await code('b', { number: '15' })).toBe(201)
    expect(await code('b', { number: '16' })).toBe('number-taken')
    const { ask, signIn } = oneC(server, one)
    await ask('query', { cookie: await signIn() })
    const fixed = await platform.put('a', { number: '17' })
    expect([fixed.status, fixed.body.code]).toEqual([409, 'number-fixed'])
    expect(fixed.body.detail).toMatch(/«a».*«16»/)
    expect(await code('a', { number: '16', comment: 'x' })).toBe(200)
    expect(await oneC(server, one).exchange()).toEqual(['16', '15'])
  })

  it('cost a company nothing that does not take them', async () => {
    await platform.connect()
    await platform.put('a', { number: '15' })
    expect(await code('b', { number: '15' })).toBe(201)
    const { rows } = await server.db.query(
      'select from order_number n join integration i on i.key = n.integration_key where i.company_id = $1',
      [platform.companyId],
    )
    expect(rows).toEqual([])
  })

  it.each(CLIENTS)('are not switched to where known orders would be one: %s', async client => {
    await platform.put('a', { number: '15' })
    await platform.put('b', { number: '15' })
    await platform.put('c', { number: '17' })
    const one = await platform.connect({ client })
    const refused = await change(one, { client, ordernumber: 'platform' })
    expect([refused.status, refused.body.code]).toEqual([409, 'number-taken'])
    expect(refused.body.errors[0].path).toBe('/settings/ordernumber')
    expect(refused.body.detail).toContain('«a» (15) = «b» (15)')
    expect(refused.body.detail).not.toContain('«c»')
    const made = await platform.call('POST', '/api/v1/integrations', {
      ...{ class: 'CommerceML', name: 'Ещё', companyId: platform.companyId },
      settings: { paymentrules: [{}], paymentmethodname: 'Карта', client, ordernumber: 'platform' },
    })
    expect(made.body.code).toBe('number-taken')
    expect(await oneC(server, one).exchange()).toEqual(['1', '2', '3'])
    await platform.put('b', { number: '16' })
    expect((await change(one, { client, ordernumber: 'platform' })).status).toBe(200)
  })

  it('and counted ones: an order keeps its number in a 1C, however settings switch (F2.3)', async () => {
    const one = await platform.connect({ client: 'ut', paymentrules: [{}] })
    await platform.put('a', { number: 'A-1' })
    expect(await oneC(server, one).exchange()).toEqual(['1'])
    await change(one, { client: 'ut', ordernumber: 'platform' })
    await platform.put('b', { number: 'B-2' })
    await platform.put('a', { number: 'A-1', comment: 'x' })
    expect(await oneC(server, one).exchange()).toEqual(['B-2', '1'])
    // The 1C of «a» never got its number.
    expect(await code('a', { number: 'A-2' })).toBe(200)
    // «1» is taken there, by «a».
    expect(await code('c', { number: '1' })).toBe('number-taken')
    await change(one, { client: 'ut' })
    await platform.put('c', { number: '1' })
    await platform.put('b', { number: 'B-2', comment: 'x' })
    expect(await oneC(server, one).exchange()).toEqual(['3', '1', 'B-2'])
    const { items } = (await platform.call('GET', '/api/v1/orders/b/exports')).body
    expect(items).toMatchObject([{ numberIn1c: 'B-2' }])
  })

  it('once given do not forbid to count again where none is the same, in however many steps', async () => {
    const one = await platform.connect({ client: 'bp', paymentrules: [{}], ordernumber: 'platform' })
    for (const [id, number] of [
      ['a', '2'],
      ['b', '3'],
      ['c', '4'],
    ] as const)
      await platform.put(id, { number })
    expect(await oneC(server, one).exchange()).toEqual(['2', '3', '4'])
    await server.db.transaction(async tx => {
      const { rows } = await tx.query<{ key: number }>('select key from integration where id = $1', [one.id])
      await lockCompanies(tx, 'rules', 'exclusive', [platform.companyId])
      const settings = { paymentrules: [{}], paymentmethodname: 'Карта', client: 'bp' as const }
      await renumberIntegration(tx, { key: rows[0]!.key, companyId: platform.companyId, settings }, 1)
    })
  })

  it('once given forbid to count again where a counted one is the same', async () => {
    const one = await platform.connect({ client: 'bp', paymentrules: [{}], ordernumber: 'platform' })
    await platform.put('a', { number: 'N-2' })
    await platform.put('b', { number: 'N-3' })
    const { ask, signIn } = oneC(server, one)
    const cookie = await signIn()
    await ask('query', { cookie })
    await platform.put('c', { number: 'N-1' })
    const refused = await change(one, {})
    expect([refused.status, refused.body.code]).toEqual([409, 'number-taken'])
    expect(refused.body.detail).toMatch(/«c» \(3\) = «b» \(N-3\)/)
  })
})
