import type { Queryable } from '../../db/database.js'
import type { ListPosition } from './list-cursor.js'
import type { FilterSql } from './list-filter.js'

/** How much a page of a list may cost. */
export interface ListLimits {
  /** How many orders to look at first, in list order: enough when matches are frequent. */
  probe: number
  /** Most orders that one statement looks at in list order. */
  walk: number
  /** Most orders to take from an index and sort. */
  candidates: number
  /** After how many milliseconds of walking a page ends early. */
  timeoutMs: number
}

/** A scan looks at this many times more orders in one statement than a walk, and is still quick. */
const SCAN_FACTOR = 25
/** How many samples of a list are taken before stretches of it are read by index. */
const SAMPLES = 64
/** How many orders a sample looks at. */
const SAMPLE_ORDERS = 100
/** Above the key of any order. */
const LAST_KEY = 999_999_999_999_999

export interface PageSearch {
  direction: 'asc' | 'desc'
  limit: number
  after: ListPosition | undefined
  limits: ListLimits
}

export interface FoundPage {
  positions: ListPosition[]
  /** Where the next page begins; undefined at the end of the list. */
  next: ListPosition | undefined
}

export interface Search {
  db: Queryable
  filter: FilterSql
  values: unknown[]
  request: PageSearch
}

/** The matches among the next `window` orders of the list. */
export async function walk({ db, filter, values, request }: Search, window: number): Promise<FoundPage> {
  const { limit } = request
  const order = orderBy(request)
  const walked = (own: unknown[]): string =>
    `from sale_order o where ${filter.range}${afterPosition(request, own)} ${order}`
  const all = [...values]
  const { rows } = await db.query<ListPosition>(
    `select o.placed_at as "placedAt", o.key from (select o.* ${walked(all)} limit ${window}) o
      where ${filter.rest} ${order} limit ${limit + 1}`,
    all,
  )
  if (rows.length > limit) return page(rows, limit)
  // These are all matches in the window. The list continues after it, or has ended.
  return { positions: rows, next: await windowEnd({ db, filter, values, request }, window) }
}

/**
 * Like walk, for many more orders in one statement: for a condition on rows of another table that no index finds, so that both tables
 * are read as a whole. "offset 0" stops PostgreSQL from going order by order to find the first few matches.
 */
export async function scan(search: Search, window: number): Promise<FoundPage> {
  const { db, filter, values, request } = search
  const end = await windowEnd(search, SCAN_FACTOR * window)
  const own = [...values]
  const range = `${filter.range}${afterPosition(request, own)}${end ? ` and ${upToPosition(end, request, own)}` : ''}`
  const { rows } = await db.query<ListPosition>(
    `select o.placed_at as "placedAt", o.key
       from (select o.placed_at, o.key from sale_order o where ${range} and ${filter.scan} offset 0) o
      ${orderBy(request)} limit ${request.limit + 1}`,
    own,
  )
  return rows.length > request.limit ? page(rows, request.limit) : { positions: rows, next: end }
}

/** The last of the next `window` orders of the list; undefined if there are fewer. */
async function windowEnd(
  { db, filter, values, request }: Search,
  window: number,
): Promise<ListPosition | undefined> {
  const ranged = values.slice(0, filter.rangeValues)
  const { rows } = await db.query<ListPosition>(
    `select o.placed_at as "placedAt", o.key
       from sale_order o where ${filter.range}${afterPosition(request, ranged)} ${orderBy(request)} offset ${window - 1} limit 1`,
    ranged,
  )
  return rows[0]
}

/** Where to take the candidates of a page from. */
export interface CandidateSource {
  /** What follows `from`, with a condition at its end. */
  sql: string
  /** Where the stretch of the list ends that is read; undefined: at the end of the list. */
  end?: ListPosition | undefined
  /** The source has a limit of its own, `candidates` + 1: orders out of range count as candidates then, since it may lack some in range. */
  isLimited?: boolean
}

/**
 * The page from a source of candidates, sorted, or what it contains up to `end`; undefined if there are too many of them. The limit is
 * a subquery: for a number PostgreSQL would expect to meet so many soon when it reads all orders, and not use the index.
 */
export async function sortCandidates(
  { db, filter, values, request }: Search,
  { sql, end, isLimited = false }: CandidateSource,
): Promise<FoundPage | undefined> {
  const { limit, direction, limits } = request
  const own = [...values]
  const range = `${filter.range}${afterPosition(request, own)}${end ? ` and ${upToPosition(end, request, own)}` : ''}`
  const [among, fits] = isLimited
    ? [sql, `${range} and ${filter.rest}`]
    : [`${sql} and ${range}`, filter.rest]
  const { rows } = await db.query<{ placedAt: Date; key: number | null; found: number }>(
    `with candidate as materialized (
       select o.key, o.placed_at, ${fits} as fits from ${among} limit (select ${limits.candidates + 1}))
     select p.placed_at as "placedAt", p.key, found
       from (select count(*) as found from candidate) c
       left join (select distinct placed_at, key from candidate where fits
                   order by placed_at ${direction}, key ${direction} limit ${limit + 1}) p on found <= ${limits.candidates}
      order by p.placed_at ${direction}, p.key ${direction}`,
    own,
  )
  if (rows[0]!.found > limits.candidates) return undefined
  return page(
    rows.flatMap(({ placedAt, key }) => (key === null ? [] : [{ placedAt, key }])),
    limit,
  )
}

export function orderBy({ direction }: PageSearch): string {
  return `order by o.placed_at ${direction}, o.key ${direction}`
}

function page(rows: readonly ListPosition[], limit: number): FoundPage {
  const positions = rows.slice(0, limit)
  return { positions, next: rows.length > limit ? positions.at(-1) : undefined }
}

function upToPosition(end: ListPosition, { direction }: PageSearch, values: unknown[]): string {
  const at = values.push(end.placedAt, end.key)
  return `(o.placed_at, o.key) ${direction === 'desc' ? '>=' : '<='} ($${at - 1}::timestamptz, $${at}::bigint)`
}

export function afterPosition({ after, direction }: PageSearch, values: unknown[]): string {
  if (!after) return ''
  const at = values.push(after.placedAt, after.key)
  return ` and (o.placed_at, o.key) ${direction === 'desc' ? '<' : '>'} ($${at - 1}::timestamptz, $${at}::bigint)`
}

export interface Sample {
  /** How many of the orders looked at match the filter. */
  matches: number
  /** After the last order looked at, and all others of the same moment. */
  end: ListPosition
}

/**
 * Samples at times that are evenly distributed between the position of the list and `before`, or its end; in list order. Only
 * its own place bounds where a sample begins: given other bounds, too, PostgreSQL would read the index from the first of them.
 */
export async function sampleList(
  { db, filter, values, request }: Search,
  before: ListPosition | undefined,
): Promise<Sample[]> {
  const own = [...values]
  const { direction } = request
  const [beyond, last, opposite] = direction === 'desc' ? ['<=', 'min', 'asc'] : ['>=', 'max', 'desc']
  const [firstKey, lastKey] = direction === 'desc' ? [LAST_KEY, 0] : [0, LAST_KEY]
  const after = `${filter.range}${afterPosition(request, own)}`
  const upTo = before ? ` and ${upToPosition(before, request, own)}` : ''
  const { rows } = await db.query<{ matches: number; placedAt: Date | null }>(
    `select s.* from (
       select (select o.placed_at from sale_order o where ${after} ${orderBy(request)} limit 1) as first,
              (select o.placed_at from sale_order o where ${after}${upTo}
                order by o.placed_at ${opposite}, o.key ${opposite} limit 1) as last) list
      cross join generate_series(0, ${SAMPLES - 1}) n
      cross join lateral (
        select count(*) filter (where ${filter.rest}) as matches, ${last}(o.placed_at) as "placedAt"
          from (select o.* from sale_order o
                 where o.location_id = $1${upTo}
                   and (o.placed_at, o.key) ${beyond} (list.first + (list.last - list.first) * n / ${SAMPLES}, ${firstKey})
                 ${orderBy(request)} limit ${SAMPLE_ORDERS}) o) s
      order by n`,
    own,
  )
  return rows.flatMap(({ matches, placedAt }) =>
    placedAt ? [{ matches, end: { placedAt, key: lastKey } }] : [],
  )
}
