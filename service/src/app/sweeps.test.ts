import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { readConfig } from '../config.js'
import { createLog } from '../log.js'
import { startSweeps } from './sweeps.js'

describeOnEachPostgres('the sweeps', pg => {
  it('stop at once while a table that they need is locked, and leave no statement behind', async () => {
    const db = await pg.freshDatabase()
    const waitingForLocks = async (): Promise<number> => {
      const { rows } = await db.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows[0]!.count
    }
    await db.transaction(async tx => {
      await tx.query('lock table outbox_batch in access exclusive mode')
      const sweeps = startSweeps({ config: readConfig({}), db, log: createLog('silent') })
      await expect.poll(waitingForLocks).toBe(1)
      await sweeps[Symbol.asyncDispose]()
      // A busy database takes its time to cancel it; the table stays locked as long.
      await expect.poll(waitingForLocks).toBe(0)
    })
    const { rows } = await db.query<{ alive: number }>('select 1 as alive')
    expect(rows).toEqual([{ alive: 1 }])
  })
})
