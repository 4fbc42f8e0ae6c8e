import type { Queryable } from '../db/database.js'

/** One that is taken daily is too old after so many hours. */
export const BACKUP_HOURS = 26
/** What stays of the table. */
const ROWS_KEPT = 100

/** Records that a backup begins; returns its key. */
export async function recordStart(db: Queryable, file: string): Promise<number> {
  const { rows } = await db.query<{ key: number }>('insert into backup (file) values ($1) returning key', [
    file,
  ])
  const { key } = rows[0]!
  await db.query('delete from backup where key <= $1::bigint - $2', [key, ROWS_KEPT])
  return key
}

/** Of a restored database: the backup that it comes from had not ended, and counts for no day. */
export async function forgetBegun(tx: Queryable): Promise<void> {
  await tx.query('delete from backup where ended_at is null')
}

export async function recordEnd(
  db: Queryable,
  key: number,
  result: { bytes: number; orders: number } | { failure: string },
): Promise<void> {
  const { bytes = null, orders = null, failure = null } = result as Record<string, unknown>
  await db.query('update backup set ended_at = now(), bytes = $2, orders = $3, failure = $4 where key = $1', [
    key,
    bytes,
    orders,
    failure,
  ])
}

export interface LastBackup {
  /** When the latest that succeeded was finished; null: none was. */
  endedAt: Date | null
  /** Why the latest try since has failed, Russian. */
  failure: string | null
}

export async function lastBackup(db: Queryable): Promise<LastBackup> {
  const { rows } = await db.query<LastBackup>(
    `select (select max(ended_at) from backup where failure is null) as "endedAt",
            (select failure from backup where ended_at is not null order by key desc limit 1) as failure`,
  )
  return rows[0]!
}

/** Whether none in this folder was begun since `slot`, nor in the last hour if it failed. */
export async function isDue(db: Queryable, folder: string, slot: Date): Promise<boolean> {
  const { rows } = await db.query<{ due: boolean }>(
    `select not exists (
       select from backup where starts_with(file, $1)
          and (failure is null and started_at >= $2 or started_at > now() - interval '1 hour')) as due`,
    [folder, slot],
  )
  return rows[0]!.due
}
