import type { Queryable } from '../../db/database.js'
import type { ListPosition } from './list-cursor.js'
import { type FilterSql, filterSql, type OrderFilter } from './list-filter.js'

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
/** If more than this share of the probed orders meet a condition, its index is of no use. */
const FREQUENT = 1 / 20

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

interface Search {
  db: Queryable
  filter: FilterSql
  values: unknown[]
  request: PageSearch
}

/**
 * One page of a list by date. Frequent matches are found by walking the list, rare ones through an index and then sorted. Where no
 * index helps, the walk goes on until the page is full or `timeoutMs` have passed: then the page is short, and its `next` continues.
 */
export async function findPage(
  db: Queryable,
  locationId: string,
  filter: OrderFilter,
  request: PageSearch,
): Promise<FoundPage> {
  const values: unknown[] = []
  const sql = filterSql(filter, locationId, values)
  if (!sql) return { positions: [], next: undefined }
  const search: Search = { db, filter: sql, values, request }
  const { limits } = request
  const byState = async (): Promise<FoundPage | undefined> =>
    sql.state && sortCandidates(search, sql.state.from(limits.candidates + 1))
  const probed = await walk(search, limits.probe)
  if (isComplete(probed, request)) return probed
  const few = sql.state?.becomesFrequent ? undefined : await byState()
  if (few) return few
  if (probed.positions.length < request.limit * (limits.probe / limits.walk)) {
    for (const condition of await rareConditions(search)) {
      const sorted = await sortCandidates(search, `sale_order o where ${condition}`)
      if (sorted) return sorted
    }
  }
  if (!sql.state?.becomesFrequent)
    return continueWalk(search, probed, limits.timeoutMs, sql.scan ? scan : walk)
  const walked = await continueWalk(search, probed, 0)
  if (isComplete(walked, request)) return walked
  return (await byState()) ?? continueWalk(search, walked)
}

function isComplete({ positions, next }: FoundPage, { limit }: PageSearch): boolean {
  return positions.length >= limit || !next
}

/** Continues the walk until the page is complete or `timeoutMs` have passed, for at least one statement. */
async function continueWalk(
  search: Search,
  begun: FoundPage,
  timeoutMs = search.request.limits.timeoutMs,
  look = walk,
): Promise<FoundPage> {
  const { limit, limits } = search.request
  const until = performance.now() + timeoutMs
  let { positions, next } = begun
  do {
    const request = { ...search.request, after: next, limit: limit - positions.length }
    const more = await look({ ...search, request }, limits.walk)
    positions = [...positions, ...more.positions]
    next = more.next
  } while (!isComplete({ positions, next }, search.request) && performance.now() < until)
  return { positions, next }
}

/**
 * Conditions that all matches meet and few other orders do, rarest first, estimated from the next `probe` orders. Of several
 * required words only the rarest is used, since an index scan for all of them would read all orders with the most frequent one.
 */
export async function rareConditions({ db, filter, values, request }: Search): Promise<string[]> {
  const conditions = [...new Set(filter.indexed.flat(2))]
  if (conditions.length === 0) return []
  const own = [...values]
  const counts = conditions.map(condition => `count(*) filter (where ${condition})`)
  const { rows } = await db.query<{ counts: string[] }>(
    `select array[${counts}]::int[] as counts
       from (select o.* from sale_order o where ${filter.range}${afterPosition(request, own)} ${orderBy(request)} limit ${request.limits.probe}) o`,
    own,
  )
  const countOf = new Map(conditions.map((condition, at) => [condition, Number(rows[0]!.counts[at])]))
  return filter.indexed
    .map(lists => {
      const rarest = lists.map(list => list.reduce((a, b) => (countOf.get(b)! < countOf.get(a)! ? b : a)))
      const count = rarest.reduce((sum, condition) => sum + countOf.get(condition)!, 0)
      return { condition: `(${rarest.join(' or ')})`, count }
    })
    .filter(({ count }) => count <= FREQUENT * request.limits.probe)
    .sort((a, b) => a.count - b.count)
    .map(({ condition }) => condition)
}

/** The matches among the next `window` orders of the list. */
async function walk({ db, filter, values, request }: Search, window: number): Promise<FoundPage> {
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
async function scan(search: Search, window: number): Promise<FoundPage> {
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

/** The page from a source of candidates, sorted; undefined if there are too many of them. */
async function sortCandidates(
  { db, filter, values, request }: Search,
  source: string,
): Promise<FoundPage | undefined> {
  const { limit, direction, limits } = request
  const own = [...values]
  const { rows } = await db.query<{ placedAt: Date; key: number | null; found: number }>(
    `with candidate as materialized (
       select o.key, o.placed_at, ${filter.rest} as fits from ${source} and ${filter.range}${afterPosition(request, own)}
        limit ${limits.candidates + 1})
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

function orderBy({ direction }: PageSearch): string {
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

function afterPosition({ after, direction }: PageSearch, values: unknown[]): string {
  if (!after) return ''
  const at = values.push(after.placedAt, after.key)
  return ` and (o.placed_at, o.key) ${direction === 'desc' ? '<' : '>'} ($${at - 1}::timestamptz, $${at}::bigint)`
}
