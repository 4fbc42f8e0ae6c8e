import { type DailyTable, dropPartitions, listDays, partitionName } from '../db/daily-tables.js'
import type { Database, Queryable } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'
import { JOURNAL_TABLES } from './partitions.js'

/** Of the exchanges of one integration within an hour that carried nothing, so many are kept. */
export const EMPTY_EXCHANGES_AN_HOUR = 600
/** Of the calls of one exchange that failed or were refused, so many are kept. */
export const FAILED_CALLS_KEPT = 1000
/** The cookie of an exchange may come back for so long. */
const IDLE_MINUTES = 10
const ROWS_AT_ONCE = 1000

/**
 * Forgets what a 1C that calls without end would fill the disk with: the earliest exchanges without orders
 * and files, which exchange_day counted, and the earliest refused calls of an exchange. Returns the rows.
 */
export async function forgetFloods(db: Database, now: Date): Promise<number> {
  const since = firstIdOf(dayOf(now) - 1)
  let gone = 0
  const flooded = await floodedIntegrations(db, since)
  for (const { key, before } of flooded) gone += await forgetEarlier(db, { key, since, before })
  for (const { id, before } of await floodedExchanges(db, since)) gone += await forgetFailed(db, id, before)
  return gone
}

async function floodedIntegrations(db: Queryable, since: number) {
  const { rows } = await db.query<{ key: number; before: number }>(
    `select i.key, latest.id as before from integration i
      cross join lateral (
        select id, opened_at from exchange_session
         where integration_key = i.key and id >= $1 order by id desc offset $2 limit 1) latest
      where latest.opened_at > now() - interval '1 hour'`,
    [since, EMPTY_EXCHANGES_AN_HOUR - 1],
  )
  return rows
}

async function forgetEarlier(
  db: Database,
  { key, since, before }: { key: number; since: number; before: number },
): Promise<number> {
  for (let gone = 0; ; ) {
    const { rowCount } = await db.query(
      `with earlier as (
         select s.id from exchange_session s
          where s.integration_key = $1 and s.id >= $2 and s.id < $3 and s.outcome <> 'running'
            and s.orders_offered = 0 and s.opened_at > now() - interval '2 hours'
            and s.last_call_at < now() - make_interval(mins => $4)
            and not exists (select from upload u where u.session_id = s.id)
          order by s.id limit $5 for update skip locked),
       entry as (
         delete from journal_entry e
          where e.session_id in (select id from earlier) and e.id >= $2 returning e.id),
       body as (
         delete from journal_body b where b.entry_id in (select id from entry) and b.entry_id >= $2)
       delete from exchange_session s where s.id in (select id from earlier) and s.id >= $2`,
      [key, since, before, IDLE_MINUTES, ROWS_AT_ONCE],
    )
    gone += rowCount
    if (rowCount < ROWS_AT_ONCE) return gone
  }
}

async function floodedExchanges(db: Queryable, since: number) {
  const { rows } = await db.query<{ id: number; before: number }>(
    `select s.id, latest.id as before from integration i
      cross join lateral (
        select id, outcome, last_call_at from exchange_session
         where integration_key = i.key and id >= $1 order by id desc limit 100) s
      cross join lateral (
        select id from journal_entry
         where session_id = s.id and id >= $1 order by id desc offset $2 limit 1) latest
      where s.outcome in ('failed', 'refused') and s.last_call_at > now() - interval '1 hour'`,
    [since, FAILED_CALLS_KEPT],
  )
  return rows
}

async function forgetFailed(db: Database, sessionId: number, before: number): Promise<number> {
  for (let gone = 0; ; ) {
    const { rows } = await db.query<{ count: number }>(
      `with earlier as (
         delete from journal_entry
          where id in (select id from journal_entry
                        where session_id = $1 and id <= $2 and outcome in ('failure', 'refused')
                          and request_size = 0 limit $3)
         returning id, repeats),
       body as (delete from journal_body where entry_id in (select id from earlier)),
       counted as (
         update exchange_session
            set calls_missing = calls_missing + (select sum(1 + repeats) from earlier)
          where id = $1 and exists (select from earlier))
       select count(*) as count from earlier`,
      [sessionId, before, ROWS_AT_ONCE],
    )
    const { count } = rows[0]!
    gone += count
    if (count < ROWS_AT_ONCE) return gone
  }
}

/** Bytes on disk of the journal, indexes included, of each day that has partitions. */
export async function measureDays(db: Queryable): Promise<{ day: number; bytes: number }[]> {
  const days = await listDays(db, JOURNAL_TABLES)
  const measured: { day: number; bytes: number }[] = []
  for (const day of days) measured.push({ day, bytes: await sizeOfDay(db, day) })
  return measured
}

async function sizeOfDay(db: Queryable, day: number): Promise<number> {
  const { rows } = await db.query<{ bytes: number }>(
    'select coalesce(sum(pg_total_relation_size(to_regclass(name))), 0)::bigint as bytes from ' +
      'unnest($1::text[]) name',
    [JOURNAL_TABLES.map((table: DailyTable) => partitionName(table, day))],
  )
  return Number(rows[0]!.bytes)
}

/**
 * Drops the earliest days until the journal takes no more than `limit` bytes. The days of exchanges that may
 * still go on stay: `firstOpen` is the earliest of them.
 */
export async function keepWithinBytes(db: Database, limit: number, firstOpen: number): Promise<number> {
  const days = await measureDays(db)
  let bytes = days.reduce((sum, day) => sum + day.bytes, 0)
  let firstKept = Number.NEGATIVE_INFINITY
  for (const { day, bytes: ofDay } of days) {
    if (bytes <= limit || day >= firstOpen) break
    bytes -= ofDay
    firstKept = day + 1
  }
  return dropPartitions(db, JOURNAL_TABLES, firstKept)
}
