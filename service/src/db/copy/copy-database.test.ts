import { beforeAll, expect, it } from 'vitest'
import { newPlatform, oneC, startTestServer } from '../../../test/support/app/test-server.js'
import { describeOnEachPostgres, emptyDatabaseUrl, freshDatabase } from '../../../test/support/databases.js'
import { dumpSchema } from '../../../test/support/postgres/dump-schema.js'
import { fillEveryTable, fingerprint } from '../../../test/support/postgres/sample-data.js'
import { type Database, openDatabase } from '../database.js'
import { migrate } from '../migrate.js'
import { copyDatabase } from './copy-database.js'

const silent = { progress: () => {}, copied: () => {}, skipped: () => {} }

/** A migrated database without a row. */
async function emptyTarget(url: string): Promise<Database> {
  const db = openDatabase({ url, poolSize: 3 })
  await migrate(db)
  return db
}

describeOnEachPostgres('a database', pg => {
  let source: Database
  beforeAll(async () => {
    source = await pg.freshDatabase()
    await fillEveryTable(source)
  })

  it('is copied with every row of every table, into the newest PostgreSQL and back', async () => {
    const before = await fingerprint(source)
    for (const [name, { rows }] of Object.entries(before))
      expect(rows, `${name} has no sample row: give it one in fillEveryTable`).toBeGreaterThan(0)

    await using target = await emptyTarget(await emptyDatabaseUrl())
    const reported: Record<string, number> = {}
    const report = {
      ...silent,
      copied: (table: string, rows: number) => {
        reported[`public.${table}`] = rows
      },
    }
    const rows = await copyDatabase(source.url, target.url, report)
    expect(await fingerprint(target)).toEqual(before)
    expect(reported).toEqual(
      Object.fromEntries(Object.entries(before).map(([name, { rows }]) => [name, rows])),
    )
    expect(rows).toBe(Object.values(reported).reduce((sum, count) => sum + count))

    await using back = await emptyTarget(await pg.emptyDatabaseUrl())
    await copyDatabase(target.url, back.url, silent)
    expect(await fingerprint(back)).toEqual(before)
    expect(await fingerprint(source)).toEqual(before)
  })

  it('keeps keys, foreign keys and indexes as the migrations made them', async () => {
    await using target = await emptyTarget(await pg.emptyDatabaseUrl())
    const schema = await dumpSchema(target)
    await copyDatabase(source.url, target.url, silent)
    expect(await dumpSchema(target)).toBe(schema)
  })

  it('serves on as if nothing had happened: numbers go on, 1C is owed what it was', async () => {
    await using target = await emptyTarget(await pg.emptyDatabaseUrl())
    await copyDatabase(source.url, target.url, silent)
    await using server = await startTestServer(target)
    const platform = await newPlatform(server)
    const kassa = await platform.connect()
    expect((await platform.put('after')).status).toBe(201)
    expect(await oneC(server, kassa).exchange()).toHaveLength(1)
    const owed = `select count(*) as count from outbox_entry where pending_revision > confirmed_revision`
    expect((await target.query(owed)).rows).toEqual((await source.query(owed)).rows)
  })

  it('is not copied over data, which stays', async () => {
    await using target = await emptyTarget(await pg.emptyDatabaseUrl())
    await target.query(`insert into location (name, timezone) values ('Чужая', 'Europe/Moscow')`)
    const before = await fingerprint(target)
    await expect(copyDatabase(source.url, target.url, silent)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('location'),
    })
    expect(await fingerprint(target)).toEqual(before)
  })

  it('leaves a clean target when the copy is cut, and can be copied again', async () => {
    await using target = await emptyTarget(await pg.emptyDatabaseUrl())
    const [clean, schema] = [await fingerprint(target), await dumpSchema(target)]
    await using killer = openDatabase({ url: target.url, poolSize: 1 })
    const cut = copyDatabase(source.url, target.url, {
      ...silent,
      copied: table => {
        if (table !== 'sale_order') return
        void killer.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'obmen copy' and datname = current_database()`,
        )
      },
    })
    await expect(cut).rejects.toMatchObject({ message: expect.stringMatching(/база назначения.*повторите/) })
    expect(await fingerprint(target)).toEqual(clean)
    expect(await dumpSchema(target)).toBe(schema)
    await copyDatabase(source.url, target.url, silent)
    expect(await fingerprint(target)).toEqual(await fingerprint(source))
  })

  it('is read in one snapshot: who writes meanwhile waits', async () => {
    await using target = await emptyTarget(await pg.emptyDatabaseUrl())
    const before = await fingerprint(source)
    let written: Promise<unknown> | undefined
    await copyDatabase(source.url, target.url, {
      ...silent,
      copied: () => {
        written ??= source.query(`insert into location (name, timezone) values ('Поздняя', 'Europe/Moscow')`)
      },
    })
    expect(await fingerprint(target)).toEqual(before)
    await written
    await source.query(`delete from location where name = 'Поздняя'`)
  })
})

it('a table that somebody put beside ours is named and skipped', async () => {
  await using source = await freshDatabase()
  await source.query(`insert into location (name, timezone) values ('Наша', 'Europe/Moscow')`)
  await source.query('create table report as select 1 as month')
  await using target = await emptyTarget(await emptyDatabaseUrl())
  const skipped: string[] = []
  expect(
    await copyDatabase(source.url, target.url, { ...silent, skipped: table => void skipped.push(table) }),
  ).toBe(1)
  expect(skipped).toEqual(['report'])
})

it('a database without a location is taken for a mistake', async () => {
  await using source = await freshDatabase()
  await using target = await emptyTarget(await emptyDatabaseUrl())
  await expect(copyDatabase(source.url, target.url, silent)).rejects.toMatchObject({ code: 'conflict' })
})
