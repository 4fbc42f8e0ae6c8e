import type { Queryable } from '../db/database.js'

/** Adds to the orders confirmed by an integration today, in its location's time zone; `first`: those confirmed for the first time. */
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
