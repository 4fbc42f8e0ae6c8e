import type { Queryable } from '../../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import { LIST_LIMITS, type ListLimits, rareConditions } from './find-page.js'
import { filterSql, type OrderFilter } from './list-filter.js'

/** `exact: false`: there are at least so many. */
export interface OrderCount {
  count: number
  exact: boolean
}

/**
 * The number of orders in a list. All orders of a location or of companies are counted by counters, owed and
 * held ones and rare matches through an index, others among the first orders of the list.
 */
export async function countOrders(
  db: Queryable,
  scope: Scope,
  asked: OrderFilter,
  limits: ListLimits = LIST_LIMITS,
): Promise<OrderCount> {
  const { companyId, ...others } = asked
  if (Object.values(others).every(value => value === undefined)) return countAll(db, scope, companyId)
  const filter = { ...asked, companyIds: companiesIn(scope) }
  const most = limits.window
  const values: unknown[] = []
  const sql = filterSql(filter, locationIn(scope), values)
  if (!sql) return { count: 0, exact: true }
  // A limit that PostgreSQL doesn't know beforehand: it would expect to meet so many soon when it reads all
  // orders.
  const among = async (source: string, columns: string): Promise<{ looked: number; found: number }> => {
    const { rows } = await db.query<{ looked: number; found: number }>(
      `with candidate as materialized (select ${columns} as fits from ${source} limit (select ${most + 1}))
       select count(*) as looked, count(*) filter (where fits) as found from candidate`,
      values,
    )
    return rows[0]!
  }
  if (sql.state) {
    // Orders out of range count as looked at, too: if these are all that the source may return, it may lack
    // some.
    const fits = `distinct o.key, ${sql.range} and ${sql.rest}`
    const few = await among(sql.state.from(most + 1), fits)
    if (few.looked <= most) return { count: few.found, exact: true }
  }
  const newest = `select * from sale_order o where ${sql.range} order by o.placed_at desc, o.key desc
    limit ${most + 1}`
  const first = await among(`(${newest}) o`, sql.rest)
  if (first.looked <= most) return { count: first.found, exact: true }
  const request = { direction: 'desc', limit: 1, after: undefined, limits } as const
  const rare = await rareConditions({ db, filter: sql, values, request })
  if (rare) {
    const found = await among(`sale_order o where ${rare.met} and ${sql.range}`, rare.left)
    if (found.looked <= most) return { count: found.found, exact: true }
  }
  return { count: first.found, exact: false }
}

async function countAll(db: Queryable, scope: Scope, companyId: string | undefined): Promise<OrderCount> {
  const { rows } = await db.query<{ count: number }>(
    `select coalesce(sum(n.next_order_number - 1 - n.skipped_order_numbers), 0)::bigint as count
       from company c join company_counter n on n.company_id = c.id
      where c.location_id = $1 and ($2::uuid is null or c.id = $2) and ${companySeenSql('c.id', '$3')}`,
    [locationIn(scope), companyId ?? null, companiesIn(scope)],
  )
  return { count: rows[0]!.count, exact: true }
}

/** How many of the newest orders to look through. */
const NEWEST_ORDERS = 20_000

/**
 * Statuses and gateways of a location's newest orders, most frequent first: suggestions for writing rules.
 */
export async function facets(
  db: Queryable,
  scope: Scope,
): Promise<{ statuses: string[]; gateways: string[] }> {
  const { rows } = await db.query<{ statuses: string[]; gateways: string[] }>(
    `with newest as materialized (
       select status, gateways from sale_order where location_id = $1
         and ${companySeenSql('company_id', '$3')}
        order by placed_at desc, key desc limit $2)
     select array(select status from newest group by status order by count(*) desc, status
       limit 100) as statuses,
            array(select gateway from newest, unnest(gateways) gateway
                   group by gateway order by count(*) desc, gateway limit 100) as gateways`,
    [locationIn(scope), NEWEST_ORDERS, companiesIn(scope)],
  )
  return rows[0]!
}
