import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signInAs } from '../../../test/support/app/person.js'
import { callApi, newPlatform, type Platform, sampleOrder } from '../../../test/support/app/test-server.js'
import { useFreshServer } from '../../../test/support/app/use-server.js'
import { awayFromMidnight } from '../../../test/support/away-from-midnight.js'
import type { Database } from '../../db/database.js'
import { dayName, dayOf, IDS_A_DAY } from '../../db/days.js'
import { createToken } from '../../people/api-tokens.js'
import { createRequestDays, limitRequests, sweepRequests } from '../../requests/sweep-requests.js'

let db: Database
const server = useFreshServer({ intakeBodyLimit: 400 })
let platform: Platform
beforeAll(async () => {
  db = server.db
  platform = await newPlatform(server)
})

const list = async (query = '', of = platform) => {
  const { status, body } = await of.call('GET', `/api/v1/requests${query}`)
  expect(status).toBe(200)
  return body.items
}

describe('the requests of the platform', () => {
  it('hold a refused order under its id, with the reason and the fields that were wrong', async () => {
    await platform.put('bad-1', { total: 'many' })
    const [found, ...others] = await list('?orderId=bad-1')
    expect(others).toEqual([])
    expect(found).toMatchObject({
      ...{ method: 'PUT', path: '/api/v1/orders/bad-1', orderId: 'bad-1', status: 422, refused: true },
      ...{ code: 'invalid', errors: [{ path: '/total' }], token: { name: expect.any(String) }, person: null },
    })
    expect(found.detail).not.toBe('')
    const { body } = await platform.call('GET', `/api/v1/requests/${found.id}`)
    expect(body.body).toContain('"id":"bad-1"')
    expect(Buffer.byteLength(body.body)).toBe(400)
    expect(body.bodySize).toBeGreaterThan(400)
  })

  it('are parted into refused and accepted; of accepted ones no body is kept', async () => {
    await platform.put('good-1')
    const [accepted] = await list('?status=accepted&orderId=good-1')
    expect(accepted).toMatchObject({ status: 201, refused: false, code: null, errors: null })
    expect(await list('?status=refused&orderId=good-1')).toEqual([])
    expect((await platform.call('GET', `/api/v1/requests/${accepted.id}`)).body.body).toBeNull()
  })

  it('hold a batch as one, and each of its refused lines', async () => {
    await platform.batch([
      sampleOrder(platform.companyId, { id: 'line-1' }),
      sampleOrder(platform.companyId, { id: 'line-2', currency: 'рубли' }),
      '{"broken',
    ])
    const [line] = await list('?orderId=line-2')
    expect(line).toMatchObject({ line: 2, status: 422, errors: [{ path: '/currency' }] })
    const [batch, broken] = await list('?limit=3')
    expect(batch).toMatchObject({ status: 200, refused: false, lineCount: 3, refusedCount: 2, line: null })
    expect(broken).toMatchObject({ line: 3, code: 'bad-json', orderId: null })
    expect((await platform.call('GET', `/api/v1/requests/${broken.id}`)).body.body).toBe('{"broken')
  })

  it('leave out whoever is not known, and what only reads', async () => {
    const other = await newPlatform(server)
    const nobody = { authorization: 'Bearer obm_nobody' }
    await callApi(`${server.url}/api/v1/orders/x`, 'PUT', sampleOrder(other.companyId), nobody)
    await callApi(`${server.url}/api/v1/orders/x`, 'PUT', sampleOrder(other.companyId), {})
    await other.call('GET', '/api/v1/orders/none')
    await other.call('PUT', '/api/v1/nowhere', {})
    expect(await list('', other)).toEqual([])
    const { rowCount } = await db.query(`select from api_request where path like '%/orders/x'`)
    expect(rowCount).toBe(0)
  })

  it('tell of a token without the right, and of a person', async () => {
    const reader = await createToken(db, {
      locationId: platform.locationId,
      name: 'Отчёт',
      rights: ['orders:read'],
    })
    await platform.call('PUT', '/api/v1/orders/denied', sampleOrder(platform.companyId), {
      authorization: `Bearer ${reader.secret}`,
    })
    expect((await list('?orderId=denied'))[0]).toMatchObject({
      ...{ status: 403, code: 'forbidden', token: { name: 'Отчёт' }, bodySize: null },
    })
  })

  it('show nothing that opens something', async () => {
    const made = await newPlatform(server)
    const body = { name: 'x', password: 'hunter-2', nested: { apiKey: ['k-1', 'k-2'], pin: 4711 } }
    await made.call('POST', '/api/v1/companies?token=obm_abc', body)
    const [found] = await list('', made)
    const whole = await made.call('GET', `/api/v1/requests/${found.id}`)
    expect(whole.body.body).toContain('"name":"x"')
    for (const secret of ['hunter-2', 'k-1', 'k-2', '4711', 'obm_abc'])
      expect(whole.text).not.toContain(secret)
  })

  it('are seen by a person who administers the location, and come with who asked', async () => {
    const made = await newPlatform(server)
    const { rows } = await db.query<{ email: string }>(
      `select email from user_account u join user_role r on r.user_id = u.id where r.location_id = $1`,
      [made.locationId],
    )
    const admin = await signInAs(server, rows[0]!.email, 'dolgiy-parol-1')
    await admin.call('POST', '/companies', { name: '' })
    await admin.call('POST', '/me/password', { current: 'wrong', next: 'dolgiy-parol-2' })
    const { body } = await admin.call('GET', '/requests')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      ...{ token: null, person: { email: rows[0]!.email }, path: '/api/v1/companies', status: 422 },
    })
  })

  it('are read page by page, and by day', async () => {
    await awayFromMidnight()
    const made = await newPlatform(server)
    for (const id of ['a', 'b', 'c']) await made.put(id)
    const first = (await made.call('GET', '/api/v1/requests?limit=2')).body
    const second = (await made.call('GET', `/api/v1/requests?limit=2&cursor=${first.next}`)).body
    const ids = [...first.items, ...second.items].map(({ orderId }: { orderId: string }) => orderId)
    expect(ids).toEqual(['c', 'b', 'a'])
    expect(second.next).toBeNull()
    const today = new Date().toISOString()
    expect(await list(`?from=2020-01-01&to=${today.slice(0, 10)}T00:00:00Z`, made)).toEqual([])
    expect(await list(`?from=${today.slice(0, 10)}T00:00:00Z`, made)).toHaveLength(3)
  })

  it('are grouped by the cause of their refusal, which lists them, counted by day and token', async () => {
    await awayFromMidnight()
    const made = await newPlatform(server)
    const bad = (price: string, id: string) =>
      sampleOrder(made.companyId, {
        id,
        lines: [{ ...(sampleOrder(made.companyId).lines as object[])[0], price }],
      })
    await made.batch([bad('x', 'g-1'), bad('y', 'g-2'), '{"broken'])
    await made.put('g-3', { currency: 'рубли' })
    const { body } = await made.call('GET', '/api/v1/requests/causes')
    const [first, ...others] = body.items
    expect(first).toMatchObject({ place: '/lines/*/price', count: 2, lastAt: expect.any(String) })
    expect(first.detail).not.toBe('')
    expect(others.map(({ count }: { count: number }) => count)).toEqual([1, 1])
    const found = await list(`?cause=${encodeURIComponent(first.cause)}`, made)
    expect(found.map(({ orderId }: { orderId: string }) => orderId)).toEqual(['g-2', 'g-1'])
    const { token, secret } = await createToken(db, {
      locationId: made.locationId,
      name: 'Второй',
      rights: ['orders:write'],
    })
    await made.call('PUT', '/api/v1/orders/g-4', {}, { authorization: `Bearer ${secret}` })
    expect(await list(`?tokenId=${token.id}`, made)).toHaveLength(1)
    const days = await made.call('GET', '/api/v1/requests/days')
    expect(days.body.items).toEqual([{ date: expect.any(String), accepted: 0, refused: 5 }])
    await made.batch([sampleOrder(made.companyId, { id: 'g-5' }), sampleOrder(made.companyId, { id: 'g-6' })])
    expect((await made.call('GET', '/api/v1/requests/days')).body.items.at(-1).accepted).toBe(2)
    const ofToken = await made.call('GET', `/api/v1/requests/causes?tokenId=${token.id}`)
    expect(ofToken.body.items).toHaveLength(1)
  })

  it('are found under the beginning of an id that no index could hold', async () => {
    const id = 'длинный'.repeat(200)
    await platform.put(id)
    expect(await list(`?orderId=${encodeURIComponent(id.slice(0, 200))}`)).toHaveLength(1)
  })
})

describe('requests are kept', () => {
  beforeEach(() => awayFromMidnight())

  const count = async () =>
    (await db.query<{ count: number }>('select count(*) as count from api_request')).rows[0]!.count

  it('for INTAKE_KEEP_DAYS, in a partition a day that goes as a whole', async () => {
    await platform.put('kept', { total: 'x' })
    await list()
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    await sweepRequests(db, 14, inDays(14))
    expect(await count()).toBeGreaterThan(0)
    await sweepRequests(db, 14, inDays(15))
    expect(await count()).toBe(0)
    await createRequestDays(db, new Date())
  })

  it('within a size: the oldest days go, and today too if it alone takes more', async () => {
    const today = dayOf(new Date())
    await createRequestDays(db, new Date(Date.now() - 3 * 86_400_000))
    for (const day of [today - 3, today - 2, today])
      await db.query(
        `insert into api_request (id, location_id, at, duration_ms, request_id, method, path, status, refused)
         select $1::bigint * ${IDS_A_DAY} + n, $2, now(), 1, 'x', 'PUT', '/', 200, false
           from generate_series(1, 5000) n`,
        [day, platform.locationId],
      )
    const { rows } = await db.query<{ size: number }>(
      `select sum(pg_total_relation_size(relid))::bigint as size from pg_partition_tree('api_request')`,
    )
    const { size } = rows[0]!
    const days = async () =>
      (
        await db.query<{ day: string }>(
          `select right(relid::text, 8) as day from pg_partition_tree('api_request')
            where relid::text ~ '_[0-9]{8}$' order by 1`,
        )
      ).rows.map(({ day }) => day)
    await limitRequests(db, size, new Date())
    expect(await days()).toContain(dayName(today - 3))
    await limitRequests(db, size - 1, new Date())
    expect(await days()).not.toContain(dayName(today - 3))
    expect(await days()).toContain(dayName(today - 2))
    await limitRequests(db, size / 2, new Date())
    expect(await days()).not.toContain(dayName(today - 2))
    expect(await count()).toBeGreaterThan(4999)
    await limitRequests(db, 1, new Date())
    expect(await count()).toBe(0)
  })
})
