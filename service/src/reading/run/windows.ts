import { ReadingError } from '../odata/failures.js'
import type { ODataQuery } from '../odata/query.js'
import { datetime } from '../odata/query.js'
import type { Source } from '../programs/program.js'

/** Rows of one answer, when more mean that the window is halved. */
const MOST_ROWS = 1000
/** Of one second; a 1C that has more does not understand `$skip`, and would never end. */
const MOST_OF_SECOND = 100_000
/** The next window is as wide as this many rows would need, twice as wide at most. */
const WANTED_ROWS = 0.75 * MOST_ROWS
const FIRST_WINDOW_MS = 64 * 86_400_000
const SECOND_MS = 1000

export interface Window<Row> {
  rows: Row[]
  /** The next part of one second that holds more rows than an answer. */
  continues: boolean
  /** Everything before it has been read: `2026-11-17T00:00:00`. */
  readTo: string
}

export interface Scope {
  /** 1C's wall clock; `to` is excluded. */
  from: string
  to: string
  /** Condition besides the window. */
  filter?: string | undefined
}

type List<Row> = (query: Omit<ODataQuery, 'select'>) => Promise<Row[]>

/**
 * All rows of a set by windows over its date: documents that appear or move meanwhile push no other out of an
 * answer, as they would with `$skip`, which is left for what happened within one second.
 */
export async function* readWindows<Row>(
  { set, date, key }: Source<Row>,
  { from, to, filter }: Scope,
  list: List<Row>,
): AsyncGenerator<Window<Row>> {
  const end = instant(to)
  let width = FIRST_WINDOW_MS
  for (let at = instant(from); at < end; ) {
    const until = Math.min(at + width, end)
    const window = `${date} ge ${datetime(local(at))} and ${date} lt ${datetime(local(until))}`
    const query = { filter: filter ? `${window} and ${filter}` : window }
    const rows = await list({ ...query, top: MOST_ROWS + 1 })
    if (rows.length > MOST_ROWS && until - at > SECOND_MS) {
      width = Math.max(SECOND_MS, seconds((until - at) / 2))
      continue
    }
    const readTo = local(until)
    if (rows.length <= MOST_ROWS) yield { rows, continues: false, readTo }
    else yield* readSecond(query, `${date},${key}`, list, { set, before: local(at), readTo })
    if (rows.length < WANTED_ROWS) width = seconds(width * Math.min(2, WANTED_ROWS / rows.length))
    at = until
  }
}

async function* readSecond<Row>(
  query: Omit<ODataQuery, 'select'>,
  orderby: string,
  list: List<Row>,
  { set, before, readTo }: { set: string; before: string; readTo: string },
): AsyncGenerator<Window<Row>> {
  for (let skip = 0; skip < MOST_OF_SECOND; skip += MOST_ROWS) {
    const rows = await list({ ...query, orderby, top: MOST_ROWS, skip })
    const isLast = rows.length < MOST_ROWS
    yield { rows, continues: skip > 0, readTo: isLast ? readTo : before }
    if (isLast) return
  }
  throw new ReadingError('unexpected-answer', { set })
}

const seconds = (ms: number): number => Math.floor(ms / SECOND_MS) * SECOND_MS
// 1C's dates have no zone: they are counted as if they were UTC.
const instant = (date: string): number => Date.parse(`${date}Z`)
const local = (ms: number): string => new Date(ms).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)
