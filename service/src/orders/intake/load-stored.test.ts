import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { makePlace, orderBody } from '../../../test/support/place.js'
import { loadStored } from './load-puts.js'
import { saveOrders } from './save-orders.js'

describeOnEachPostgres('stored orders of a put', pg => {
  it('stored orders of a put are read by their ids alone, whatever the statistics say', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    await db.query('alter table sale_order set (autovacuum_enabled = off)')
    const bodies = Array.from({ length: 1500 }, (_, index) => ({
      body: orderBody(place, { id: `olv-${index}` }),
    }))
    await saveOrders(db, place.locationId, bodies)
    const ids = Array.from({ length: 500 }, (_, index) => ({ id: `olv-${1499 - index * 2}`, size: 1000 }))
    await db.transaction(async tx => {
      const read = async (): Promise<number> => {
        const { rows } = await tx.query<{ count: number }>(
          `select (seq_tup_read + idx_tup_fetch)::bigint as count from pg_stat_xact_user_tables where relname = 'sale_order'`,
        )
        return rows[0]!.count
      }
      const before = await read()
      const stored = await loadStored(tx, place.locationId, ids)
      expect([...stored.keys()]).toHaveLength(500)
      expect((await read()) - before).toBe(500)
    })
  })
})
