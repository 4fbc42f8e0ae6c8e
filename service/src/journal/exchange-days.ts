import type { Queryable } from '../db/database.js'

/** Exchanges of each of the last days (of the location's clock) by date; days without any are missing. */
export async function exchangeDays(
  db: Queryable,
  locationId: string,
  timezone: string,
  days: number,
): Promise<Map<string, { count: number; failures: number }>> {
  const { rows } = await db.query<{ date: string; count: number; failures: number }>(
    `select ((opened_at at time zone $2)::date)::text as date, count(*)::int as count,
            (count(*) filter (where outcome in ('failed', 'refused')))::int as failures
       from exchange_session
      where location_id = $1 and opened_at >= ((now() at time zone $2)::date - ($3::int - 1))::timestamp at time zone $2
      group by 1`,
    [locationId, timezone, days],
  )
  return new Map(rows.map(({ date, ...day }) => [date, day]))
}
