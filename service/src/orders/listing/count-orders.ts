import type { Queryable } from '../../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import { rareConditions } from './find-page.js'
import { filterSql, type OrderFilter } from './list-filter.js'
import type { ListLimits } from './read-list.js'

/** `exact: false`: there are at least so many. */
export interface OrderCount {
  count: number
  exact: boolean
}

/**
 * The number of orders in a list. All orders of a location or of companies are counted by counters, owed and held ones and rare
 * matches through an index, others among the first `limits.walk` orders of the list.
 */
export async function countOrders(
  db: Queryable,
  scope: Scope,
  asked: OrderFilter,
  limits: ListLimits,
): Promise<OrderCount> {
  const { companyId, ...others } = asked
  if (Object.values(others).every(value => value === undefined)) return countAll(db, scope, companyId)
  const filter = { ...asked, companyIds: companiesIn(scope) }
  const most = limits.walk
  const values: unknown[] = []
  const sql = filterSql(filter, locationIn(scope), values)
  if (!sql) return { count: 0, exact: true }
  // A limit that PostgreSQL doesn't know beforehand: it would expect to meet so many soon when it reads all orders.
  const among = async (
    source: string,
    fits = sql.rest,
    distinct = '',
  ): Promise<{ looked: number; found: number }> => {
    const { rows } = await db.query<{ looked: number; found: number }>(
      `with candidate as materialized (select ${distinct} o.key, ${fits} as fits from ${source} limit (select ${most + 1}))
       select count(*) as looked, count(*) filter (where fits) as found from candidate`,
      values,
    )
    return rows[0]!
  }
  // Orders out of range count in `looked`, too: if these are all that the source may return, it may lack some in range.
  const few = sql.state && (await among(sql.state.from(most + 1), `${sql.range} and ${sql.rest}`, 'distinct'))
  if (few && few.looked <= most) return { count: few.found, exact: true }
  const first = await among(
    `(select * from sale_order o where ${sql.range} order by o.placed_at desc, o.key desc limit ${most + 1}) o`,
  )
  if (first.looked <= most) return { count: first.found, exact: true }
  const request = { direction: 'desc', limit: 1, after: undefined, limits } as const
  for (const condition of await rareConditions({ db, filter: sql, values, request })) {
    const rare = await among(`sale_order o where ${condition} and ${sql.range}`)
    if (rare.looked <= most) return { count: rare.found, exact: true }
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
