import { type DailyTable, dayTable, dropDailyTables, hasDay, makeDailyTables } from '../db/daily-tables.js'
import type { Database, Queryable } from '../db/database.js'
import { dayOf } from '../db/days.js'

/**
 * A session's row is short at first; its calls are added a moment later, which usually moves it to another page. Vacuuming early lets the
 * space be reused on the same day.
 */
const SESSION: DailyTable = {
  name: 'exchange_session',
  id: 'id',
  options: 'autovacuum_vacuum_scale_factor = 0.05',
}
const ENTRY: DailyTable = { name: 'journal_entry', id: 'id' }
const BODY: DailyTable = { name: 'journal_body', id: 'entry_id' }
const TABLES = [SESSION, ENTRY, BODY]

/** Creates the partitions of today and tomorrow. */
export async function createDays(db: Database, now: Date): Promise<void> {
  await makeDailyTables(db, TABLES, now)
}

export interface Dropping {
  now: Date
  keepDays: number
  /** A session that was called within this time is kept when its day's partition is dropped. */
  sessionIdleSeconds: number
}

/** Drops the partitions of days older than `keepDays`; returns the number of days. */
export async function dropDays(db: Database, dropping: Dropping): Promise<number> {
  const firstKept = dayOf(dropping.now) - dropping.keepDays
  return dropDailyTables(db, TABLES, firstKept, (tx, day) => dropDay(tx, day, dropping))
}

async function dropDay(tx: Queryable, day: number, { sessionIdleSeconds }: Dropping): Promise<void> {
  if (await hasDay(tx, SESSION, day)) {
    const name = dayTable(SESSION, day)
    await tx.query(`lock table exchange_session in access exclusive mode`)
    await tx.query(
      `create temp table living on commit drop as
       select * from ${name} where last_call_at > now() - make_interval(secs => ${Number(sessionIdleSeconds)})`,
    )
    await tx.query(`drop table ${name}`)
    await tx.query('insert into exchange_session select * from living')
  }
  for (const table of [ENTRY, BODY]) await tx.query(`drop table if exists ${dayTable(table, day)}`)
}
