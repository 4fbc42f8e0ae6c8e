import { afterAll, describe, expect, it } from 'vitest'
import { migrateTo } from '../../test/releases/release-file.js'
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

describeOnEachPostgres('a database of release 0.2.0', pg => {
  /** As somebody who writes to the table that later migrations refer to. */
  const USE = 'lock table user_account in row exclusive mode'

  it('is migrated once its tables are free; who uses them goes on meanwhile', async () => {
    await using db = openDatabase({ url: await pg.emptyDatabaseUrl() })
    await migrateTo('0.2.0', db.url)
    const missing = await pendingMigrations(db)
    expect(missing).not.toContain('0001_schema')
    await using other = openDatabase({ url: db.url, poolSize: 1, statementTimeoutMs: 30_000 })
    let migrating: Promise<string[]> | undefined
    await db.transaction(async tx => {
      await tx.query(USE)
      migrating = migrate(db)
      const waiting = `select from pg_locks where relation = 'user_account'::regclass and not granted`
      await expect.poll(async () => (await db.query(waiting)).rowCount, { timeout: 60_000 }).toBe(1)
      expect((await other.query('update user_account set name = name')).rowCount).toBe(0)
      expect(await pendingMigrations(db)).toEqual(missing)
    })
    expect(await migrating).toEqual(missing)
    expect(await pendingMigrations(db)).toEqual([])
  })

  it('is left as it is when the program is stopped while a table is in use', async () => {
    await using db = openDatabase({ url: await pg.emptyDatabaseUrl() })
    await migrateTo('0.2.0', db.url)
    const missing = await pendingMigrations(db)
    const stop = new AbortController()
    await db.transaction(async tx => {
      await tx.query(USE)
      expect(await migrate(db, { onWait: () => stop.abort(), signal: stop.signal })).toEqual([])
    })
    expect(missing.length).toBeGreaterThan(0)
    expect(await pendingMigrations(db)).toEqual(missing)
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

  it('is refused to a user who may not create tables or the queue in it, at each start', async () => {
    for (const closed of ['schema public', 'database %I']) {
      const db = open(await emptyDatabaseUrl())
      await db.query(`do $$ begin
        execute format('revoke create on ${closed} from pg_database_owner, current_user', current_database());
      end $$`)
      for (let start = 1; start <= 2; start++)
        await expect(migrate(db), closed).rejects.toMatchObject({
          code: 'unavailable',
          message: expect.stringContaining('нельзя создавать таблицы'),
        })
    }
  })
})
