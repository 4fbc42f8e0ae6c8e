import { expect, it } from 'vitest'
import { awayFromMidnight } from '../../test/support/away-from-midnight.js'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { openSession } from '../../test/support/place.js'
import { createDays } from '../journal/partitions.js'
import { type DailyTable, dropPartitions, listDays, maintainPartitions } from './daily-tables.js'
import { type Database, openDatabase } from './database.js'
import { dayName, dayOf, firstIdOf, IDS_A_DAY } from './days.js'

const DAY_MS = 86_400_000
const JOURNAL: DailyTable[] = [{ name: 'journal_entry', id: 'id' }]
const REQUESTS = { tables: [{ name: 'api_request', id: 'id' }], keepDays: 14 }

describeOnEachPostgres('tables by day', pg => {
  const write = (db: Database, daysAgo: number, count: number) =>
    db.query(
      `insert into api_request (id, location_id, at, duration_ms, request_id, method, path, status, refused)
       select $1::bigint + n, gen_random_uuid(), now(), 1, 'x', 'PUT', '/', 200, false from generate_series(1, $2::int) n`,
      [firstIdOf(dayOf(new Date()) - daysAgo), count],
    )
  const count = async (db: Database, table: string) =>
    (await db.query<{ count: number }>(`select count(*) as count from ${table}`)).rows[0]!.count

  /** A database as it was before its first server came. */
  const withoutDays = async (tables: readonly DailyTable[]): Promise<Database> => {
    const db = await pg.freshDatabase()
    await dropPartitions(db, tables, Number.POSITIVE_INFINITY)
    expect(await listDays(db, tables)).toEqual([])
    return db
  }

  it('have partitions for a week ahead, whoever makes them at once', async () => {
    const db = await withoutDays(JOURNAL)
    const servers = Array.from({ length: 3 }, () => openDatabase({ url: db.url, poolSize: 1 }))
    try {
      await Promise.all(servers.map(server => createDays(server, new Date())))
    } finally {
      await Promise.all(servers.map(server => server[Symbol.asyncDispose]()))
    }
    const today = dayOf(new Date())
    expect(await listDays(db, JOURNAL)).toEqual(Array.from({ length: 8 }, (_, ahead) => today + ahead))
  })

  it('keep rows of a day without a partition in the default one until they are old', async () => {
    await awayFromMidnight()
    const db = await withoutDays(REQUESTS.tables)
    await write(db, 0, 1500)
    await write(db, 15, 2500)
    await write(db, 14, 10)
    expect(await maintainPartitions(db, new Date(), REQUESTS)).toBe(2500)
    expect(await count(db, 'api_request_default')).toBe(1510)
    expect(await listDays(db, REQUESTS.tables)).not.toContain(dayOf(new Date()))
    await maintainPartitions(db, new Date(Date.now() + 15 * DAY_MS), REQUESTS)
    expect(await count(db, 'api_request')).toBe(0)
  })

  it('wait for nobody who reads for hours: old partitions go the next time', async () => {
    const db = await pg.freshDatabase()
    const past = new Date(Date.now() - 22 * DAY_MS)
    await maintainPartitions(db, past, REQUESTS)
    await using reader = openDatabase({ url: db.url, poolSize: 1 })
    await reader.transaction(async tx => {
      await tx.query(`select from api_request_${dayName(dayOf(past))}`)
      expect(await maintainPartitions(db, new Date(), REQUESTS)).toBe(7)
    })
    expect(await maintainPartitions(db, new Date(), REQUESTS)).toBe(1)
  })

  it('give ids that contain the day and grow within it', async () => {
    await awayFromMidnight()
    const db = await pg.freshDatabase()
    const first = await openSession(db, 1)
    expect(Math.floor(first / IDS_A_DAY)).toBe(dayOf(new Date()))
    expect(await openSession(db, 1)).toBe(first + 1)
  })
})
