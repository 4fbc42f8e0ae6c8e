import type { Queryable } from '../db/database.js'

// Common table expressions for statements on exchange_session that keep exchange_day up to date.

/** Counts new sessions. Needs a CTE `opened` with their integration_key, location_id and opened_at. */
export const COUNT_OPENED = `
  counted as (
    insert into exchange_day as d (integration_key, day, location_id, exchanges)
    select o.integration_key, (o.opened_at at time zone l.timezone)::date, l.id, 1
      from opened o join location l on l.id = o.location_id
    on conflict (integration_key, day) do update set exchanges = d.exchanges + 1)`

const FAILED = `'failed', 'refused', 'unconfirmed'`

/** Needs a CTE `summary` with the columns of RETURNING_OUTCOMES. */
export const COUNT_FAILURES = `
  counted as (
    insert into exchange_day as d (integration_key, day, location_id, failures)
    select * from (
      select h.integration_key, (h.opened_at at time zone l.timezone)::date, l.id,
             sum((h.after in (${FAILED}))::int - (h.before in (${FAILED}))::int)::int as more
        from summary h join location l on l.id = h.location_id
       group by 1, 2, 3) changed
     where more <> 0
     order by 1, 2
    on conflict (integration_key, day) do update set failures = d.failures + excluded.failures)`

/** For an update of `exchange_session s` joined with `before`. */
export const RETURNING_OUTCOMES = `
  returning s.id, s.integration_key, s.location_id, s.opened_at, before.outcome as before, s.outcome as after`

/** Orders that an integration confirmed today, by its location's clock; `first`: for the first time. */
export async function countConfirmed(
  tx: Queryable,
  integrationKey: number,
  { orders, first }: { orders: number; first: number },
): Promise<void> {
  await tx.query(
    `insert into exchange_day as d (integration_key, day, location_id, orders_confirmed, first_confirmed)
     select i.key, (now() at time zone l.timezone)::date, l.id, $2, $3
       from integration i join location l on l.id = i.location_id where i.key = $1
     on conflict (integration_key, day) do update
        set orders_confirmed = d.orders_confirmed + excluded.orders_confirmed,
            first_confirmed = d.first_confirmed + excluded.first_confirmed`,
    [integrationKey, orders, first],
  )
}
