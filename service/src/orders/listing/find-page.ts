import type { Queryable } from '../../db/database.js'
import type { ListPosition } from './list-cursor.js'
import { CANDIDATES, type FilterSql, filterSql, type OrderFilter } from './list-filter.js'

/** Orders that are looked at first, in the order of the list: enough wherever matches are frequent. */
const PROBE = 1_000
/** Orders that one page looks at in the order of the list at most; a page that found too few by then ends early. */
const WALK = 20_000

export interface PageWanted {
  direction: 'asc' | 'desc'
  limit: number
  after: ListPosition | undefined
}

export interface FoundPage {
  positions: ListPosition[]
  /** Where the next page begins; undefined at the end of the list. */
  next: ListPosition | undefined
}

interface Search {
  db: Queryable
  filter: FilterSql
  values: unknown[]
  wanted: PageWanted
}

/**
 * One page of a list by date, in a time that does not grow with the number of orders. Frequent matches are met at once by walking the
 * list, rare ones are taken from their index and sorted. What is neither is walked for, up to WALK orders a page: such a page may hold
 * less than asked for, and its `next` goes on.
 */
export async function findPage(
  db: Queryable,
  locationId: string,
  filter: OrderFilter,
  wanted: PageWanted,
): Promise<FoundPage> {
  const values: unknown[] = []
  const sql = filterSql(filter, locationId, values)
  if (!sql) return { positions: [], next: undefined }
  const search: Search = { db, filter: sql, values, wanted }
  if (sql.sources.length === 0) return walk(search, WALK)
  const probed = await walk(search, PROBE)
  if (probed.positions.length === wanted.limit || !probed.next) return probed
  for (const source of sql.sources) {
    const sorted = await sortCandidates(search, source)
    if (sorted) return sorted
  }
  return walk(search, WALK)
}

/** Looks through the next `window` orders of the list. */
async function walk({ db, filter, values, wanted }: Search, window: number): Promise<FoundPage> {
  const { limit, direction } = wanted
  const order = `order by o.placed_at ${direction}, o.key ${direction}`
  const walked = (own: unknown[]): string =>
    `from sale_order o where ${filter.range}${beyond(wanted, own)} ${order}`
  const all = [...values]
  const { rows } = await db.query<ListPosition>(
    `select o.placed_at as "placedAt", o.key from (select o.* ${walked(all)} limit ${window}) o
      where ${filter.rest} ${order} limit ${limit + 1}`,
    all,
  )
  if (rows.length > limit) return page(rows, limit)
  // What was found is all that the window holds. The list goes on after it, or there is nothing more.
  const ranged = values.slice(0, filter.rangeValues)
  const end = await db.query<ListPosition>(
    `select o.placed_at as "placedAt", o.key ${walked(ranged)} offset ${window - 1} limit 1`,
    ranged,
  )
  return { positions: rows, next: end.rows[0] }
}

/** The page by way of a source that has few orders; undefined if it has many. */
async function sortCandidates(
  { db, filter, values, wanted }: Search,
  source: string,
): Promise<FoundPage | undefined> {
  const { limit, direction } = wanted
  const own = [...values]
  const { rows } = await db.query<{ placedAt: Date; key: number | null; found: number }>(
    `with candidate as materialized (
       select o.key, o.placed_at, o.company_id, o.sequence_number, o.status, o.gateways, o.search
         from ${source} and ${filter.range}${beyond(wanted, own)}
        limit ${CANDIDATES + 1})
     select p.placed_at as "placedAt", p.key, found
       from (select count(*) as found from candidate) c
       left join (select distinct o.placed_at, o.key from candidate o where ${filter.rest}
                   order by o.placed_at ${direction}, o.key ${direction} limit ${limit + 1}) p on found <= ${CANDIDATES}
      order by p.placed_at ${direction}, p.key ${direction}`,
    own,
  )
  if (rows[0]!.found > CANDIDATES) return undefined
  return page(
    rows.flatMap(({ placedAt, key }) => (key === null ? [] : [{ placedAt, key }])),
    limit,
  )
}

function page(rows: readonly ListPosition[], limit: number): FoundPage {
  const positions = rows.slice(0, limit)
  return { positions, next: rows.length > limit ? positions.at(-1) : undefined }
}

function beyond({ after, direction }: PageWanted, values: unknown[]): string {
  if (!after) return ''
  const at = values.push(after.placedAt, after.key)
  return ` and (o.placed_at, o.key) ${direction === 'desc' ? '<' : '>'} ($${at - 1}::timestamptz, $${at}::bigint)`
}
