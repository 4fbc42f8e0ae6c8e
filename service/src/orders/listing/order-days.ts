import type { Queryable } from '../../db/database.js'

export interface OrderDay {
  /** A day of the location's clock, `2026-11-17`. */
  date: string
  ordersReceived: number
  ordersConfirmed: number
}

/** Orders by the day they were received, and confirmations, on each of the last days, oldest first, days without any included. */
export async function orderDays(
  db: Queryable,
  locationId: string,
  timezone: string,
  days: number,
): Promise<OrderDay[]> {
  const { rows } = await db.query<OrderDay>(
    `with day as (
       select d::date as date from generate_series((now() at time zone $2)::date - ($3::int - 1), (now() at time zone $2)::date, '1 day') d),
     received as (
       select (received_at at time zone $2)::date as date, count(*) as count from sale_order
        where location_id = $1 and received_at >= ((now() at time zone $2)::date - ($3::int - 1))::timestamp at time zone $2 group by 1),
     confirmed as (
       select day as date, sum(orders_confirmed) as count from exchange_day
        where location_id = $1 and day > (now() at time zone $2)::date - $3::int group by 1)
     select day.date::text as date, coalesce(received.count, 0)::int as "ordersReceived", coalesce(confirmed.count, 0)::int as "ordersConfirmed"
       from day left join received using (date) left join confirmed using (date) order by day.date`,
    [locationId, timezone, days],
  )
  return rows
}
