import { CLIENTS } from '@obmen/contract/settings'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { accepted, connect, makePlace, orderBody } from '../../../test/support/place.js'
import { randomBody } from '../../../test/support/sale-feed/random-body.js'
import { startReading } from '../../api/intake/start-reading.js'
import { readConfig } from '../../config.js'
import type { Queryable } from '../../db/database.js'
import { saveOrderGroups, saveOrders } from '../../orders/intake/save-orders.js'
import type { SaveResult } from '../../orders/intake/save-types.js'
import { inspectOrders } from '../inspect-orders.js'
import { inspectPuts } from './inspect-puts.js'

const GROUP = 60
const GROUPS = 5
/** Told when it fails: with it the same orders come again. */
const DRAWN = `TEST_SEED=${process.env.TEST_SEED}`

describeOnEachPostgres('what is found of new orders', pg => {
  it('while they are put is what is found of them later, odd as they may be: findings, tasks, holds', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    for (const client of [...CLIENTS, 'auto' as const])
      await connect(db, place, { client, paymentrules: [{}], paymentmethodname: 'Карта' })
    await connect(db, place, {
      ...{ client: 'bp', paymentrules: [{ gateway: 'CKassa' }], paymentmethodname: 'Карта' },
      ...{ payments: 'documents', closedbefore: '2024-01-01' },
    })
    await using reading = startReading(readConfig({ DATA_DIR: '/nowhere' }))
    const bodies = fc.sample(randomBody, GROUP * GROUPS)
    const inputs = bodies.map((body, index) => ({
      body: Buffer.from(
        JSON.stringify({ ...body, companyId: place.companyId, id: `${index} ${body.id}`.slice(0, 190) }),
      ),
    }))
    const groups = Array.from({ length: GROUPS }, (_, group) =>
      inputs.slice(group * GROUP, (group + 1) * GROUP),
    )
    const { inspect, ...read } = reading.of(place.locationId)
    const kept = { findings: 0, tasks: 0, holds: 0 }
    let predicted = 0
    const results: SaveResult[] = []
    const saving = saveOrderGroups(db, place.locationId, groups, {
      ...read,
      async inspect(tx, puts) {
        const done = await inspect(tx, puts)
        const keys = puts.fresh.map(({ key }) => key)
        const before = await keptOf(tx, keys)
        await inspectOrders(tx, keys)
        expect(await keptOf(tx, keys), DRAWN).toEqual(before)
        for (const each of ['findings', 'tasks', 'holds'] as const) kept[each] += before[each].length
        predicted += puts.fresh.filter(({ order }) => order.prediction?.found.length).length
        return done
      },
    })
    for await (const saved of saving) results.push(...saved)
    expect(
      results.filter(result => 'error' in result),
      DRAWN,
    ).toEqual([])
    expect(kept.findings).toBeGreaterThan(GROUP)
    expect(kept.holds).toBeGreaterThan(0)
    expect(predicted).toBeGreaterThan(GROUP)
  }, 300_000)

  it('that nobody foresaw, plain ones and others, is what is found of them later', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    for (const client of ['bp', 'auto'] as const)
      await connect(db, place, { client, paymentrules: [{}], paymentmethodname: 'Карта' })
    const odd = [{}, { currency: 'USD' }, { vatIncluded: false }]
    const bodies = [...odd, { comment: 'x'.repeat(5000) }, { placedAt: '2020-01-01T10:00:00Z' }, {}]
    let inspected = 0
    await saveOrders(
      db,
      place.locationId,
      bodies.map((changes, index) => ({ body: { ...orderBody(place), ...changes, id: `olv-${index}` } })),
      {
        async inspect(tx, puts) {
          const done = await inspectPuts(tx, puts)
          const keys = puts.fresh.map(({ key }) => key)
          const before = await keptOf(tx, keys)
          await inspectOrders(tx, keys)
          expect(await keptOf(tx, keys)).toEqual(before)
          expect(before.findings.length).toBeGreaterThan(2)
          inspected += keys.length
          return done
        },
      },
    )
    expect(inspected).toBeGreaterThan(4)
  })

  it('is nothing where an item has a long name, or one with blanks in it: that is how it came first', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    await connect(db, place, { client: 'bp', paymentrules: [{}], paymentmethodname: 'Карта' })
    const [line] = orderBody(place).lines
    for (const name of ['Аренда   зала', `Аренда ${'большого '.repeat(30)}зала`]) {
      const body = orderBody(place, {
        id: name.slice(0, 20),
        lines: [{ ...line!, id: name.slice(0, 20), name }],
      })
      for (const comment of [undefined, 'снова']) {
        const [saved] = await saveOrders(db, place.locationId, [{ body: { ...body, comment } }], {
          inspect: inspectPuts,
        })
        expect(accepted(saved).warnings.map(({ code }) => code)).not.toContain('item-id-reused')
      }
    }
  })
})

/** All that is kept of these orders; what is written anew has another place. */
async function keptOf(
  tx: Queryable,
  keys: readonly number[],
): Promise<Record<'findings' | 'tasks' | 'holds', object[]>> {
  const all = async (sql: string): Promise<object[]> => (await tx.query(sql, [keys])).rows
  return {
    findings: await all(
      `select *, ctid::text as place from order_finding where order_key = any($1)
        order by integration_key, order_key, code, path`,
    ),
    tasks: await all(
      'select * from accounting_task where order_key = any($1) order by integration_key, order_key, event',
    ),
    holds: await all(
      `select integration_key, order_key, held_kind, held_code, held_reason, held_since from outbox_entry
        where order_key = any($1) and held_since is not null order by integration_key, order_key`,
    ),
  }
}
