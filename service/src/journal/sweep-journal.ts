import { maintainPartitions } from '../db/daily-tables.js'
import type { Database } from '../db/database.js'
import { dayOf, firstIdOf } from '../db/days.js'
import { COUNT_FAILURES, RETURNING_OUTCOMES } from '../exchange-sessions/count-exchanges.js'
import { forgetFloods, keepWithinBytes } from './limit-growth.js'
import { forgetEmptyExchanges, JOURNAL_TABLES } from './partitions.js'

export interface SweepOptions {
  keepDays: number
  /** Of the whole journal on disk. */
  maxBytes: number
  /** A session without calls for this long has ended. Its day is kept at least until then. */
  sessionIdleSeconds: number
}

const DAY_SECONDS = 86_400
/** Servers mark their running requests every 30 seconds; after this long, the server is presumed dead. */
const SILENT_MINUTES = 2
const SILENT = `outcome = 'running' and seen_at < now() - make_interval(mins => $1)`
const ROWS_AT_ONCE = 1000

/** `now` is the database's time. Returns how many days and rows went or ended. */
export async function sweepJournal(db: Database, options: SweepOptions, now = new Date()): Promise<number> {
  const openDays = Math.ceil(options.sessionIdleSeconds / DAY_SECONDS) + 1
  const keepDays = Math.max(options.keepDays, openDays)
  let gone = await maintainPartitions(db, now, { tables: JOURNAL_TABLES, keepDays })
  gone += await keepWithinBytes(db, options.maxBytes, dayOf(now) - openDays + 1)
  await db.query('delete from journal_day where day < $1', [dayOf(now) - 1])
  await forgetEmptyExchanges(db, now)
  gone += await forgetFloods(db, now)
  return gone + (await endSilentEntries(db))
}

/** Ends what servers left that died since yesterday; a look at two days is cheap. */
export async function endSilentToday(db: Database): Promise<void> {
  const { rowCount } = await db.query(`select from journal_entry where ${SILENT} and id >= $2 limit 1`, [
    SILENT_MINUTES,
    firstIdOf(dayOf(new Date()) - 1),
  ])
  if (rowCount > 0) await endSilentEntries(db)
}

async function endSilentEntries(db: Database): Promise<number> {
  let ended = 0
  for (;;) {
    const { rowCount } = await db.query(
      `with silent as (
         select id, session_id from journal_entry
          where ${SILENT}
          limit $2 for update skip locked),
       before as (
         select id, outcome from exchange_session
          where id = any(array(select session_id from silent)) and outcome = 'running'
            order by id for no key update),
       summary as (
         update exchange_session s set outcome = 'failed', failure = null from before
          where s.id = before.id ${RETURNING_OUTCOMES}),
       ${COUNT_FAILURES}
       update journal_entry e
          set outcome = 'cut', duration_ms = least(extract(epoch from seen_at - at) * 1000, 2147483647)::int
         from silent where e.id = silent.id`,
      [SILENT_MINUTES, ROWS_AT_ONCE],
    )
    ended += rowCount
    if (rowCount < ROWS_AT_ONCE) return ended
  }
}
