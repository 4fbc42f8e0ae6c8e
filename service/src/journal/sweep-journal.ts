import type { Database, Queryable } from '../db/database.js'
import { dayOf, FIRST_ID_BY_DAY, firstIdOf } from '../db/days.js'
import { COUNT_FAILURES, RETURNING_OUTCOMES } from '../exchange-sessions/count-exchanges.js'
import { createDays, dropDays } from './partitions.js'

export interface SweepOptions {
  /** Entries older than this many days are deleted. */
  keepDays: number
  /** A session without calls for this long has ended. */
  sessionIdleSeconds: number
}

/** Arbitrary, but the same on all servers: one sweeps at a time. */
const SWEEP_LOCK = 7_120_385_541
/** Few enough for a short statement. */
const ROWS_AT_ONCE = 1000
/** Servers mark their running requests every 30 seconds; after this long, the server is presumed dead. */
const SILENT_MINUTES = 5

/**
 * Creates tomorrow's partitions, drops old ones, forgets how many bytes of bodies past days have, ends the entries of servers that died, and deletes old rows in the default partitions.
 * `now` is the database's time. Returns how many days and rows were deleted or ended. While another server sweeps, rows are left to it.
 */
export async function sweepJournal(db: Database, options: SweepOptions, now = new Date()): Promise<number> {
  await createDays(db, now)
  await db.query('delete from journal_day where day < $1', [dayOf(now) - 1])
  let swept = await dropDays(db, { ...options, now })
  const deleteBodies = (tx: Queryable) => deleteOldBodies(tx, dayOf(now) - options.keepDays)
  for (const step of [endSilentEntries, deleteOldEntries, deleteBodies, deleteOldSessions]) {
    for (;;) {
      const count = await db.transaction(async tx => {
        const lock = await tx.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [
          SWEEP_LOCK,
        ])
        return lock.rows[0]!.free ? step(tx, options) : 0
      })
      swept += count
      if (count < ROWS_AT_ONCE) break
    }
  }
  return swept
}

async function endSilentEntries(tx: Queryable): Promise<number> {
  const { rowCount } = await tx.query(
    `with silent as (
       select id, session_id from journal_entry
        where outcome = 'running' and seen_at < now() - make_interval(mins => $1)
        limit $2 for update skip locked),
     before as (
       select id, outcome from exchange_session
        where id = any(array(select session_id from silent)) and outcome = 'running' order by id for no key update),
     summary as (
       update exchange_session s set outcome = 'failed', failure = null from before where s.id = before.id ${RETURNING_OUTCOMES}),
     ${COUNT_FAILURES}
     update journal_entry e
        set outcome = 'cut', duration_ms = least(extract(epoch from seen_at - at) * 1000, 2147483647)::int
       from silent where e.id = silent.id`,
    [SILENT_MINUTES, ROWS_AT_ONCE],
  )
  return rowCount
}

/** Deletes old rows in the default partitions: from before partitioning, or written while no partition could be created. */
async function deleteOldEntries(tx: Queryable, { keepDays }: SweepOptions): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `with old as (
       delete from journal_entry_default where id in (
         select id from journal_entry_default where at < now() - make_interval(days => $1) order by at limit $2)
       returning id),
     bodies as (delete from journal_body_default where entry_id in (select id from old))
     select count(*) as count from old`,
    [keepDays, ROWS_AT_ONCE],
  )
  return rows[0]!.count
}

/**
 * Deletes old bodies whose entries went with their day's table, while theirs was never made: somebody read the journal until that day was
 * over.
 */
async function deleteOldBodies(tx: Queryable, firstKept: number): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from journal_body_default where (entry_id, side, piece) in (
       select entry_id, side, piece from journal_body_default where entry_id >= $1 and entry_id < $2
        order by entry_id limit $3)`,
    [FIRST_ID_BY_DAY, firstIdOf(firstKept), ROWS_AT_ONCE],
  )
  return rowCount
}

/** Deletes old sessions in the default partition, among them those kept when their day's partition was dropped. */
async function deleteOldSessions(
  tx: Queryable,
  { keepDays, sessionIdleSeconds }: SweepOptions,
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from exchange_session_default where id in (
       select id from exchange_session_default
        where last_call_at < now() - greatest(make_interval(days => $1), make_interval(secs => $2))
        order by last_call_at limit $3)`,
    [keepDays, sessionIdleSeconds, ROWS_AT_ONCE],
  )
  return rowCount
}
