import { beforeAll, expect, it } from 'vitest'
import {
  type Connected1C,
  newPlatform,
  oneC,
  type Platform,
  samplePayment,
} from '../../../../test/support/app/test-server.js'
import { useServer } from '../../../../test/support/app/use-server.js'
import { describeOnEachPostgres } from '../../../../test/support/databases.js'

describeOnEachPostgres('lists', pg => {
  const server = useServer(pg)
  let platform: Platform
  let one: Connected1C
  let other: Connected1C
  let otherCompany: string
  beforeAll(async () => {
    platform = await newPlatform(server)
    one = await platform.connect()
    other = await platform.connect({ paymentrules: [{ status: 'new' }] })
    otherCompany = (
      await platform.call('POST', '/api/v1/companies', { name: 'ООО «Лютик»', inn: '7707083893' })
    ).body.id
    await platform.put('confirmed', { placedAt: '2026-11-10T00:00:00+05:00' })
    await oneC(server, one).exchange()
    await platform.put('owed', { placedAt: '2026-11-11T00:00:00+05:00' })
    await platform.put('new', {
      ...{ placedAt: '2026-11-12T23:59:59+05:00', status: 'new', number: 'НОВ-7' },
      customer: {
        id: 'c',
        kind: 'person',
        firstName: 'Анна',
        lastName: 'Кузнецова',
        email: 'anna@example.ru',
      },
    })
    await platform.put('nowhere', {
      ...{ placedAt: '2026-11-13T00:00:00+05:00', status: 'closed' },
      payments: [samplePayment({ gateway: 'ЮKassa' })],
    })
    await platform.put('elsewhere', { placedAt: '2026-11-14T00:00:00+05:00', companyId: otherCompany })
  })
  const list = async (query: Record<string, string> = {}) =>
    platform.call('GET', `/api/v1/orders?${new URLSearchParams(query)}`)
  const ids = async (query: Record<string, string> = {}): Promise<string[]> => {
    const { body } = await list(query)
    return body.items.map((item: { id: string }) => item.id)
  }

  it('of orders answer {"items","next"}, newest first, next null at the end', async () => {
    const { body } = await list()
    expect(Object.keys(body)).toEqual(expect.arrayContaining(['items', 'next']))
    expect(body.next).toBeNull()
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([
      ...['elsewhere', 'nowhere', 'new', 'owed', 'confirmed'],
    ])
    expect(body.items[3]).toMatchObject({ id: 'owed', numberIn1c: '2', total: '3000.00', revision: 1 })
  })

  it('are walked by cursor, every order once, whatever the limit', async () => {
    for (const limit of ['1', '2', '3', '5', '500']) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const { body, status } = await list({ limit, ...(cursor !== null && { cursor }) })
        expect(status).toBe(200)
        expect(body.items.length).toBeLessThanOrEqual(Number(limit))
        seen.push(...body.items.map((item: { id: string }) => item.id))
        cursor = body.next
      } while (cursor !== null)
      expect(seen).toEqual(['elsewhere', 'nowhere', 'new', 'owed', 'confirmed'])
    }
  })

  it.each([
    ['companyId', async () => ({ companyId: otherCompany }), ['elsewhere']],
    ['status', async () => ({ status: 'closed' }), ['nowhere']],
    ['state owed', async () => ({ state: 'owed' }), ['new', 'owed']],
    ['state confirmed', async () => ({ state: 'confirmed' }), ['confirmed']],
    ['state not-matching', async () => ({ state: 'not-matching' }), ['elsewhere', 'nowhere']],
    ['from', async () => ({ from: '2026-11-13' }), ['elsewhere', 'nowhere']],
    ['to, whose day counts', async () => ({ to: '2026-11-12' }), ['new', 'owed', 'confirmed']],
    ['from and to', async () => ({ from: '2026-11-11', to: '2026-11-12' }), ['new', 'owed']],
    ['from as a moment', async () => ({ from: '2026-11-12T19:00:00Z' }), ['elsewhere', 'nowhere']],
    ['q by id', async () => ({ q: 'elsew' }), ['elsewhere']],
    ['q by the platform’s number', async () => ({ q: 'нов-7' }), ['new']],
    ['q by customer', async () => ({ q: 'кузнец' }), ['new']],
    ['q by e-mail', async () => ({ q: 'anna@example' }), ['new']],
    ['q with special characters', async () => ({ q: "'); & | ! <-> : * \\" }), []],
    ['a status with quotes', async () => ({ status: "o'\\x'' | !" }), []],
    ['all together', async () => ({ state: 'owed', status: 'new', q: 'анна', from: '2026-11-01' }), ['new']],
    ['a company of nobody', async () => ({ companyId: '00000000-0000-4000-8000-000000000000' }), []],
  ])('filter by %s', async (_name, query, expected) => {
    expect(await ids(await query())).toEqual(expected)
  })

  it('refuse what is no filter: 422 with its path', async () => {
    for (const [name, value] of [
      ['limit', '0'],
      ['limit', '100000'],
      ['limit', 'x'],
      ['state', 'lost'],
      ['companyId', 'x'],
      ['from', 'вчера'],
      ['cursor', 'zzz'],
    ] as const) {
      const answer = await list({ [name]: value })
      expect([name, answer.status, answer.body.code]).toEqual([name, 422, 'invalid'])
      expect(answer.body.errors[0].path).toContain(name)
    }
  })

  it('take a change of an order for a state of its own with each 1C', async () => {
    await platform.put('confirmed', { placedAt: '2026-11-10T00:00:00+05:00', comment: 'x' })
    const { body } = await platform.call('GET', '/api/v1/orders/confirmed/exports')
    expect(body.items).toMatchObject([
      {
        ...{ integrationId: one.id, state: 'changed', pendingRevision: 2, confirmedRevision: 1 },
        ...{ offeredAt: expect.stringMatching(/^20/), confirmedAt: expect.stringMatching(/^20/) },
      },
      { integrationId: other.id, state: 'not-matching', pendingRevision: 0, confirmedAt: null },
    ])
    expect(await ids({ state: 'owed' })).toEqual(['new', 'owed', 'confirmed'])
    expect(await ids({ state: 'changed' })).toEqual(['confirmed'])
    expect(await ids({ state: 'changed', integrationId: other.id })).toEqual([])
    await oneC(server, one).exchange()
    expect(await ids({ state: 'confirmed' })).toEqual(['owed', 'confirmed'])
    expect(await ids({ state: 'changed' })).toEqual([])
  })

  it('follow changes in their order, also of one millisecond, and give only the fields asked for', async () => {
    const reader = await newPlatform(server)
    const changed = async (query: Record<string, string>) => {
      const asked = new URLSearchParams({ sort: 'updatedAt', limit: '1', fields: ' updatedAt', ...query })
      return (await reader.call('GET', `/api/v1/orders?${asked}`)).body
    }
    for (const id of ['a', 'b', 'c', 'd']) await reader.put(id)
    await server.db.query(
      `update sale_order set changed_at = '2026-11-20T10:00:00.123Z'::timestamptz + i * interval '10 us'
         from unnest(array['c', 'a', 'd']) with ordinality as n(name, i) where location_id = $1 and id = name`,
      [reader.locationId],
    )
    await reader.put('b', { comment: 'x' })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await changed({ ...(cursor !== null && { cursor }) })
      expect(Object.keys(page.items[0]).sort()).toEqual(['id', 'updatedAt'])
      seen.push(page.items[0].id)
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(['c', 'a', 'd', 'b'])
    const { next } = await changed({})
    for (const sort of ['placedAt', '-placedAt'])
      expect((await changed({ sort, cursor: next })).errors).toMatchObject([
        { path: '/cursor', code: 'page-cursor-broken' },
      ])
    const since = await changed({ changedSince: '2026-11-20T15:00:00.124+05:00', limit: '9', count: 'true' })
    expect(since.items.map(({ id }: { id: string }) => id)).toEqual(['b'])
    expect(since.total.count).toBe(1)
    const misspelt = await changed({ fields: 'id,updateAt' })
    expect(misspelt.errors).toMatchObject([
      { path: '/querystring/fields', code: 'field-unknown', params: { nearest: 'updatedAt' } },
    ])
    expect((await changed({ changedSince: 'вчера' })).status).toBe(422)
  })

  it('say how many there are on all pages when asked, and their sum', async () => {
    expect((await list({ limit: '1' })).body).not.toHaveProperty('total')
    for (const [filter, count] of [
      [{}, 5],
      [{ companyId: otherCompany }, 1],
      [{ state: 'owed' }, (await ids({ state: 'owed' })).length],
      [{ q: 'кузнец' }, 1],
      [{ q: '17' }, (await ids({ q: '17' })).length],
      [{ from: '2026-11-13' }, 2],
      [{ q: "'" }, 0],
    ] as const)
      expect([filter, (await list({ ...filter, count: 'true', limit: '1' })).body.total]).toEqual([
        filter,
        { count, exact: true, sums: count === 0 ? [] : [{ currency: 'RUB', total: `${count * 3000}.00` }] },
      ])
    const companies = await platform.call('GET', '/api/v1/companies?count=true&limit=1&q=Лютик')
    expect(companies.body.total).toEqual({ count: 1, exact: true })
  })

  it('of integrations and companies have the same form', async () => {
    for (const [path, count] of [
      ['integrations', 2],
      ['companies', 2],
    ] as const) {
      const { body } = await platform.call('GET', `/api/v1/${path}`)
      expect([body.items.length, body.next]).toEqual([count, null])
      const first = await platform.call('GET', `/api/v1/${path}?limit=1`)
      const second = await platform.call('GET', `/api/v1/${path}?limit=1&cursor=${first.body.next}`)
      expect([...first.body.items, ...second.body.items].map(item => item.id)).toEqual(
        body.items.map((item: { id: string }) => item.id),
      )
      expect(second.body.next).toBeNull()
      expect((await platform.call('GET', `/api/v1/${path}?cursor=zzz`)).status).toBe(422)
    }
  })

  it('name fewer rules once the reasons of a page are long', async () => {
    const another = await newPlatform(server)
    const long = (word: string, at: number): string => `${word}${at}-`.padEnd(200, 'x')
    const ten = Array.from({ length: 10 }, (_, at) => at)
    for (let integration = 0; integration < 3; integration++)
      await another.connect({ paymentrules: ten.map(at => ({ gateway: long('e', at) })) })
    const payments = ten.map(at =>
      samplePayment({ id: `p${at}`, gateway: long('gateway', at), amount: '300.00' }),
    )
    for (let at = 0; at < 20; at++) await another.put(`o${at}`, { payments })
    const { items } = (await another.call('GET', '/api/v1/orders')).body
    const named = items.flatMap((item: { exports: { mismatch: { misses: object[] } }[] }) =>
      item.exports.map(({ mismatch }) => mismatch.misses.length),
    )
    expect(named.length).toBe(60)
    expect(new Set(named)).toEqual(new Set([10, 1]))
    const { items: exports } = (await another.call('GET', '/api/v1/orders/o0/exports')).body
    expect(exports[0].mismatch.misses.length).toBe(10)
  })
})
