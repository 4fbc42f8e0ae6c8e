import { type DailyTable, dayTable, dropDailyTables, listDays, makeDailyTables } from '../db/daily-tables.js'
import type { Database, Queryable } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'

const REQUESTS: DailyTable = { name: 'api_request', id: 'id' }
const TABLES = [REQUESTS]

/** Creates the partitions of today and tomorrow. */
export async function createRequestDays(db: Database, now: Date): Promise<void> {
  await makeDailyTables(db, TABLES, now)
}

/** Creates tomorrow's partition and drops those older than `keepDays`. Returns how many days and rows were deleted. */
export async function sweepRequests(db: Database, keepDays: number, now: Date): Promise<number> {
  await createRequestDays(db, now)
  const firstKept = dayOf(now) - keepDays
  const days = await dropDailyTables(db, TABLES, firstKept, dropDay)
  // Rows written while the day's table could not be created.
  const { rowCount } = await db.query('delete from api_request_default where id < $1', [firstIdOf(firstKept)])
  return days + rowCount
}

/** scarce: today's partition alone takes half of the limit, so only rejected requests are stored, without bodies. full: none is. */
export type RequestSpace = 'free' | 'scarce' | 'full'

/** Drops the oldest partitions, but not today's, until the total is within the limit; returns how much room is left. */
export async function enforceSpaceLimit(db: Database, limit: number, now: Date): Promise<RequestSpace> {
  const today = dayOf(now)
  for (const day of await listDays(db, TABLES)) {
    if (day >= today || (await sizeOf(db, 'pg_partition_tree($1)', REQUESTS.name)) <= limit) break
    await dropDailyTables(db, TABLES, day + 1, dropDay)
  }
  const size = await sizeOf(db, 'pg_partition_tree($1)', REQUESTS.name)
  if (size > limit) return 'full'
  return size > limit / 2 && (await sizeOfDay(db, today)) > limit / 2 ? 'scarce' : 'free'
}

async function sizeOf(db: Queryable, source: string, name: string): Promise<number> {
  const { rows } = await db.query<{ size: number }>(
    `select coalesce(sum(pg_total_relation_size(relid)), 0)::bigint as size from ${source}`,
    [name],
  )
  return rows[0]!.size
}

function sizeOfDay(db: Queryable, day: number): Promise<number> {
  return sizeOf(db, '(select to_regclass($1) as relid) one', dayTable(REQUESTS, day))
}

async function dropDay(tx: Queryable, day: number): Promise<void> {
  await tx.query(`drop table if exists ${dayTable(REQUESTS, day)}`)
}
