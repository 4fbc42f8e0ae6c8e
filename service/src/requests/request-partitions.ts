import {
  type DailyTable,
  dayTable,
  dropDailyTables,
  emptyDefaultTable,
  listDays,
  makeDailyTables,
  newestLooseDay,
} from '../db/daily-tables.js'
import type { Database, Queryable } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'

const REQUESTS: DailyTable = { name: 'api_request', id: 'id', numbers: 'api_request_number' }
const TABLES = [REQUESTS]
/** Few enough for a short statement. */
const ROWS_AT_ONCE = 1000

/** Creates the partitions of today and tomorrow. */
export async function createRequestDays(db: Database, now: Date): Promise<void> {
  await makeDailyTables(db, TABLES, now)
}

/** Creates tomorrow's partition and drops those older than `keepDays`. Returns how many days and rows of requests were deleted. */
export async function sweepRequests(db: Database, keepDays: number, now: Date): Promise<number> {
  await createRequestDays(db, now)
  const firstKept = dayOf(now) - keepDays
  const days = await dropDailyTables(db, TABLES, firstKept, dropDay)
  await forgetCounts(db, firstKept)
  return days + (await deleteLooseRows(db, firstIdOf(firstKept)))
}

/** Deletes rows written while their day's table could not be created, in short statements. */
async function deleteLooseRows(db: Queryable, firstKept: number): Promise<number> {
  let deleted = 0
  for (;;) {
    const { rowCount } = await db.query(
      `delete from api_request_default where id in (
         select id from api_request_default where id < $1 order by id limit $2 for update skip locked)`,
      [firstKept, ROWS_AT_ONCE],
    )
    deleted += rowCount
    if (rowCount < ROWS_AT_ONCE) return deleted
  }
}

/** scarce: today's partition alone takes half of the limit. full: nothing more is stored. */
export type RequestSpace = 'free' | 'scarce' | 'full'

/**
 * Drops the oldest days, but not today, until the total is within the limit; returns how much room is left. What no day's table holds
 * goes when its newest day does.
 */
export async function enforceSpaceLimit(db: Database, limit: number, now: Date): Promise<RequestSpace> {
  const today = dayOf(now)
  const total = (): Promise<number> => sizeOf(db, 'pg_partition_tree($1)', REQUESTS.name)
  const loose = await newestLooseDay(db, REQUESTS)
  const days = new Set(await listDays(db, TABLES))
  if (loose !== undefined) days.add(loose)
  for (const day of [...days].sort((a, b) => a - b)) {
    if (day >= today || (await total()) <= limit) break
    await dropDailyTables(db, TABLES, day + 1, dropDay)
    if (day === loose) await emptyDefaultTable(db, REQUESTS, day + 1)
    await forgetCounts(db, day + 1)
  }
  const size = await total()
  if (size > limit) return 'full'
  return size > limit / 2 && (await sizeOfDay(db, today, loose === today)) > limit / 2 ? 'scarce' : 'free'
}

/** Forgets how much each location has written on the days before `firstKept`, so that it has that room again. */
async function forgetCounts(db: Queryable, firstKept: number): Promise<void> {
  await db.query('delete from request_day where day < $1', [firstKept])
}

async function sizeOf(db: Queryable, source: string, name: string | string[]): Promise<number> {
  const { rows } = await db.query<{ size: number }>(
    `select coalesce(sum(pg_total_relation_size(relid)), 0)::bigint as size from ${source}`,
    [name],
  )
  return rows[0]!.size
}

/** `withLoose`: and of what no day's table holds. */
async function sizeOfDay(db: Queryable, day: number, withLoose: boolean): Promise<number> {
  const names = [dayTable(REQUESTS, day), ...(withLoose ? [`${REQUESTS.name}_default`] : [])]
  return sizeOf(db, '(select to_regclass(name) as relid from unnest($1::text[]) name) tables', names)
}

async function dropDay(tx: Queryable, day: number): Promise<void> {
  await tx.query(`drop table if exists ${dayTable(REQUESTS, day)}`)
}
