import type { Database, Queryable } from '../db/database.js'
import { dayName, dayOf, firstIdOf } from '../db/days.js'

/** The tables that are kept by day, and the column that says which. */
const TABLES = { exchange_session: 'id', journal_entry: 'id', journal_body: 'entry_id' } as const
type DailyTable = keyof typeof TABLES

/** Arbitrary, but the same on all servers: one creates and drops tables at a time. */
const PARTITION_LOCK = 7_120_385_542
/** Normal users hold the table for moments; nobody should queue behind this when it waits for an hours-long dump. */
const LOCK_TIMEOUT = '500ms'
const LOCK_NOT_AVAILABLE = '55P03'
/**
 * A session begins with a short row, to which its calls are added a moment later, as a rule in another page: what it leaves is
 * cleared away early, so that it is filled again the same day.
 */
const SESSION_OPTIONS = 'autovacuum_vacuum_scale_factor = 0.05'

/**
 * Makes sure that today and tomorrow have partitions. Without them rows go to the default partitions and nothing is
 * lost; they are moved once the day gets its partitions.
 */
export async function makeDays(db: Database, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const table of Object.keys(TABLES) as DailyTable[]) {
    for (const day of [today, today + 1]) {
      if (!(await hasDay(db, table, day)))
        await unlessInUse(() => db.transaction(tx => makeDay(tx, table, day)))
    }
  }
}

async function makeDay(tx: Queryable, table: DailyTable, day: number): Promise<void> {
  await lockPartitions(tx)
  if (await hasDay(tx, table, day)) return
  const name = `${table}_${dayName(day)}`
  const [from, to] = [firstIdOf(day), firstIdOf(day + 1)]
  await tx.query(`lock table ${table}_default in access exclusive mode`)
  await tx.query(
    `create table ${name} (like ${table} including defaults including constraints including storage)
       ${table === 'exchange_session' ? `with (${SESSION_OPTIONS})` : ''}`,
  )
  await tx.query(
    `with moved as (delete from ${table}_default where ${TABLES[table]} >= $1 and ${TABLES[table]} < $2 returning *)
     insert into ${name} select * from moved`,
    [from, to],
  )
  await tx.query(`alter table ${table} attach partition ${name} for values from (${from}) to (${to})`)
}

export interface Dropping {
  now: Date
  keepDays: number
  /** A session with later calls is alive, however old: it outlives its day's partition. */
  sessionIdleSeconds: number
}

/** Drops the partitions of days past their retention and returns the number of days. */
export async function dropDays(db: Database, dropping: Dropping): Promise<number> {
  const last = dayOf(dropping.now) - dropping.keepDays
  const days = (await listDays(db)).filter(day => day < last)
  let dropped = 0
  for (const day of days)
    if (await unlessInUse(() => db.transaction(tx => dropDay(tx, day, dropping)))) dropped++
  return dropped
}

/** False when the tables were in use all the time: the next sweep tries again. */
async function unlessInUse(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return false
    throw error
  }
}

async function dropDay(tx: Queryable, day: number, { sessionIdleSeconds }: Dropping): Promise<void> {
  await lockPartitions(tx)
  if (await hasDay(tx, 'exchange_session', day)) {
    const name = `exchange_session_${dayName(day)}`
    await tx.query(`lock table exchange_session in access exclusive mode`)
    await tx.query(
      `create temp table living on commit drop as
       select * from ${name} where last_call_at > now() - make_interval(secs => ${Number(sessionIdleSeconds)})`,
    )
    await tx.query(`drop table ${name}`)
    await tx.query('insert into exchange_session select * from living')
  }
  for (const table of ['journal_entry', 'journal_body'] as const)
    await tx.query(`drop table if exists ${table}_${dayName(day)}`)
}

async function lockPartitions(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK])
  await tx.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
}

async function hasDay(db: Queryable, table: DailyTable, day: number): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `public.${table}_${dayName(day)}`,
  ])
  return rows[0]!.there
}

/** The days that have tables, oldest first. */
async function listDays(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ date: string }>(
    `select distinct right(c.relname, 8) as date from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = any($1::regclass[]) and c.relname ~ '_[0-9]{8}$' order by 1`,
    [Object.keys(TABLES)],
  )
  return rows.map(({ date }) =>
    dayOf(new Date(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`)),
  )
}
