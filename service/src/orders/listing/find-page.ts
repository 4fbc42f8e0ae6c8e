import type { Queryable } from '../../db/database.js'
import type { ListPosition } from './list-cursor.js'
import { type FilterSql, filterSql, type OrderFilter } from './list-filter.js'

/** Orders that are looked at first, in the order of the list: enough wherever matches are frequent. */
const PROBE = 200
/** Orders that one statement looks at in the order of the list at most. */
const WALK = 20_000
/** Orders that are taken from an index and sorted at most. */
const CANDIDATES = 20_000
/** A condition that more than so many of PROBE orders meet is met by so many altogether that its index is of no use. */
const FREQUENT = PROBE / 20
/** How long a page may be walked for. */
const PATIENCE_MS = 2_000

export interface PageSearch {
  direction: 'asc' | 'desc'
  limit: number
  after: ListPosition | undefined
  /** After how many milliseconds of walking a page may end early. */
  patienceMs?: number | undefined
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
 * One page of a list by date. Frequent matches are met at once by walking the list, rare ones are taken from an index and sorted. What
 * no index finds is walked for until the page is whole, or for PATIENCE_MS: then it holds less than asked for, and its `next` goes on.
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
  const probed = await walk(search, PROBE)
  if (isWhole(probed, request)) return probed
  const owed = sql.owed && (await sortCandidates(search, sql.owed(CANDIDATES + 1)))
  if (owed) return owed
  if (probed.positions.length < request.limit * (PROBE / WALK)) {
    for (const condition of await rareConditions(search)) {
      const sorted = await sortCandidates(search, `sale_order o where ${condition}`)
      if (sorted) return sorted
    }
  }
  return walkOn(search, probed)
}

function isWhole({ positions, next }: FoundPage, { limit }: PageSearch): boolean {
  return positions.length >= limit || !next
}

async function walkOn(search: Search, begun: FoundPage): Promise<FoundPage> {
  const { limit, patienceMs = PATIENCE_MS } = search.request
  const until = performance.now() + patienceMs
  let { positions, next } = begun
  while (!isWhole({ positions, next }, search.request) && performance.now() < until) {
    const request = { ...search.request, after: next, limit: limit - positions.length }
    const more = await walk({ ...search, request }, WALK)
    positions = [...positions, ...more.positions]
    next = more.next
  }
  return { positions, next }
}

/**
 * Conditions that all matches meet and few other orders, the rarest first: how many meet each is seen in the next PROBE orders. Of words
 * that must all be there the rarest is enough, for an index reads all orders that have the most frequent one.
 */
async function rareConditions({ db, filter, values, request }: Search): Promise<string[]> {
  const conditions = [...new Set(filter.indexed.flat(2))]
  if (conditions.length === 0) return []
  const own = [...values]
  const counts = conditions.map(condition => `count(*) filter (where ${condition})`)
  const { rows } = await db.query<{ counts: string[] }>(
    `select array[${counts}]::int[] as counts
       from (select o.* from sale_order o where ${filter.range}${beyond(request, own)} ${inOrder(request)} limit ${PROBE}) o`,
    own,
  )
  const countOf = new Map(conditions.map((condition, at) => [condition, Number(rows[0]!.counts[at])]))
  return filter.indexed
    .map(lists => {
      const rarest = lists.map(list => list.reduce((a, b) => (countOf.get(b)! < countOf.get(a)! ? b : a)))
      const count = rarest.reduce((sum, condition) => sum + countOf.get(condition)!, 0)
      return { condition: `(${rarest.join(' or ')})`, count }
    })
    .filter(({ count }) => count <= FREQUENT)
    .sort((a, b) => a.count - b.count)
    .map(({ condition }) => condition)
}

/** Looks through the next `window` orders of the list. */
async function walk({ db, filter, values, request }: Search, window: number): Promise<FoundPage> {
  const { limit } = request
  const order = inOrder(request)
  const walked = (own: unknown[]): string =>
    `from sale_order o where ${filter.range}${beyond(request, own)} ${order}`
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
  { db, filter, values, request }: Search,
  source: string,
): Promise<FoundPage | undefined> {
  const { limit, direction } = request
  const own = [...values]
  const { rows } = await db.query<{ placedAt: Date; key: number | null; found: number }>(
    `with candidate as materialized (
       select o.key, o.placed_at, ${filter.rest} as fits from ${source} and ${filter.range}${beyond(request, own)}
        limit ${CANDIDATES + 1})
     select p.placed_at as "placedAt", p.key, found
       from (select count(*) as found from candidate) c
       left join (select distinct placed_at, key from candidate where fits
                   order by placed_at ${direction}, key ${direction} limit ${limit + 1}) p on found <= ${CANDIDATES}
      order by p.placed_at ${direction}, p.key ${direction}`,
    own,
  )
  if (rows[0]!.found > CANDIDATES) return undefined
  return page(
    rows.flatMap(({ placedAt, key }) => (key === null ? [] : [{ placedAt, key }])),
    limit,
  )
}

function inOrder({ direction }: PageSearch): string {
  return `order by o.placed_at ${direction}, o.key ${direction}`
}

function page(rows: readonly ListPosition[], limit: number): FoundPage {
  const positions = rows.slice(0, limit)
  return { positions, next: rows.length > limit ? positions.at(-1) : undefined }
}

function beyond({ after, direction }: PageSearch, values: unknown[]): string {
  if (!after) return ''
  const at = values.push(after.placedAt, after.key)
  return ` and (o.placed_at, o.key) ${direction === 'desc' ? '<' : '>'} ($${at - 1}::timestamptz, $${at}::bigint)`
}
