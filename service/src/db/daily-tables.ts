import type { Database, Queryable } from './database.js'
import { dayName, dayOf, firstIdOf } from './days.js'

/** A table with a partition a day, and a default one for rows of a day without. */
export interface DailyTable {
  name: string
  /** The column with the id that contains the day. */
  id: string
  options?: string
}

/** Any number, the same on all servers: only one creates and drops partitions at a time. */
const PARTITION_LOCK = 7_120_385_542
/**
 * Whoever reads all tables for a long time shares it: with a partition to change, everybody else would queue
 * behind that reading.
 */
export const KEEP_PARTITIONS = 7_120_385_544
/** The lock is normally free within moments; if a dump holds it for hours, nobody must queue behind us. */
const LOCK_TIMEOUT = '500ms'
const LOCK_NOT_AVAILABLE = '55P03'
/** If maintenance fails for longer, rows go to the default partitions. */
const DAYS_AHEAD = 7
const ROWS_AT_ONCE = 1000

/** Ids get their day by it: no server with a wrong clock drops what is to be kept. */
export async function databaseTime(db: Queryable): Promise<Date> {
  const { rows } = await db.query<{ now: Date }>('select now() as now')
  return rows[0]!.now
}

/** Makes the next days' partitions and drops old ones; returns how many days and loose rows went. */
export async function maintainPartitions(
  db: Database,
  now: Date,
  { tables, keepDays }: { tables: readonly DailyTable[]; keepDays: number },
): Promise<number> {
  const firstKept = dayOf(now) - keepDays
  await makePartitions(db, tables, now)
  let gone = await dropPartitions(db, tables, firstKept)
  for (const table of tables) gone += await deleteLooseRows(db, table, firstKept)
  return gone
}

/** A day that has rows in the default partition gets none: they stay there until they are old. */
export async function makePartitions(db: Database, tables: readonly DailyTable[], now: Date): Promise<void> {
  const today = dayOf(now)
  for (const table of tables)
    for (let day = today; day <= today + DAYS_AHEAD; day++)
      if (!(await hasPlace(db, table, day)))
        await changePartitions(db, async tx => {
          if (await hasPlace(tx, table, day)) return
          await tx.query(createLike(table, partitionName(table, day)))
          await attach(tx, table, day)
        })
}

/** Drops the partitions of the days before `firstKept`; returns the number of days. */
export async function dropPartitions(
  db: Database,
  tables: readonly DailyTable[],
  firstKept: number,
): Promise<number> {
  let dropped = 0
  for (const day of await listDays(db, tables)) {
    if (day >= firstKept) break
    const done = await changePartitions(db, async tx => {
      for (const table of tables) await tx.query(`drop table if exists ${partitionName(table, day)}`)
    })
    if (done) dropped++
  }
  return dropped
}

/** Replaces a day's partition by the rows `s` that match. What changes while rows are copied may be lost. */
export async function keepOnly(db: Database, table: DailyTable, day: number, kept: string): Promise<boolean> {
  const name = partitionName(table, day)
  return changePartitions(db, async tx => {
    await tx.query(createLike(table, `${name}_kept`))
    await tx.query(`insert into ${name}_kept select s.* from ${name} s where ${kept}`)
    await tx.query(`drop table ${name}`)
    await tx.query(`alter table ${name}_kept rename to ${name}`)
    await attach(tx, table, day)
  })
}

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

export function partitionName(table: DailyTable, day: number): string {
  return `${table.name}_${dayName(day)}`
}

/** Runs `work` as the only one; false if a table was in use all the time, or a backup is being taken. */
export async function changePartitions(
  db: Database,
  work: (tx: Queryable) => Promise<void>,
): Promise<boolean> {
  try {
    return await db.transaction(async tx => {
      await tx.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK])
      const { rows } = await tx.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [
        KEEP_PARTITIONS,
      ])
      if (!rows[0]!.free) return false
      await tx.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
      await work(tx)
      return true
    })
  } catch (error) {
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return false
    throw error
  }
}

/** Rows in the default partition would keep one from being attached. */
async function hasPlace(db: Queryable, table: DailyTable, day: number): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    `select exists (select from pg_class where relname = $1 and relnamespace = 'public'::regnamespace)
         or exists (select from ${table.name}_default where ${table.id} >= $2 and ${table.id} < $3) as there`,
    [partitionName(table, day), firstIdOf(day), firstIdOf(day + 1)],
  )
  return rows[0]!.there
}

function createLike({ name, options }: DailyTable, partition: string): string {
  return `create table ${partition} (like ${name} including defaults including constraints including storage)
            ${options === undefined ? '' : `with (${options})`}`
}

/** Attaching a table locks less than making it as a partition. */
async function attach(tx: Queryable, table: DailyTable, day: number): Promise<void> {
  await tx.query(
    `alter table ${table.name} attach partition ${partitionName(table, day)}
       for values from (${firstIdOf(day)}) to (${firstIdOf(day + 1)})`,
  )
}

async function deleteLooseRows(db: Queryable, { name, id }: DailyTable, firstKept: number): Promise<number> {
  let deleted = 0
  for (;;) {
    const { rowCount } = await db.query(
      `delete from ${name}_default where ctid in (
         select ctid from ${name}_default where ${id} < $1 order by ${id} limit $2 for update skip locked)`,
      [firstIdOf(firstKept), ROWS_AT_ONCE],
    )
    deleted += rowCount
    if (rowCount < ROWS_AT_ONCE) return deleted
  }
}
