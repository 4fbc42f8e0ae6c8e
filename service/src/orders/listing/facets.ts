import type { Queryable } from '../../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'

/** How many of the newest orders to look through. */
const NEWEST_ORDERS = 20_000

/** Statuses and gateways of a location's newest orders, most frequent first: suggestions for writing rules. */
export async function facets(
  db: Queryable,
  scope: Scope,
): Promise<{ statuses: string[]; gateways: string[] }> {
  const { rows } = await db.query<{ statuses: string[]; gateways: string[] }>(
    `with newest as materialized (
       select status, gateways from sale_order where location_id = $1 and ${companySeenSql('company_id', '$3')} order by placed_at desc, key desc limit $2)
     select array(select status from newest group by status order by count(*) desc, status limit 100) as statuses,
            array(select gateway from newest, unnest(gateways) gateway group by gateway order by count(*) desc, gateway limit 100) as gateways`,
    [locationIn(scope), NEWEST_ORDERS, companiesIn(scope)],
  )
  return rows[0]!
}
