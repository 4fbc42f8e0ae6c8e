import type { Database, Queryable } from '../db/database.js'

export interface SweepOptions {
  /** Entries older than so many days go. */
  keepDays: number
  /** A session without calls for so long is over; its heading goes when its entries have gone. */
  sessionIdleSeconds: number
}

/** Any number, the same on all servers: one sweeps at a time. */
const SWEEP_LOCK = 7_120_385_541
/** Few enough for a statement to take a moment, also with large bodies. */
const ROWS_AT_ONCE = 200
/** A server says of its running requests every 30 seconds that it lives. */
const SILENT_MINUTES = 5

/**
 * Deletes what is older than it shall be kept, in small transactions, and ends the entries of servers that died. Says how many
 * rows it took away. Another server that is sweeping already is left to it.
 */
export async function sweepJournal(db: Database, options: SweepOptions): Promise<number> {
  let swept = 0
  for (const step of [endSilentEntries, deleteOldEntries, deleteOldSessions]) {
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
     heading as (
       update exchange_session set outcome = 'failed', failure = null
        where id in (select session_id from silent) and outcome = 'running')
     update journal_entry e
        set outcome = 'cut', duration_ms = least(extract(epoch from seen_at - at) * 1000, 2147483647)::int
       from silent where e.id = silent.id`,
    [SILENT_MINUTES, ROWS_AT_ONCE],
  )
  return rowCount
}

async function deleteOldEntries(tx: Queryable, { keepDays }: SweepOptions): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from journal_entry where id in (
       select id from journal_entry where at < now() - make_interval(days => $1) order by at limit $2)`,
    [keepDays, ROWS_AT_ONCE],
  )
  return rowCount
}

/** The oldest have the lowest ids: looking at those few is enough. */
async function deleteOldSessions(
  tx: Queryable,
  { keepDays, sessionIdleSeconds }: SweepOptions,
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from exchange_session where id in (
       select id from (select id, last_call_at from exchange_session order by id limit $3) oldest
        where last_call_at < now() - greatest(make_interval(days => $1), make_interval(secs => $2))
          and not exists (select from journal_entry where session_id = oldest.id))`,
    [keepDays, sessionIdleSeconds, ROWS_AT_ONCE],
  )
  return rowCount
}
