import type { Queryable } from '../../db/database.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../../db/scope.js'

/** Numbers of exchanges on each of the last `days` days in the location's time zone, by date; days without any are missing. */
export async function exchangeDays(
  db: Queryable,
  scope: Scope,
  timezone: string,
  days: number,
): Promise<Map<string, { count: number; failures: number }>> {
  const { rows } = await db.query<{ date: string; count: number; failures: number }>(
    `select day::text as date, sum(exchanges)::int as count, sum(failures)::int as failures from exchange_day
      where location_id = $1 and ${integrationSeenSql('integration_key', '$4')} and day > (now() at time zone $2)::date - $3::int
      group by 1`,
    [locationIn(scope), timezone, days, companiesIn(scope)],
  )
  return new Map(rows.map(({ date, ...day }) => [date, day]))
}
