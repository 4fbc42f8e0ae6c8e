import type { Total } from '@obmen/contract/rest'
import type { Queryable } from '../../db/database.js'
import { sumsSql } from '../../db/rows.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../../db/scope.js'
import { candidatesSql, LIST_LIMITS, type ListLimits } from './find-page.js'
import { filterSql, type OrderFilter } from './list-filter.js'

interface Found {
  looked: number
  count: number
  sums: Total['sums']
}

/** If more of the newest orders match, an index would find too many. */
const FREQUENT = 1 / 5

/**
 * The number of orders in a list, and their sums unless they are too many: all by counters, rare ones by an
 * index, others among the newest of the period.
 */
export async function countOrders(
  db: Queryable,
  scope: Scope,
  asked: OrderFilter,
  { window: most }: Pick<ListLimits, 'window'> = LIST_LIMITS,
): Promise<Total> {
  const { companyId, ...others } = asked
  const every = Object.values(others).every(value => value === undefined)
  const all = every ? await countAll(db, scope, companyId) : undefined
  if (all && all.count > most) return all
  const values: unknown[] = []
  const sql = filterSql({ ...asked, companyIds: companiesIn(scope) }, locationIn(scope), values)
  if (!sql) return { count: 0, exact: true, sums: [] }
  const among = async (source: string): Promise<Found> => {
    const fits = `${sql.range} and ${sql.rest}`
    const { rows } = await db.query<Found>(
      `with candidate as materialized (${candidatesSql(source, fits, most)})
       select count(*) as looked, count(*) filter (where fits) as count,
              ${sumsSql('candidate where fits')} as sums from candidate`,
      values,
    )
    return rows[0]!
  }
  const exactly = ({ count, sums }: Found): Total => ({ count, exact: true, sums })
  const lookAtNewest = () => among(`${sql.range} order by o.placed_at desc, o.key desc`)
  // A period has few orders of a state that the location has many of.
  const ofPeriod = asked.from === undefined ? undefined : await lookAtNewest()
  if (ofPeriod && ofPeriod.looked <= most) return exactly(ofPeriod)
  const inState = sql.state && (await among(sql.state.among(most + 1)))
  if (inState && inState.looked <= most) return exactly(inState)
  const newest = ofPeriod ?? (await lookAtNewest())
  if (newest.looked <= most) return exactly(newest)
  for (const source of [sql.indexed, sql.companies])
    if (source !== undefined && newest.count <= FREQUENT * most) {
      const found = await among(source)
      if (found.looked <= most) return exactly(found)
    }
  // Most of a state may be older than the newest orders.
  return all ?? { count: Math.min(Math.max(newest.count, inState?.count ?? 0), most), exact: false }
}

async function countAll(db: Queryable, scope: Scope, companyId: string | undefined): Promise<Total> {
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

/** Statuses and gateways of a location's newest orders, most frequent first: suggestions for rules. */
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
