import type { Queryable } from '../../db/database.js'
import { type FilterSql, filterSql, type ListDate, type OrderFilter } from './list-filter.js'

/** Where a page of a list ended: the order after which the next one begins. */
export interface ListPosition {
  /** The date that orders the list, as PostgreSQL's text: a Date would lose microseconds. */
  at: string
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
  /** `placed_at` if absent. */
  by?: ListDate | undefined
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
 * One page of a list by date. Frequent matches are found among the first orders of the list, others through
 * an index and sorted. If an index finds too many, all orders are looked at in list order until the page is
 * full or `timeoutMs` have passed: then the page is short.
 */
export async function findPage(
  db: Queryable,
  locationId: string,
  filter: OrderFilter,
  request: PageSearch,
): Promise<FoundPage> {
  const { limit, limits } = request
  const values: unknown[] = []
  const sql = filterSql(filter, locationId, values, request.by)
  if (!sql) return { positions: [], next: undefined }
  const search: Search = { db, filter: sql, values, request }
  let { positions, next } = await walk(search, limits.probe)
  if (positions.length >= limit || !next) return { positions, next }
  const { state } = sql
  const sources = [
    ...(state && !(state.becomesFrequent && positions.length > 0)
      ? [state.among(limits.candidates + 1)]
      : []),
    ...(sql.indexed === undefined ? [] : [sql.indexed]),
  ]
  for (const source of sources) {
    const page = await sortCandidates(search, source)
    if (page) return page
  }
  const until = performance.now() + limits.timeoutMs
  do {
    const left: PageSearch = { ...request, after: next, limit: limit - positions.length }
    const more = await walk({ ...search, request: left }, limits.window)
    positions = [...positions, ...more.positions]
    next = more.next
  } while (positions.length < limit && next && performance.now() < until)
  return { positions, next }
}

/** The matches among the next `window` orders of the list. */
async function walk({ db, filter, values, request }: Search, window: number): Promise<FoundPage> {
  const order = orderBy('o', request)
  const all = [...values]
  const { rows } = await db.query<ListPosition & { fits: boolean; last: boolean }>(
    `select o.${dateOf(request)}::text as at, o.key, o.fits, o.place = ${window} as last
       from (select o.${dateOf(request)}, o.key, ${filter.rest} as fits, row_number() over (${order}) as place
               from (select * from sale_order o where ${rangeOf(filter, request, all)} ${order}
                      limit ${window}) o) o
      where o.fits or o.place = ${window} ${order} limit ${request.limit + 1}`,
    all,
  )
  if (rows.length > request.limit) return pageOf(rows, request.limit)
  // These are all matches in the window. The list continues after it, or has ended.
  return { positions: rows.filter(({ fits }) => fits), next: rows.find(({ last }) => last) }
}

/** The page from the orders that an index finds, sorted; undefined if there are too many of them. */
async function sortCandidates(
  { db, filter, values, request }: Search,
  source: string,
): Promise<FoundPage | undefined> {
  const { limit, limits } = request
  const all = [...values]
  const fits = `${rangeOf(filter, request, all)} and ${filter.rest}`
  const { rows } = await db.query<{ at: string; key: number | null; found: number }>(
    `with candidate as materialized (${candidatesSql(source, fits, limits.candidates)})
     select p.${dateOf(request)}::text as at, p.key, found
       from (select count(*) as found from candidate) c
       left join (select ${dateOf(request)}, key from candidate p where fits ${orderBy('p', request)}
                   limit ${limit + 1}) p on found <= ${limits.candidates} ${orderBy('p', request)}`,
    all,
  )
  if (rows[0]!.found > limits.candidates) return undefined
  return pageOf(
    rows.flatMap(({ at, key }) => (key === null ? [] : [{ at, key }])),
    limit,
  )
}

/**
 * Up to `most` orders of a source and one more, and whether they fit. The limit is a subquery: for a number
 * PostgreSQL would expect to meet so many soon when it reads all orders, and not use the index.
 */
export const candidatesSql = (source: string, fits: string, most: number): string =>
  `select o.key, o.placed_at, o.changed_at, o.total, o.currency, ${fits} as fits
     from sale_order o where ${source} limit (select ${most + 1})`

function pageOf(rows: readonly ListPosition[], limit: number): FoundPage {
  const positions = rows.slice(0, limit)
  return { positions, next: rows.length > limit ? positions.at(-1) : undefined }
}

function dateOf({ by = 'placed_at' }: PageSearch): ListDate {
  return by
}

function orderBy(from: string, request: PageSearch): string {
  const { direction } = request
  return `order by ${from}.${dateOf(request)} ${direction}, ${from}.key ${direction}`
}

/** The condition of what is still to be looked at; its position is added to the values. */
function rangeOf({ range }: FilterSql, request: PageSearch, values: unknown[]): string {
  const { after, direction } = request
  if (!after) return range
  const at = values.push(after.at, after.key)
  const compared = direction === 'desc' ? '<' : '>'
  return `${range} and (o.${dateOf(request)}, o.key) ${compared} ($${at - 1}::timestamptz, $${at}::bigint)`
}
