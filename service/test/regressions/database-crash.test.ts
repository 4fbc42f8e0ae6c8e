import { expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.js'
import { freshDatabase } from '../support/databases.js'

// A connection in use that broke had no listener for its error: the whole process ended.
it('a connection that breaks during a transaction fails that transaction and nothing else', async () => {
  await using owner = await freshDatabase()
  await using db: Database = openDatabase({ url: owner.url, poolSize: 2 })
  const uncaught: unknown[] = []
  const note = (error: unknown): void => void uncaught.push(error)
  process.on('uncaughtExceptionMonitor', note)
  try {
    await expect(
      db.transaction(async tx => {
        const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
        await owner.query('select pg_terminate_backend($1)', [rows[0]!.pid])
        // Between two statements: nobody waits for the connection when it goes.
        await expect
          .poll(
            async () =>
              (await owner.query('select from pg_stat_activity where pid = $1', [rows[0]!.pid])).rowCount,
          )
          .toBe(0)
        await new Promise(resolve => setTimeout(resolve, 100))
        return tx.query('select 1')
      }),
    ).rejects.toThrow()
    expect(uncaught).toEqual([])
    expect((await db.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }])
  } finally {
    process.off('uncaughtExceptionMonitor', note)
  }
})
