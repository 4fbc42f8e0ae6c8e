import type { Database, Queryable } from './database.js'
import { dayName, dayOf, firstIdOf, IDS_A_DAY } from './days.js'

/** A table kept by day: a partition per day, and a default one for rows of a day without one. */
export interface DailyTable {
  name: string
  /** The column that determines the day: an id by day. */
  id: string
  /** Of the sequences that number the ids of a day, without `_0` to `_3`; absent: the ids are those of another table. */
  numbers?: string
  /** Storage options of a day's table. */
  options?: string
}

/** Any number, the same on all servers: only one creates and drops tables at a time. */
const PARTITION_LOCK = 7_120_385_542
/** Sequences that take turns by day, as in the tables' defaults: one of days that no transaction of which is still under way. */
const SEQUENCES = 4
/** The lock is normally free within moments; if a dump holds it for hours, nobody must queue behind us. */
const LOCK_TIMEOUT = '500ms'
/** Most rows that are moved while the default partition is locked: a few milliseconds. */
const MOVED_AT_MOST = 1000
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * The database's clock, by which ids get their day: no server whose own clock is wrong drops what is still to be kept, or makes tables for
 * days that nobody writes to.
 */
export async function databaseTime(db: Queryable): Promise<Date> {
  const { rows } = await db.query<{ now: Date }>('select now() as now')
  return rows[0]!.now
}

/**
 * Makes sure that today and tomorrow have tables of their own. Without them rows go to the default partitions and nothing is lost; as
 * soon as the day gets its tables, a few are moved there. More stay in the default partition, which would be locked for too long,
 * and the day's table begins after them.
 */
export async function makeDailyTables(db: Database, tables: readonly DailyTable[], now: Date): Promise<void> {
  const today = dayOf(now)
  for (const table of tables) {
    for (const day of [today, today + 1]) {
      if (!(await hasDay(db, table, day)))
        await unlessInUse(() => db.transaction(tx => makeDay(tx, table, day)))
    }
  }
}

async function makeDay(tx: Queryable, table: DailyTable, day: number): Promise<void> {
  await lockPartitions(tx)
  if (await hasDay(tx, table, day)) return
  const name = dayTable(table, day)
  const [first, end] = [firstIdOf(day), firstIdOf(day + 1)]
  await tx.query(`lock table ${table.name}_default in access exclusive mode`)
  const loose = await countLooseRows(tx, table, first, end)
  const from = loose > MOVED_AT_MOST ? (await newestLooseId(tx, table, end))! + 1 : first
  await tx.query(
    `create table ${name} (like ${table.name} including defaults including constraints including storage)
       ${table.options === undefined ? '' : `with (${table.options})`}`,
  )
  await tx.query(
    `with moved as (delete from ${table.name}_default where ${table.id} >= $1 and ${table.id} < $2 returning *)
     insert into ${name} select * from moved`,
    [from, end],
  )
  await tx.query(`alter table ${table.name} attach partition ${name} for values from (${from}) to (${end})`)
  if (table.numbers !== undefined && loose === 0) await restartNumbers(tx, table.numbers, day)
}

/**
 * Lets the ids of a day begin with the lowest, so that none of its numbers runs over and its newest row always has its highest id. Leaves a
 * day alone that has begun by the database's clock: its numbers are in use.
 */
async function restartNumbers(tx: Queryable, sequence: string, day: number): Promise<void> {
  await tx.query(
    `select setval($1::regclass, 1, false) where extract(epoch from clock_timestamp()) < $2::bigint * 86400`,
    [`${sequence}_${day % SEQUENCES}`, day],
  )
}

/** The number of the day's rows in the default partition; any number above MOVED_AT_MOST if there are more. */
async function countLooseRows(tx: Queryable, table: DailyTable, first: number, end: number): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*) as count from (
       select from ${table.name}_default where ${table.id} >= $1 and ${table.id} < $2 limit ${MOVED_AT_MOST + 1}) few`,
    [first, end],
  )
  return rows[0]!.count
}

/** The highest id in the default partition, below `end` if given; undefined if there is none. */
async function newestLooseId(db: Queryable, table: DailyTable, end?: number): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number | null }>(
    `select max(${table.id}) as id from ${table.name}_default where $1::bigint is null or ${table.id} < $1`,
    [end ?? null],
  )
  return rows[0]!.id ?? undefined
}

/** The newest day with rows in the default partition. */
export async function newestLooseDay(db: Queryable, table: DailyTable): Promise<number | undefined> {
  const id = await newestLooseId(db, table)
  return id === undefined ? undefined : Math.floor(id / IDS_A_DAY)
}

/** Empties the default partition if all of its rows are of days before `firstKept`. */
export async function emptyDefaultTable(db: Database, table: DailyTable, firstKept: number): Promise<void> {
  await unlessInUse(() =>
    db.transaction(async tx => {
      await lockPartitions(tx)
      await tx.query(`lock table ${table.name}_default in access exclusive mode`)
      const newest = await newestLooseDay(tx, table)
      if (newest !== undefined && newest < firstKept) await tx.query(`truncate ${table.name}_default`)
    }),
  )
}

/** Calls `drop` for the tables of each day before `firstKept`; returns how many days were dropped. */
export async function dropDailyTables(
  db: Database,
  tables: readonly DailyTable[],
  firstKept: number,
  drop: (tx: Queryable, day: number) => Promise<void>,
): Promise<number> {
  const days = (await listDays(db, tables)).filter(day => day < firstKept)
  let dropped = 0
  for (const day of days) {
    const work = () =>
      db.transaction(async tx => {
        await lockPartitions(tx)
        await drop(tx, day)
      })
    if (await unlessInUse(work)) dropped++
  }
  return dropped
}

/** False if the tables were in use all the time: the next sweep tries again. */
async function unlessInUse(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return false
    throw error
  }
}

async function lockPartitions(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK])
  await tx.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
}

/** Looks into pg_class: `to_regclass` may still remember, behind the lock, that there was no such table before another server made it. */
export async function hasDay(db: Queryable, table: DailyTable, day: number): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    `select exists (select from pg_class where relname = $1 and relnamespace = 'public'::regnamespace) as there`,
    [dayTable(table, day)],
  )
  return rows[0]!.there
}

export function dayTable(table: DailyTable, day: number): string {
  return `${table.name}_${dayName(day)}`
}

/** The days that have tables, oldest first. */
export async function listDays(db: Queryable, tables: readonly DailyTable[]): Promise<number[]> {
  const { rows } = await db.query<{ date: string }>(
    `select distinct right(c.relname, 8) as date from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = any($1::regclass[]) and c.relname ~ '_[0-9]{8}$' order by 1`,
    [tables.map(({ name }) => name)],
  )
  return rows.map(({ date }) =>
    dayOf(new Date(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`)),
  )
}
