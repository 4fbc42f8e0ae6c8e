import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { awayFromMidnight } from '../../test/support/away-from-midnight.js'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { type Database, openDatabase } from '../db/database.js'
import { dayName, dayOf, firstIdOf } from '../db/days.js'
import { createRequestDays, enforceSpaceLimit, sweepRequests } from './request-partitions.js'

/** More than are moved, and more than one statement deletes. */
const MANY = 2500
const KEEP_DAYS = 14

describeOnEachPostgres('requests of a day without a table', pg => {
  let db: Database
  let now: Date
  beforeEach(async () => {
    await awayFromMidnight()
    now = new Date()
    db = await pg.freshDatabase()
  })

  /** Writes `count` requests, as if no server had made a table for that day; the ids begin after `after`. */
  const write = (daysAgo: number, count: number, after = 0) =>
    db.query(
      `insert into api_request (id, location_id, at, duration_ms, request_id, method, path, status, refused)
       select $1::bigint + n, $2, now(), 1, 'x', 'PUT', '/', 200, false from generate_series(1, $3::int) n`,
      [firstIdOf(dayOf(now) - daysAgo) + after, randomUUID(), count],
    )
  const count = async (table: string) =>
    (await db.query<{ count: number }>(`select count(*) as count from ${table}`)).rows[0]!.count
  const today = () => `api_request_${dayName(dayOf(now))}`

  it('are moved to it once it is made, if they are few', async () => {
    await write(0, 1000)
    await createRequestDays(db, now)
    expect([await count('api_request_default'), await count(today())]).toEqual([0, 1000])
  })

  it('stay where they are if they are many, and the table is for those that come after them', async () => {
    await write(1, 10)
    await write(0, MANY)
    await createRequestDays(db, now)
    await write(0, 5, MANY)
    expect([await count('api_request_default'), await count(today())]).toEqual([10 + MANY, 5])
    expect(await count('api_request')).toBe(10 + MANY + 5)
  })

  it('are deleted when they are old, all but those that somebody holds', async () => {
    await write(KEEP_DAYS + 1, MANY)
    await write(KEEP_DAYS, 10)
    await using other = openDatabase({ url: db.url, poolSize: 1 })
    await other.transaction(async tx => {
      await tx.query('select from api_request order by id limit 1 for update')
      expect(await sweepRequests(db, KEEP_DAYS, now)).toBe(MANY - 1)
    })
    expect(await count('api_request_default')).toBe(11)
    expect(await sweepRequests(db, KEEP_DAYS, now)).toBe(1)
  })

  it('are deleted for INTAKE_LOG_LIMIT when the newest of their days is', async () => {
    await createRequestDays(db, new Date(now.getTime() - 5 * 86_400_000))
    await write(5, 10)
    await write(3, MANY)
    await write(2, MANY)
    await createRequestDays(db, now)
    await write(0, 10)
    const { rows } = await db.query<{ size: number }>(
      `select sum(pg_total_relation_size(relid))::bigint as size from pg_partition_tree('api_request')`,
    )
    expect(await enforceSpaceLimit(db, rows[0]!.size, now)).toBe('free')
    expect(await count('api_request')).toBe(10 + 2 * MANY + 10)
    await enforceSpaceLimit(db, rows[0]!.size / 2, now)
    expect(await count('api_request')).toBe(10)
    expect([await count('api_request_default'), await count(today())]).toEqual([0, 10])
  })
})
