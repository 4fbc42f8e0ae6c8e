import {
  changePartitions,
  type DailyTable,
  dropPartitions,
  listDays,
  maintainPartitions,
  makePartitions,
} from '../db/daily-tables.js'
import type { Database } from '../db/database.js'
import { dayOf } from '../db/days.js'

const TABLES: DailyTable[] = [{ name: 'api_request', id: 'id' }]

export async function createRequestDays(db: Database, now: Date): Promise<void> {
  await makePartitions(db, TABLES, now)
}

/** Returns how many days and rows older than `keepDays` went. */
export async function sweepRequests(db: Database, keepDays: number, now: Date): Promise<number> {
  return maintainPartitions(db, now, { tables: TABLES, keepDays })
}

/** Drops the oldest days until the rest takes at most `limit` bytes; if today takes more, it is emptied. */
export async function limitRequests(db: Database, limit: number, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const day of await listDays(db, TABLES)) {
    if (day >= today || (await sizeOfRequests(db)) <= limit) break
    await dropPartitions(db, TABLES, day + 1)
  }
  if ((await sizeOfRequests(db)) > limit)
    await changePartitions(db, async tx => void (await tx.query('truncate api_request')))
}

async function sizeOfRequests(db: Database): Promise<number> {
  const { rows } = await db.query<{ size: number }>(
    `select coalesce(sum(pg_total_relation_size(relid)), 0)::bigint as size
      from pg_partition_tree('api_request')`,
  )
  return rows[0]!.size
}
