import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import {
  connect,
  makePlace,
  orderBody,
  type TestIntegration,
  type TestPlace,
} from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { saveOrders } from '../intake/save-orders.js'
import { countOrders } from './count-orders.js'
import { LIST_LIMITS, type ListLimits } from './find-page.js'
import { filterSql, type OrderFilter } from './list-filter.js'
import { listOrders, type OrderListQuery } from './list-orders.js'

/** More than one statement looks through, and more than are ever sorted. */
const MANY = 45_000
const SEED = 100

describeOnEachPostgres('a page among very many orders', pg => {
  let db: Database
  let place: TestPlace
  let integration: TestIntegration
  beforeAll(async () => {
    db = await pg.freshDatabase()
    place = await makePlace(db)
    integration = await connect(db, place)
    const orders = Array.from({ length: SEED }, (_, index) => ({
      body: orderBody(place, {
        ...{ id: `olv-${index}`, number: `OLV/${index}`, placedAt: '2026-11-17T12:00:00+05:00' },
        customer: {
          id: `c-${index}`,
          kind: 'organization',
          name: `ООО «Вектор ${700 + index}»`,
          inn: '7707083893',
        },
      }),
    }))
    for (const result of await saveOrders(db, place.locationId, orders))
      expect(result).toMatchObject({ status: 201 })
    await db.query(
      `insert into sale_order (location_id, id, company_id, sequence_number, platform_number, revision, content, payment_numbers,
                               status, canceled, gateways, placed_at, total, customer_name, search, content_size, currency)
       select location_id, id || '-' || n, company_id, sequence_number + n * ${SEED}, platform_number, revision, content, payment_numbers,
              status, canceled, gateways, placed_at - n * interval '1 hour' - sequence_number * interval '1 second', total, customer_name, search, content_size, currency
         from sale_order cross join generate_series(1, $1) n`,
      [MANY / SEED - 1],
    )
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision, confirmed_revision, confirmed_at)
       select $1, key, 1, 1, 1, now() from sale_order o
        where not exists (select from outbox_entry e where e.order_key = o.key)`,
      [integration.key],
    )
    // A few of each, far down the list.
    const change = (what: string, ...numbers: number[]) =>
      db.query(`update sale_order set ${what} where sequence_number = any($1)`, [numbers])
    await change(`gateways = '{Rare,CKassa}'`, 30_017, 40_002, 44_999)
    await change(`status = 'refunded', search = search || array_to_tsvector('{=refunded}')`, 25_000, 44_000)
    await change(`search = search || array_to_tsvector('{редкий}')`, 20_000, 33_333)
    // More than are ever sorted, none of them among the newest; and two in many orders each, of which three have both.
    await db.query(
      `update sale_order set search = search || array_to_tsvector(array_remove(array[
         case when sequence_number > 23000 then 'прежний' end,
         case when sequence_number % 5 = 0 or sequence_number in (30001, 40001, 44001) then 'альфа' end,
         case when sequence_number % 5 = 1 then 'бета' end], null)) where sequence_number > ${SEED}`,
    )
    await db.query(
      `delete from outbox_entry where order_key in (select key from sale_order where sequence_number = any($1))`,
      [[44_100, 44_200]],
    )
    await db.query(
      `update outbox_entry set confirmed_revision = 0
        where order_key in (select key from sale_order where sequence_number = any($1))`,
      [[31_000, 44_300]],
    )
    await db.query('vacuum analyze sale_order, outbox_entry')
  }, 300_000)

  const patient = { ...LIST_LIMITS, timeoutMs: Number.POSITIVE_INFINITY }
  const page = (query: Partial<OrderListQuery>, limits = patient) =>
    listOrders(db, place.locationId, { limit: 50, ...query }, limits)
  const numbers = async (query: Partial<OrderListQuery>): Promise<[number[], boolean]> => {
    const { items, next } = await page(query)
    return [items.map(({ sequenceNumber }) => sequenceNumber), next === null]
  }

  it.each<[OrderFilter, number[]]>([
    [{ gateway: 'Rare' }, [30_017, 40_002, 44_999]],
    [{ gateway: 'Rare', status: 'purchased', q: 'вектор' }, [30_017, 40_002, 44_999]],
    [{ status: 'refunded' }, [25_000, 44_000]],
    [{ q: 'редкий' }, [20_000, 33_333]],
    [{ q: 'вектор редкий' }, [20_000, 33_333]],
    [{ q: 'редкий вектор', status: 'purchased', gateway: 'CKassa' }, [20_000, 33_333]],
    [{ q: '44999' }, [44_999]],
    [{ state: 'not-matching' }, [44_100, 44_200]],
    [{ state: 'not-matching', gateway: 'CKassa' }, [44_100, 44_200]],
    [{ state: 'confirmed', gateway: 'Rare' }, [30_017, 40_002, 44_999]],
    [{ gateway: 'Nowhere' }, []],
    [{ q: 'вектор никогда' }, []],
  ])('is whole, and the only one, for few that fit: %j', async (filter, expected) => {
    expect(await numbers(filter)).toEqual([expected, true])
    expect(await numbers({ ...filter, sort: 'placedAt' })).toEqual([expected.toReversed(), true])
  })

  it('follows the one before it without a gap or a double, whatever way either was found', async () => {
    const few = { ...patient, window: 1000, candidates: 1000 }
    for (const [filter, limits] of [
      [{ q: 'вектор 777' }],
      [{ q: '770 707' }],
      [{ status: 'purchased', q: 'olv-7' }],
      [{ state: 'confirmed', q: 'olv/77' }],
      [{ gateway: 'CKassa', from: '2026-11-01T00:00:00Z', q: '790' }],
      [{ q: 'прежний' }],
      [{ q: 'прежний 77' }, few],
      [{ q: 'прежний альфа', status: 'purchased', to: '2026-10-01T00:00:00Z' }, few],
      [{ q: 'прежний', sort: 'placedAt' }, few],
    ] as [Partial<OrderListQuery>, ListLimits?][]) {
      const values: unknown[] = []
      const { range, rest } = filterSql(filter, place.locationId, values)!
      const direction = filter.sort ? 'asc' : 'desc'
      const all = await db.query<{ n: number }>(
        `select sequence_number as n from sale_order o where ${range} and ${rest}
          order by placed_at ${direction}, key ${direction} limit 900`,
        values,
      )
      const found: number[] = []
      let cursor: string | undefined
      do {
        const { items, next } = await page({ ...filter, limit: 300, cursor }, limits)
        found.push(...items.map(({ sequenceNumber }) => sequenceNumber))
        if (next !== null) expect(items.length, JSON.stringify(filter)).toBe(300)
        cursor = next ?? undefined
      } while (cursor !== undefined && found.length < 900)
      expect(found.slice(0, 900), JSON.stringify(filter)).toEqual(all.rows.map(({ n }) => n))
    }
  })

  it('is whole for many old matches, and for few that have two frequent words, without a walk', async () => {
    const hurried = { ...patient, timeoutMs: 0 }
    const { items, next } = await page({ q: 'прежний' }, hurried)
    expect(items.map(({ sequenceNumber }) => sequenceNumber)).toHaveLength(50)
    expect(next).not.toBeNull()
    const both = await page({ q: 'бета альфа' }, { ...hurried, window: 1000 })
    expect([both.items.map(({ sequenceNumber }) => sequenceNumber), both.next]).toEqual([
      [30_001, 40_001, 44_001],
      null,
    ])
  })

  it('is whole for very many that are owed, all of them old, without a walk', async () => {
    const idle = await connect(db, place)
    await db.query('delete from outbox_entry where integration_key = $1', [idle.key])
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision)
       select $1, key, 1, 1 from sale_order where sequence_number between 40001 and 43000 on conflict do nothing`,
      [idle.key],
    )
    await db.query('analyze outbox_entry')
    const { rows } = await db.query<{ n: number; placedAt: Date }>(
      `select sequence_number as n, placed_at as "placedAt" from sale_order where sequence_number between 40001 and 43000
        order by placed_at desc, key desc`,
    )
    // Within dates, though most of the owed orders are of other dates.
    const to = rows[2500]!.placedAt.toISOString()
    const older = rows.filter(({ placedAt }) => placedAt.toISOString() < to).map(({ n }) => n)
    const hurried = { ...patient, window: 1000, timeoutMs: 0 }
    const owed = { state: 'owed', integrationId: idle.id } as const
    expect((await page(owed, hurried)).items).toHaveLength(50)
    const { items, next } = await page({ ...owed, to, limit: 600 }, hurried)
    expect([items.map(({ sequenceNumber }) => sequenceNumber), next]).toEqual([older, null])
    expect(await countOrders(db, place.locationId, { ...owed, to }, { window: 2600 })).toMatchObject({
      count: older.length,
      exact: true,
    })
    const window = 1000
    const { count, exact } = await countOrders(db, place.locationId, owed, { window })
    expect([count, exact], 'no fewer than were seen').toEqual([window, false])
    await db.query('delete from outbox_entry where integration_key = $1', [idle.key])
    await db.query('delete from integration where key = $1', [idle.key])
  })

  it('of some companies is counted to its end, however many orders the others have', async () => {
    const few = [30_001, 40_001, 44_001]
    const { rows } = await db.query<{ id: string }>(
      `insert into company (location_id, name, inn) values ($1, 'Лютик', '7707083893') returning id`,
      [place.locationId],
    )
    const move = (to: string) =>
      db.query('update sale_order set company_id = $1 where sequence_number = any($2)', [to, few])
    await move(rows[0]!.id)
    const filter = { companyId: rows[0]!.id, from: '2000-01-01T00:00:00Z' }
    const total = await countOrders(db, place.locationId, filter, { window: 1000 })
    await move(place.companyId)
    await db.query('delete from company where id = $1', [rows[0]!.id])
    expect(total).toMatchObject({ count: few.length, exact: true })
  })

  it('ends early when looking takes too long, and the next goes on', async () => {
    const found: number[] = []
    let pages = 0
    for (let cursor: string | undefined; pages === 0 || cursor !== undefined; pages++) {
      // 25 times as many are looked through at once, which is not all.
      const limits = { ...patient, window: 1000, timeoutMs: 0 }
      const { items, next } = await page({ state: 'not-matching', cursor }, limits)
      found.push(...items.map(({ sequenceNumber }) => sequenceNumber))
      cursor = next ?? undefined
    }
    expect(found).toEqual([44_100, 44_200])
    expect(pages).toBeGreaterThan(1)
  })

  it('is whole for those that are confirmed, or on their way, however few, without a walk', async () => {
    const failing = await connect(db, place)
    await db.query(
      `insert into outbox_entry (integration_key, order_key, latest_revision, pending_revision)
       select $1, key, 1, 1 from sale_order on conflict do nothing`,
      [failing.key],
    )
    const of = `order_key in (select key from sale_order where sequence_number = any($2)) and integration_key = $1`
    await db.query(`update outbox_entry set confirmed_revision = 1, confirmed_at = now() where ${of}`, [
      failing.key,
      [35_000, 44_444],
    ])
    await db.query(
      `with b as (insert into outbox_batch (integration_key, state, sent_at) values ($1, 'sent', now()) returning id)
       insert into outbox_batch_item (batch_id, order_key, revision, resend_count)
       select b.id, e.order_key, 1, 0 from b, outbox_entry e where ${of}`,
      [failing.key, [36_000, 44_555]],
    )
    await db.query('vacuum analyze outbox_entry, outbox_batch, outbox_batch_item')
    const hurried = { ...patient, timeoutMs: 0 }
    for (const [state, expected] of [
      ['confirmed', [35_000, 44_444]],
      ['offered', [36_000, 44_555]],
    ] as const) {
      const { items, next } = await page({ state, integrationId: failing.id }, hurried)
      expect([state, items.map(({ sequenceNumber }) => sequenceNumber), next]).toEqual([
        state,
        expected,
        null,
      ])
    }
  })
})
