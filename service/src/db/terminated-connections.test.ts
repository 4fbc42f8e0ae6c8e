import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { type Database, openDatabase } from './database.js'
import { migrate, pendingMigrations } from './migrate.js'

const WITHIN = { timeout: 60_000, interval: 20 }

/** Ends every session of this database except its own; an error without a listener would end this process, and the run. */
async function terminateAll(killer: Database, where = 'true'): Promise<number> {
  const { rows } = await killer.query<{ count: number }>(
    `select count(pg_terminate_backend(pid)) as count from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and ${where}`,
  )
  return rows[0]!.count
}

describeOnEachPostgres('a session that the server ends', pg => {
  let db: Database
  let killer: Database
  let reported: Error[]
  beforeEach(async () => {
    const { url } = await pg.freshDatabase()
    reported = []
    db = openDatabase({ url, poolSize: 3, onError: error => reported.push(error) })
    killer = openDatabase({ url, poolSize: 1 })
    await db.query('create table t (a int primary key, b text)')
    return async () => {
      await db[Symbol.asyncDispose]()
      await killer[Symbol.asyncDispose]()
    }
  })
  const serves = async () => expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  /** Waits until a session is where the test wants it, and ends it there. */
  const terminateOnce = (where: string) =>
    expect.poll(() => terminateAll(killer, where), WITHIN).toBeGreaterThan(0)

  it('costs nobody anything while it is idle in the pool', async () => {
    await Promise.all([1, 2, 3].map(() => db.query('select pg_sleep(0.05)')))
    expect(await terminateAll(killer)).toBe(3)
    await expect.poll(() => reported.length, WITHIN).toBe(3)
    await serves()
  })

  it('fails the statement that it was at', async () => {
    const asked = db.query('select pg_sleep(60)')
    asked.catch(() => undefined)
    await terminateOnce(`query like '%pg_sleep(60)%' and state = 'active'`)
    await expect(asked).rejects.toMatchObject({ code: '57P01' })
    await serves()
  })

  it('fails the next statement of its transaction', async () => {
    const broken = db.transaction(async tx => {
      await tx.query('select 1')
      await terminateOnce(`state = 'idle in transaction'`)
      await tx.query('select 2')
    })
    await expect(broken).rejects.toThrow()
    await serves()
  })

  it('is replaced where it listens', async () => {
    const heard: string[] = []
    await using _listening = await db.listen('channel', payload => heard.push(payload))
    await terminateOnce(`query like 'listen %'`)
    await expect
      .poll(async () => {
        await db.query(`select pg_notify('channel', 'here')`)
        return heard
      }, WITHIN)
      .toContain('here')
  })

  it('fails a migration, which changes nothing and can be repeated', async () => {
    await using fresh = openDatabase({ url: await pg.emptyDatabaseUrl() })
    await using other = openDatabase({ url: fresh.url, poolSize: 1 })
    const held = fresh.transaction(async tx => {
      // The migration waits for whoever makes a table of that name.
      await tx.query('create table company (a int)')
      const migrating = migrate(fresh)
      migrating.catch(() => undefined)
      await expect.poll(() => terminateAll(other, `wait_event_type = 'Lock'`), WITHIN).toBeGreaterThan(0)
      await expect(migrating).rejects.toThrow()
      throw new Error('made way')
    })
    await expect(held).rejects.toThrow('made way')
    const pending = await pendingMigrations(fresh)
    expect(await migrate(fresh)).toEqual(pending)
  })
})

it('every connection is made where its errors are listened to', () => {
  const folder = new URL('..', import.meta.url)
  const makers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    name =>
      name.endsWith('.ts') &&
      !name.endsWith('.test.ts') &&
      /(new|extends) pg\.(Client|Pool)|databaseUrl: db\.url/.test(
        readFileSync(new URL(name, folder), 'utf8'),
      ),
  )
  expect(makers).toEqual(['db/database.ts', 'db/queue-pool.ts'])
})
