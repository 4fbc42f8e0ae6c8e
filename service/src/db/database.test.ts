import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { openDatabase, type Queryable } from './database.js'

describeOnEachPostgres('a connection of the pool', pg => {
  it('is replaced at the end of its lifetime, with what it prepared, but not within a transaction', async () => {
    const { url } = await pg.freshDatabase()
    await using db = openDatabase({ url, poolSize: 1, lifetimeSeconds: 1 })
    const prepared = async (tx: Queryable) => {
      const { rows } = await tx.query<{ name: string }>('select name from pg_prepared_statements')
      return rows.map(({ name }) => name)
    }
    await db.transaction(async tx => {
      await tx.query('select 1', [], 'of-one-day')
      await tx.query('select pg_sleep(1.5)')
      expect(await prepared(tx)).toEqual(['of-one-day'])
    })
    await expect.poll(() => prepared(db), { timeout: 60_000 }).toEqual([])
  })
})
