import { CLIENTS } from '@obmen/contract/settings'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { accepted, connect, makePlace, orderBody } from '../../test/support/place.js'
import { randomBody } from '../../test/support/sale-feed/random-body.js'
import { saveOrders } from '../orders/intake/save-orders.js'
import { inspectOrders, inspectPuts } from './inspect-orders.js'

const ORDERS = 100
/** Shown when it fails: with it the same orders come again. */
const DRAWN = `TEST_SEED=${process.env.TEST_SEED}`

describeOnEachPostgres('findings of new orders', pg => {
  it('odd new orders are saved with their findings and holds, for every client', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    for (const client of [...CLIENTS, 'auto' as const])
      await connect(db, place, { client, paymentrules: [{}], paymentmethodname: 'Карта' })
    const inputs = fc.sample(randomBody, ORDERS).map((body, index) => ({
      body: { ...body, companyId: place.companyId, id: `${index} ${body.id}`.slice(0, 190) },
    }))
    let found = 0
    const results = await saveOrders(db, place.locationId, inputs, {
      async inspect(tx, puts) {
        const warnings = await inspectPuts(tx, puts)
        const stored = async () =>
          (await tx.query('select *, ctid::text as place from order_finding order by 1, 2, 3, 4')).rows
        const before = await stored()
        // The same findings again: nothing is written.
        await inspectOrders(tx, puts.written)
        expect(await stored(), DRAWN).toEqual(before)
        found += before.length
        return warnings
      },
    })
    expect(
      results.filter(result => 'error' in result),
      DRAWN,
    ).toEqual([])
    expect(found).toBeGreaterThan(ORDERS)
    const { rowCount } = await db.query('select from outbox_entry where held_since is not null limit 1')
    expect(rowCount).toBe(1)
  }, 300_000)

  it('an item with a long name or with blanks is not taken for another one when it comes again', async () => {
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
