import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { makePlace, orderBody } from '../../../test/support/place.js'
import type { Database } from '../../db/database.js'
import { saveOrders } from '../intake/save-orders.js'
import { mergeSearchWords } from './merge-search-words.js'

describeOnEachPostgres('search words of new orders', pg => {
  it('stay pending while orders keep coming, and are merged in the first pause', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const save = (from: number) =>
      saveOrders(
        db,
        place.locationId,
        Array.from({ length: 500 }, (_, index) => ({ body: orderBody(place, { id: `o-${from + index}` }) })),
      )
    const step = mergeSearchWords(db)
    await save(0)
    await step()
    const one = await pendingCost(db)
    await save(500)
    await step()
    const both = await pendingCost(db)
    expect(both).toBeGreaterThan(one)
    await step()
    expect(await pendingCost(db)).toBeLessThan(one)
  })
})

/** PostgreSQL's estimate for a search that finds nothing: it reads all pending pages. */
async function pendingCost(db: Database): Promise<number> {
  return db.transaction(async tx => {
    await tx.query('set local enable_seqscan = off')
    const { rows } = await tx.query<{ 'QUERY PLAN': [{ Plan: { 'Startup Cost': number } }] }>(
      "explain (format json) select from sale_order where search @@ 'nothing'::tsquery",
    )
    return rows[0]!['QUERY PLAN'][0].Plan['Startup Cost']
  })
}
