import type { Settings } from '@obmen/contract/settings'
import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import {
  changeSettings,
  connect,
  makePlace,
  orderBody,
  put,
  recalculate,
  type TestIntegration,
  type TestPlace,
} from '../../test/support/place.js'
import type { Database, Queryable } from '../db/database.js'
import { markStale, requestFindings } from '../findings/recalculate.js'
import { saveOrders } from '../orders/intake/save-orders.js'
import { inspectPuts } from './inspect-orders.js'
import { stepFindings, stepStale } from './step-findings.js'

const LARGE = ['olv-1', 'olv-2', 'olv-3']
const SMALL = {
  lines: [
    {
      ...{ id: 'svc-0', name: 'Аренда', kind: 'service' as const, quantity: '1' },
      ...{ price: '1.00', amount: '1.00', vat: 'none' as const },
    },
  ],
  total: '1.00',
  payments: [],
}

describeOnEachPostgres('findings of large orders', pg => {
  let db: Database
  let place: TestPlace
  let integration: TestIntegration
  beforeAll(async () => {
    db = await pg.freshDatabase()
    place = await makePlace(db)
    integration = await connect(db, place, { paymentrules: [{}], paymentmethodname: 'Карта' })
    const lines = Array.from({ length: 5000 }, (_, at) => ({
      ...{ id: `svc-${at}`, name: 'Аренда переговорной комнаты'.repeat(3), kind: 'service' as const },
      ...{ quantity: '1', price: '1.00', amount: '1.00', vat: 'none' as const },
    }))
    for (const id of LARGE)
      expect(await put(db, place, { id, lines, total: '5000.00', payments: [] })).toMatchObject({
        status: 201,
      })
    // For a server must hold all orders of a step as values.
    const { rows } = await db.query<{ least: number }>('select min(content_size) as least from sale_order')
    expect(rows[0]!.least).toBeGreaterThan(2 ** 20)
  })

  it('that were marked, some several times, are found anew a few at a time', async () => {
    await db.query(
      'insert into finding_stale (integration_key, order_key) select $1, key from sale_order, generate_series(1, 5)',
      [integration.key],
    )
    const left: number[] = []
    do left.push((await db.query('select from finding_stale')).rowCount)
    while (await stepStale(db))
    expect(left).toEqual([15, 10, 5, 0])
  })

  it('count with what was given of them in earlier revisions', async () => {
    for (const id of LARGE)
      expect(await put(db, place, { id, ...SMALL })).toMatchObject({ status: 200, revision: 2 })
    const { rows } = await db.query<{ most: number }>('select max(content_size) as most from sale_order')
    expect(rows[0]!.most).toBeLessThan(10_000)
    await db.query('delete from finding_recalculation')
    await db.query('insert into finding_recalculation (integration_key) values ($1)', [integration.key])
    const step = () => stepFindings(db, integration.key)
    expect([await step(), await step(), await step()]).toEqual([true, true, false])
  })
})

describeOnEachPostgres('orders that are put after the settings changed', pg => {
  const PLACED_BEFORE = { closedbefore: '2027-01-01' }

  it('are found by the new ones at once, and not a second time', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key } = await connect(db, place, { ...RULES })
    while (await stepFindings(db, key));
    await putAndInspect(db, place, 'before-1')
    await putAndInspect(db, place, 'before-2')
    await changeSettings(db, place, key, { ...RULES, ...PLACED_BEFORE })
    await recalculate(db, key)
    await putAndInspect(db, place, 'after-1')
    await putAndInspect(db, place, 'after-2')
    const after = await findingsOf(db, key, 'after-%')
    expect(after.map(({ code }) => code)).toEqual(['closed-period-risk', 'closed-period-risk'])
    expect(await findingsOf(db, key, 'before-%')).toEqual([])
    const step = () => stepFindings(db, key, 1)
    expect([await step(), await step(), await step()]).toEqual([true, true, false])
    expect((await findingsOf(db, key, 'before-%')).map(({ code }) => code)).toEqual([
      'closed-period-risk',
      'closed-period-risk',
    ])
    // Rows that are written anew have another place.
    expect(await findingsOf(db, key, 'after-%')).toEqual(after)
  })

  it('are found anew where puts went on while it changed', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key } = await connect(db, place, { ...RULES })
    while (await stepFindings(db, key));
    await putAndInspect(db, place, 'before')
    await db.transaction(tx => requestFindings(tx, key, { putsWait: false }))
    await putAndInspect(db, place, 'after')
    const step = () => stepFindings(db, key, 1)
    expect([await step(), await step(), await step()]).toEqual([true, true, false])
  })
})

describeOnEachPostgres('findings that were asked for', pg => {
  it('are found once by two servers at the same time', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const { key } = await connect(db, place, { ...RULES })
    for (let number = 1; number <= 6; number++) await putAndInspect(db, place, `before-${number}`)
    await changeSettings(db, place, key, { ...RULES, closedbefore: '2027-01-01' })
    await recalculate(db, key)
    const server = async (): Promise<void> => {
      while (await stepFindings(db, key, 1));
    }
    await Promise.all([server(), server()])
    expect((await findingsOf(db, key, 'before-%')).map(({ code }) => code)).toEqual(
      Array(6).fill('closed-period-risk'),
    )
    expect((await db.query('select from finding_recalculation')).rowCount).toBe(0)
  })
})

describeOnEachPostgres('findings of orders that are locked', pg => {
  let db: Database
  let place: TestPlace
  const both: TestIntegration[] = []
  beforeAll(async () => {
    db = await pg.freshDatabase()
    place = await makePlace(db)
    for (let n = 0; n < 2; n++) both.push(await connect(db, place, { ...RULES }))
    for (let number = 1; number <= 3; number++) await putAndInspect(db, place, `olv-${number}`)
    for (const { key } of both) while (await stepFindings(db, key));
  })
  const close = async (key: number, closedbefore: string): Promise<void> => {
    await changeSettings(db, place, key, { ...RULES, closedbefore })
    await recalculate(db, key)
  }
  const lock = async (tx: Queryable, id: string): Promise<void> => {
    await tx.query('select from sale_order where id = $1 for no key update', [id])
  }
  const closedIn = async (key: number): Promise<number> => (await findingsOf(db, key, 'olv-%')).length

  it('are found once nobody has them locked, those of others at once', async () => {
    const { key } = both[0]!
    await close(key, '2027-01-01')
    await db.transaction(async tx => {
      await lock(tx, 'olv-1')
      while (await stepFindings(db, key, 2));
      expect(await closedIn(key)).toBe(2)
      expect(await stepStale(db)).toBe(false)
    })
    while (await stepStale(db));
    expect(await closedIn(key)).toBe(3)
  })

  it('stay marked, and hold up none that are marked behind them', async () => {
    const { key } = both[0]!
    const { rows } = await db.query<{ key: number }>('select key from sale_order order by key')
    await db.query('delete from order_finding')
    await markStale(
      db,
      key,
      rows.map(row => row.key),
    )
    await db.transaction(async tx => {
      await lock(tx, 'olv-1')
      expect([
        await stepStale(db, { orders: 1 }),
        await stepStale(db, { orders: 1 }),
        await stepStale(db, { orders: 1 }),
      ]).toEqual([true, true, false])
      expect(await closedIn(key)).toBe(2)
    })
    while (await stepStale(db));
    expect(await closedIn(key)).toBe(3)
    expect((await db.query('select from finding_stale')).rowCount).toBe(0)
  })

  it('by another 1C of the company, which finds them at the same moment, are found for both', async () => {
    for (const { key } of both) await close(key, '2026-01-01')
    for (const { key } of both) while (await stepFindings(db, key));
    for (const { key } of both) await close(key, '2027-01-01')
    await Promise.all(
      both.map(async ({ key }) => {
        while (await stepFindings(db, key));
      }),
    )
    while (await stepStale(db));
    expect(await Promise.all(both.map(({ key }) => closedIn(key)))).toEqual([3, 3])
  })
})

describeOnEachPostgres('a mark for new findings', pg => {
  let db: Database
  let key: number
  let orderKey: number
  beforeAll(async () => {
    db = await pg.freshDatabase()
    const place = await makePlace(db)
    key = (await connect(db, place, { ...RULES })).key
    await putAndInspect(db, place, 'olv')
    orderKey = (await db.query<{ key: number }>('select key from sale_order')).rows[0]!.key
  })

  it('joins an earlier one, which is not taken until that is committed', async () => {
    for (let n = 0; n < 3; n++) await markStale(db, key, [orderKey, orderKey])
    expect(await marks()).toBe(1)
    await db.transaction(async tx => {
      await markStale(tx, key, [orderKey])
      expect(await stepStale(db)).toBe(false)
    })
    expect(await marks()).toBe(1)
    expect(await stepStale(db)).toBe(true)
  })

  it('that others hold leaves the other ones of its order to be taken', async () => {
    await markStale(db, key, [orderKey])
    await db.transaction(async tx => {
      await tx.query('select from finding_stale for key share')
      await db.query('insert into finding_stale (integration_key, order_key) values ($1, $2)', [
        key,
        orderKey,
      ])
      expect(await stepStale(db)).toBe(true)
      expect(await stepStale(db)).toBe(false)
    })
    expect(await stepStale(db)).toBe(true)
    expect(await marks()).toBe(0)
  })

  it('does not wait until an earlier one is taken', async () => {
    await markStale(db, key, [orderKey])
    await db.transaction(async tx => {
      await tx.query('delete from finding_stale')
      await db.transaction(async other => {
        await other.query("set local lock_timeout = '1s'")
        await markStale(other, key, [orderKey])
      })
    })
    expect(await stepStale(db)).toBe(true)
  })

  const marks = async (): Promise<number> => (await db.query('select from finding_stale')).rowCount
})

async function putAndInspect(db: Database, place: TestPlace, id: string): Promise<void> {
  const [saved] = await saveOrders(db, place.locationId, [{ body: orderBody(place, { id }) }], {
    inspect: inspectPuts,
  })
  expect(saved).toMatchObject({ status: 201 })
}

const RULES: Settings = { client: 'bp', paymentrules: [{}], paymentmethodname: 'Карта' }

async function findingsOf(db: Database, key: number, id: string): Promise<{ code: string; place: string }[]> {
  const { rows } = await db.query<{ code: string; place: string }>(
    `select f.code, f.ctid::text as place from order_finding f join sale_order o on o.key = f.order_key
      where f.integration_key = $1 and o.id like $2 and f.severity = 'blocks' order by o.id, f.code`,
    [key, id],
  )
  return rows
}
