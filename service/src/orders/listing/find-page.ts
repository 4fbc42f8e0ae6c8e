import type { Queryable } from '../../db/database.js'
import type { ListPosition } from './list-cursor.js'
import { type FilterSql, filterSql, type OrderFilter } from './list-filter.js'
import {
  afterPosition,
  type FoundPage,
  orderBy,
  type PageSearch,
  type Search,
  sampleList,
  scan,
  sortCandidates,
  walk,
} from './read-list.js'

/** More than any integration has. */
const ALL = 1_000_000_000
/** If more than this share of the probed orders meet a condition, its index is of no use. */
const FREQUENT = 1 / 20

/**
 * One page of a list by date. Frequent matches are found by walking the list, rare ones through an index and then sorted; those of
 * which there are many, but few among the next orders, stretch by stretch of the list. Where no index helps, the walk goes on. All end
 * when the page is full or `timeoutMs` have passed: then the page is short, and its `next` continues.
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
    sql.state && sortCandidates(search, { sql: sql.state.from(limits.candidates + 1), isLimited: true })
  const goOn = (begun: FoundPage): Promise<FoundPage> => {
    const source = stretchSource(sql)
    return source === undefined ? continueWalk(search, begun) : findInStretches(search, begun, source)
  }
  const probed = await walk(search, limits.probe)
  if (isComplete(probed, request)) return probed
  const few = sql.state?.becomesFrequent ? undefined : await byState()
  if (few) return few
  const isRare = probed.positions.length < request.limit * (limits.probe / limits.walk)
  if (isRare) {
    for (const condition of await rareConditions(search)) {
      const sorted = await sortCandidates(search, { sql: `sale_order o where ${condition}` })
      if (sorted) return sorted
    }
  }
  if (sql.scan) return continueWalk(search, probed, limits.timeoutMs, scan)
  const walked = isRare && !sql.state?.becomesFrequent ? probed : await continueWalk(search, probed, 0)
  if (isComplete(walked, request)) return walked
  return (sql.state?.becomesFrequent && (await byState())) || goOn(walked)
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

/** What findInStretches reads; undefined if no index tells which orders match. */
function stretchSource({ indexedSql, state }: FilterSql): string | undefined {
  if (!state || state.becomesFrequent) return indexedSql && `sale_order o where ${indexedSql}`
  return `${state.from(ALL)} and ${indexedSql ?? 'true'}`
}

/**
 * Continues through the index of `source`, which may find very many orders, a stretch of the list at a time: up to the first place
 * where samples of the list contain matches, so that there are few of them to sort. If no sample contains any, the rest is walked.
 */
async function findInStretches(search: Search, begun: FoundPage, source: string): Promise<FoundPage> {
  const { limit, limits } = search.request
  const until = performance.now() + limits.timeoutMs
  let { positions, next } = begun
  let before: ListPosition | undefined
  do {
    const request = { ...search.request, after: next, limit: limit - positions.length }
    const here = { ...search, request }
    const samples = await sampleList(here, before)
    const first = samples.findIndex(({ matches }) => matches > 0)
    const end = samples[first]?.end ?? before
    const found = await sortCandidates(here, { sql: source, end })
    // The samples don't tell up to where to read: a walk gets further than stretches of a guessed length.
    if (!found && first < 0) return continueWalk(search, { positions, next }, until - performance.now())
    if (!found && first > 0 && end && end.placedAt.getTime() !== before?.placedAt.getTime()) {
      // Too many: once more, up to a nearer place.
      before = end
      continue
    }
    const more = found ? { ...found, next: found.next ?? end } : await walk(here, limits.walk)
    positions = [...positions, ...more.positions]
    next = more.next
    before = undefined
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
