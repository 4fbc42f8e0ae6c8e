import type { Queryable } from '../../db/database.js'

/** By integration key, the number of orders confirmed on each of the last `days` days in the location's time zone, oldest first. */
export async function confirmedDays(
  db: Queryable,
  integrationKeys: readonly number[],
  timezone: string,
  days: number,
): Promise<Map<number, number[]>> {
  const { rows } = await db.query<{ key: number; ago: number; count: number }>(
    `select integration_key as key, (now() at time zone $2)::date - day as ago, orders_confirmed as count
       from exchange_day
      where integration_key = any($1) and day > (now() at time zone $2)::date - $3::int and orders_confirmed > 0`,
    [integrationKeys, timezone, days],
  )
  const found = new Map<number, number[]>()
  for (const { key, ago, count } of rows) {
    const counts = found.get(key) ?? new Array<number>(days).fill(0)
    if (ago >= 0) counts[days - 1 - ago] = count
    found.set(key, counts)
  }
  return found
}
