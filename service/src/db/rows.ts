import type { Queryable } from './database.js'

/** An object of the REST API as it is stored: these of its texts are times. */
export type WithTimes<Shown, Name extends keyof Shown> = Omit<Shown, Name> & {
  [Time in Name]: Date | Extract<Shown[Time], null>
}

const ROWS_AT_ONCE = 1000

/**
 * Deletes what may be many rows in short statements, which hold locks only briefly; returns how many. The
 * last parameter of the statement, after `values`, limits its rows.
 */
export async function deleteInSteps(
  db: Queryable,
  statement: string,
  values: readonly unknown[],
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<number> {
  for (let deleted = 0; ; ) {
    const { rowCount } = await db.query(statement, [...values, rowsAtOnce])
    deleted += rowCount
    if (rowCount < rowsAtOnce) return deleted
  }
}

/** Deletes up to `limit` rows of a removed integration from one table; returns how many. */
export type ForgetRows = (db: Queryable, integrationKey: number, limit: number) => Promise<number>

/** `key`: columns that identify a row, with an index that begins with integration_key. */
export const forgetRows =
  (table: string, key: string): ForgetRows =>
  async (db, integrationKey, limit) => {
    const { rowCount } = await db.query(
      `delete from ${table} where (${key}) in (
         select ${key} from ${table} where integration_key = $1 limit $2)`,
      [integrationKey, limit],
    )
    return rowCount
  }

/**
 * Deletes the rows of removed integrations; returns how many. `tables`: with the columns that follow
 * `integration_key` in the index that begins with it.
 */
export async function sweepRemoved(db: Queryable, tables: Readonly<Record<string, string>>): Promise<number> {
  let swept = 0
  for (const [table, order] of Object.entries(tables))
    swept += await deleteInSteps(
      db,
      // Ordered, so that the rows of each are read by the index, and not those of all others.
      `delete from ${table} where ctid = any(array(
         select c.ctid from removed_integration r
          cross join lateral (
            select t.ctid from ${table} t where t.integration_key = r.key
             order by t.integration_key, ${order} limit $1) c
          limit $1))`,
      [],
    )
  return swept
}

/**
 * Whether there is such a row, as SQL; `order` names the rest of the index that finds it. A plain `exists`
 * with the key of another row is planned as if each key had its share of the rows: where one tenant has most
 * of them, it reads the whole table to find none.
 */
export const hasRow = (from: string, order: string): string =>
  `coalesce((select true from ${from} order by ${order} limit 1), false)`

/** The sums of the column `total` of these rows by their `currency`, as JSON. */
export const sumsSql = (rows: string): string =>
  `(select coalesce(json_agg(json_build_object('currency', currency, 'total', sum::text)
                             order by currency), '[]')
      from (select currency, sum(total) from ${rows} group by currency) s)`
