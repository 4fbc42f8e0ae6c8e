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
  numbers: 'exchange_session_number',
  options: 'autovacuum_vacuum_scale_factor = 0.05',
}
const ENTRY: DailyTable = { name: 'journal_entry', id: 'id', numbers: 'journal_entry_number' }
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

/**
 * Every call of a 1C waits while the lock is held, so the day, which has no index by time, is searched before that. Nothing resumes a
 * session that has been idle for too long, but a call may be just about to be written down: hence twice the time.
 */
async function dropDay(tx: Queryable, day: number, { sessionIdleSeconds }: Dropping): Promise<void> {
  if (await hasDay(tx, SESSION, day)) {
    const name = dayTable(SESSION, day)
    const { rows } = await tx.query<{ id: number }>(
      `select id from ${name} where last_call_at > now() - 2 * make_interval(secs => $1)`,
      [sessionIdleSeconds],
    )
    await tx.query(`lock table exchange_session in access exclusive mode`)
    await tx.query(`alter table exchange_session detach partition ${name}`)
    await tx.query(
      `insert into exchange_session
       select * from ${name} where id = any($1) and last_call_at > now() - make_interval(secs => $2)`,
      [rows.map(({ id }) => id), sessionIdleSeconds],
    )
    await tx.query(`drop table ${name}`)
  }
  for (const table of [ENTRY, BODY]) await tx.query(`drop table if exists ${dayTable(table, day)}`)
}
