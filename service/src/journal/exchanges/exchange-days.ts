import type { Queryable } from '../../db/database.js'

/** Exchanges of each of the last days (of the location's clock) by date; days without any are missing. */
export async function exchangeDays(
  db: Queryable,
  locationId: string,
  timezone: string,
  days: number,
): Promise<Map<string, { count: number; failures: number }>> {
  const { rows } = await db.query<{ date: string; count: number; failures: number }>(
    `select day::text as date, sum(exchanges)::int as count, sum(failures)::int as failures from exchange_day
      where location_id = $1 and day > (now() at time zone $2)::date - $3::int
      group by 1`,
    [locationId, timezone, days],
  )
  return new Map(rows.map(({ date, ...day }) => [date, day]))
}
