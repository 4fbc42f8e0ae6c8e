import { afterAll, describe, expect, it } from 'vitest'
import { describeOnEachPostgres, emptyDatabaseUrl } from '../../test/support/databases.js'
import { firstRelease } from '../../test/support/first-release.js'
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

describeOnEachPostgres('a database of the first release', pg => {
  it('is migrated once its tables are free; who uses them goes on meanwhile', async () => {
    await using db = openDatabase({ url: await pg.emptyDatabaseUrl() })
    await firstRelease(db)
    await using other = openDatabase({ url: db.url, poolSize: 1, statementTimeoutMs: 30_000 })
    let migrating: Promise<string[]> | undefined
    await db.transaction(async tx => {
      await tx.query('lock table sale_order in access share mode')
      migrating = migrate(db)
      const waiting = `select from pg_locks where relation = 'sale_order'::regclass and not granted`
      await expect.poll(async () => (await db.query(waiting)).rowCount, { timeout: 60_000 }).toBe(1)
      expect((await other.query('select from sale_order')).rowCount).toBe(0)
    })
    expect(await migrating).toContain('0008_order_size')
    expect(await pendingMigrations(db)).toEqual([])
  })

  it('is left as it is when the program is stopped while a table is in use', async () => {
    await using db = openDatabase({ url: await pg.emptyDatabaseUrl() })
    await firstRelease(db)
    const stop = new AbortController()
    await db.transaction(async tx => {
      await tx.query('lock table sale_order in access share mode')
      expect(await migrate(db, { onWait: () => stop.abort(), signal: stop.signal })).toEqual([])
    })
    expect(await pendingMigrations(db)).toContain('0002_sent_entries')
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
    expect(pending[0]).toBe('0001_foundation')
    const runs = await Promise.all([migrate(one), migrate(two), migrate(three)])
    expect(runs.flat()).toEqual(pending)
    expect(await pendingMigrations(two)).toEqual([])
  })
})
