import { afterAll, describe, expect, it } from 'vitest'
import { describeOnEachPostgres, emptyDatabaseUrl } from '../../test/support/databases.js'
import { openDatabase } from './database.js'
import { listMigrations, migrate, NEWEST_MIGRATION, pendingMigrations } from './migrate.js'

it('the program is written for the newest migration', async () => {
  expect(NEWEST_MIGRATION).toBe((await listMigrations()).at(-1))
})

describeOnEachPostgres('a migrated database', pg => {
  it('has nothing pending', async () => {
    const db = await pg.freshDatabase()
    expect(await pendingMigrations(db)).toEqual([])
    expect(await migrate(db)).toEqual([])
  })

  it('of a newer program is refused, naming the migration', async () => {
    const db = await pg.freshDatabase()
    await db.query(`insert into schema_migration (name, run_on) values ('9999_of_the_future', now())`)
    await expect(migrate(db)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('9999_of_the_future'),
    })
  })
})

describe('an empty database', () => {
  const opened: AsyncDisposable[] = []
  afterAll(async () => {
    for (const db of opened) await db[Symbol.asyncDispose]()
  })
  const open = (url: string) => {
    const db = openDatabase({ url })
    opened.push(db)
    return db
  }

  it('has everything pending and gets it once, however many migrate at the same time', async () => {
    const url = await emptyDatabaseUrl()
    const [one, two, three] = [open(url), open(url), open(url)]
    const pending = await pendingMigrations(one)
    expect(pending[0]).toBe('0001_schema')
    const runs = await Promise.all([migrate(one), migrate(two), migrate(three)])
    expect(runs.flat()).toEqual(pending)
    expect(await pendingMigrations(two)).toEqual([])
  })
})
