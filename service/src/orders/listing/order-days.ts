import type { Queryable } from '../../db/database.js'
import { companiesIn, companySeenSql, integrationSeenSql, locationIn, type Scope } from '../../db/scope.js'

export interface OrderDay {
  /** A day of the location's clock, `2026-11-17`. */
  date: string
  ordersReceived: number
  ordersConfirmed: number
}

/** A put may be committed this long after its `received_at`. */
const SETTLED_AFTER = "interval '1 hour'"

/** Orders received and confirmed on each of the last `days` days, oldest first. Past counts are stored. */
export async function orderDays(
  db: Queryable,
  scope: Scope,
  timezone: string,
  days: number,
): Promise<OrderDay[]> {
  const { rows } = await db.query<OrderDay>(
    `with day as (
       select d::date as date from generate_series((now() at time zone $2)::date - ($3::int - 1),
         (now() at time zone $2)::date, '1 day') d),
     known as materialized (
       select day as date, received from order_day
        where location_id = $1 and $4::uuid[] is null and timezone = $2
          and day > (now() at time zone $2)::date - $3::int),
     first as materialized (select min(date) as date from day where date not in (select date from known)),
     counted as materialized (
       select (received_at at time zone $2)::date as date, count(*) as received from sale_order
        where location_id = $1 and ${companySeenSql('company_id', '$4')} and received_at >= (select date
          from first)::timestamp at time zone $2 group by 1),
     kept as (
       insert into order_day (location_id, day, timezone, received)
       select $1, date, $2, coalesce(received, 0) from day left join counted using (date)
        where $4::uuid[] is null and date >= (select date from first)
          and date + 1 <= ((now() - ${SETTLED_AFTER}) at time zone $2)
        order by date
       on conflict (location_id, day) do update set timezone = excluded.timezone,
         received = excluded.received),
     confirmed as (
       select day as date, sum(orders_confirmed) as count from exchange_day
        where location_id = $1 and ${integrationSeenSql('integration_key', '$4')}
          and day > (now() at time zone $2)::date - $3::int group by 1)
     select day.date::text as date, coalesce(known.received, counted.received, 0)::int as "ordersReceived",
            coalesce(confirmed.count, 0)::int as "ordersConfirmed"
       from day left join known using (date) left join counted using (date) left
         join confirmed using (date) order by day.date`,
    [locationIn(scope), timezone, days, companiesIn(scope)],
  )
  return rows
}
