import type { Queryable } from '../db/database.js'

/** Orders confirmed by each integration of the location, by id, on each of the last days of its clock, oldest first. */
export async function confirmedDays(
  db: Queryable,
  locationId: string,
  timezone: string,
  days: number,
): Promise<Map<string, number[]>> {
  const { rows } = await db.query<{ id: string; ago: number; count: number }>(
    `select i.id, (now() at time zone $2)::date - (b.confirmed_at at time zone $2)::date as ago, sum(b.order_count)::int as count
       from integration i join outbox_batch b on b.integration_key = i.key
      where i.location_id = $1
        and b.confirmed_at >= ((now() at time zone $2)::date - ($3::int - 1))::timestamp at time zone $2
      group by 1, 2`,
    [locationId, timezone, days],
  )
  const found = new Map<string, number[]>()
  for (const { id, ago, count } of rows) {
    const counts = found.get(id) ?? new Array<number>(days).fill(0)
    counts[days - 1 - ago] = count
    found.set(id, counts)
  }
  return found
}
