import { beforeAll, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { connect, makePlace, put, type TestIntegration, type TestPlace } from '../../test/support/place.js'
import type { Database } from '../db/database.js'
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

  it('that were marked are found anew a few at a time', async () => {
    await db.query('insert into finding_stale select $1, key from sale_order on conflict do nothing', [
      integration.key,
    ])
    const left: number[] = []
    do left.push((await db.query('select from finding_stale')).rowCount)
    while (await stepStale(db))
    expect(left).toEqual([3, 2, 1, 0])
  })

  it('of an integration are found anew a few at a time', async () => {
    await db.query('delete from finding_recalculation')
    await db.query('insert into finding_recalculation (integration_key) values ($1)', [integration.key])
    const step = () => stepFindings(db, integration.key)
    expect([await step(), await step(), await step()]).toEqual([true, true, false])
  })

  it('count with what was given of them in earlier revisions', async () => {
    for (const id of LARGE)
      expect(await put(db, place, { id, ...SMALL })).toMatchObject({ status: 200, revision: 2 })
    const { rows } = await db.query<{ most: number }>('select max(content_size) as most from sale_order')
    expect(rows[0]!.most).toBeLessThan(10_000)
    await db.query('insert into finding_recalculation (integration_key) values ($1)', [integration.key])
    const step = () => stepFindings(db, integration.key)
    expect([await step(), await step(), await step()]).toEqual([true, true, false])
  })
})
