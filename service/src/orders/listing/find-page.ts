import type { Queryable } from '../../db/database.js'
import { allOf, anyOf, type FilterSql, filterSql, type OrderFilter } from './list-filter.js'

/** Where a page of a list ended: the order after which the next one begins. */
export interface ListPosition {
  placedAt: Date
  key: number
}

/** How much a page of a list may cost. */
export interface ListLimits {
  /** How many orders to look at first, in list order: enough when matches are frequent. */
  probe: number
  /** Most orders that one statement looks at in list order. */
  window: number
  /** Most orders to take from an index and sort. */
  candidates: number
  /** After how many milliseconds of looking a page ends early. */
  timeoutMs: number
}

export const LIST_LIMITS: ListLimits = { probe: 500, window: 20_000, candidates: 150_000, timeoutMs: 2000 }

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

/** If more than this share of the probed orders meet a condition, its index is of no use. */
const FREQUENT = 1 / 5

/**
 * One page of a list by date. Frequent matches are found by walking the list, others through an index and
 * sorted. If an index finds too many, the walk goes on until the page is full or `timeoutMs` have passed:
 * then the page is short.
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
  const probed = await walk(search, request.limits.probe)
  if (isComplete(probed, request)) return probed
  return (await findByIndex(search, probed)) ?? continueWalk(search, probed)
}

function isComplete({ positions, next }: FoundPage, { limit }: PageSearch): boolean {
  return positions.length >= limit || !next
}

async function findByIndex(search: Search, probed: FoundPage): Promise<FoundPage | undefined> {
  const { state } = search.filter
  const { candidates } = search.request.limits
  if (state && !(state.becomesFrequent && probed.positions.length > 0)) {
    // Limited by itself, it may lack some in range: orders out of range count, too. It may have an order
    // twice.
    const values = [...search.values]
    const fits = `${rangeOf(search, values)} and ${search.filter.rest}`
    const source = { from: state.from(candidates + 1), fits, distinct: 'distinct', values }
    const page = await sortCandidates(search, source)
    if (page) return page
  }
  const rare = await rareConditions(search)
  if (!rare) return undefined
  const values = [...search.values]
  const from = `sale_order o where ${rare.met} and ${rangeOf(search, values)}`
  return sortCandidates(search, { from, fits: rare.left, distinct: '', values })
}

/** The matches among the next `window` orders of the list. */
async function walk(search: Search, window: number): Promise<FoundPage> {
  const { db, filter, values, request } = search
  const { limit } = request
  const order = orderBy(request)
  const all = [...values]
  const { rows } = await db.query<ListPosition>(
    `select o.placed_at as "placedAt", o.key
       from (select o.* from sale_order o where ${rangeOf(search, all)} ${order} limit ${window}) o
      where ${filter.rest} ${order} limit ${limit + 1}`,
    all,
  )
  if (rows.length > limit) return page(rows, limit)
  // These are all matches in the window. The list continues after it, or has ended.
  const ranged = values.slice(0, filter.rangeValues)
  const end = await db.query<ListPosition>(
    `select o.placed_at as "placedAt", o.key from sale_order o
      where ${rangeOf(search, ranged)} ${order} offset ${window - 1} limit 1`,
    ranged,
  )
  return { positions: rows, next: end.rows[0] }
}

/** Continues the walk until the page is complete or the time is over, for at least one statement. */
async function continueWalk(search: Search, begun: FoundPage): Promise<FoundPage> {
  const { limit, limits } = search.request
  const until = performance.now() + limits.timeoutMs
  let { positions, next } = begun
  do {
    const request = { ...search.request, after: next, limit: limit - positions.length }
    const more = await walk({ ...search, request }, limits.window)
    positions = [...positions, ...more.positions]
    next = more.next
  } while (!isComplete({ positions, next }, search.request) && performance.now() < until)
  return { positions, next }
}

/**
 * The page from a source of candidates, sorted; undefined if there are too many of them. The limit is a
 * subquery: for a number PostgreSQL would expect to meet so many soon when it reads all orders, and not use
 * the index.
 */
async function sortCandidates(
  { db, request }: Search,
  { from, fits, distinct, values }: { from: string; fits: string; distinct: string; values: unknown[] },
): Promise<FoundPage | undefined> {
  const { limit, direction, limits } = request
  const { rows } = await db.query<{ placedAt: Date; key: number | null; found: number }>(
    `with candidate as materialized (
       select o.key, o.placed_at, ${fits} as fits from ${from} limit (select ${limits.candidates + 1}))
     select p.placed_at as "placedAt", p.key, found
       from (select count(*) as found from candidate) c
       left join (select ${distinct} placed_at, key from candidate where fits
                   order by placed_at ${direction}, key ${direction}
                     limit ${limit + 1}) p on found <= ${limits.candidates}
      order by p.placed_at ${direction}, p.key ${direction}`,
    values,
  )
  if (rows[0]!.found > limits.candidates) return undefined
  return page(
    rows.flatMap(({ placedAt, key }) => (key === null ? [] : [{ placedAt, key }])),
    limit,
  )
}

/**
 * The conditions that few of the next orders meet, as one, and those that are left to check; undefined if
 * there are none. The index of one that many orders meet would be read as a whole.
 */
export async function rareConditions(search: Search): Promise<{ met: string; left: string } | undefined> {
  const { db, filter, values, request } = search
  const conditions = [...new Set(filter.indexed.flat(2))]
  if (conditions.length === 0) return undefined
  const own = values.slice(0, filter.indexedValues)
  const range = rangeOf(search, own)
  const counts = conditions.map(condition => `count(*) filter (where ${condition})`)
  const { rows } = await db.query<{ looked: number; counts: string[] }>(
    `select count(*) as looked, array[${counts}]::int[] as counts
       from (select o.* from sale_order o where ${range} ${orderBy(request)}
         limit ${request.limits.probe}) o`,
    own,
  )
  const { looked, counts: found } = rows[0]!
  const isRare = (condition: string): boolean =>
    Number(found[conditions.indexOf(condition)]) <= FREQUENT * looked
  const met = filter.indexed
    .map(lists => lists.map(list => list.filter(isRare)))
    .filter(lists => lists.every(list => list.length > 0))
  const left = filter.indexed.filter(lists => !lists.flat().every(isRare))
  if (met.length === 0) return undefined
  return { met: allOf(met.map(anyOf)), left: allOf([...left.map(anyOf), ...filter.others]) }
}

function page(rows: readonly ListPosition[], limit: number): FoundPage {
  const positions = rows.slice(0, limit)
  return { positions, next: rows.length > limit ? positions.at(-1) : undefined }
}

function orderBy({ direction }: PageSearch): string {
  return `order by o.placed_at ${direction}, o.key ${direction}`
}

/** The condition of what is still to be looked at; its position is added to the values. */
function rangeOf({ filter, request: { after, direction } }: Search, values: unknown[]): string {
  if (!after) return filter.range
  const at = values.push(after.placedAt, after.key)
  const compared = direction === 'desc' ? '<' : '>'
  return `${filter.range} and (o.placed_at, o.key) ${compared} ($${at - 1}::timestamptz, $${at}::bigint)`
}
