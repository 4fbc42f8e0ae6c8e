import { type DailyTable, keepOnly, listDays, makePartitions, partitionName } from '../db/daily-tables.js'
import type { Database } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'

/** Calls are added to a session's row a moment later: early vacuuming reuses the first versions' space. */
const SESSION: DailyTable = {
  name: 'exchange_session',
  id: 'id',
  options: 'autovacuum_vacuum_scale_factor = 0.05, toast_tuple_target = 256',
}
const ENTRY: DailyTable = { name: 'journal_entry', id: 'id' }
const BODY: DailyTable = { name: 'journal_body', id: 'entry_id' }
export const JOURNAL_TABLES = [SESSION, ENTRY, BODY]

/** Exchanges without orders, files and refusals: the rhythm of a 1C shows in a week. */
const EMPTY_KEEP_DAYS = 8
const WITHOUT_EMPTY = 'without exchanges that carried nothing'

export async function createDays(db: Database, now: Date): Promise<void> {
  await makePartitions(db, JOURNAL_TABLES, now)
}

export async function forgetEmptyExchanges(db: Database, now: Date): Promise<void> {
  const last = dayOf(now) - EMPTY_KEEP_DAYS
  for (const day of await listDays(db, [SESSION])) {
    if (day >= last) break
    const name = partitionName(SESSION, day)
    const { rows } = await db.query<{ done: boolean }>(
      `select obj_description($1::regclass, 'pg_class') is not null as done`,
      [name],
    )
    if (rows[0]!.done) continue
    // What was called lately may change while it is copied.
    const kept = `s.outcome <> 'nothing' or s.last_call_at > now() - interval '3 days'
      or exists (select from journal_entry e where e.session_id = s.id
                    and e.id >= ${firstIdOf(day - 1)} and e.id < ${firstIdOf(day + EMPTY_KEEP_DAYS)})`
    if (await keepOnly(db, SESSION, day, kept))
      await db.query(`comment on table ${name} is '${WITHOUT_EMPTY}'`)
  }
}
