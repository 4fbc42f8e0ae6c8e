import { yieldBetweenSteps } from '../../workers/yield-between-steps.js'

/** Value of a cell: a text, a decimal number, a moment, or null. */
export type Cell = string | number | Date | null

export interface Column<Row> {
  title: string
  /** A `number` or `money` may be a decimal string, which keeps all digits; a `day` is 2026-11-17. */
  kind: 'text' | 'sentence' | 'number' | 'money' | 'time' | 'day'
  /** In characters, if not that of its kind. */
  width?: number
  value: (row: Row) => Cell
}

/** A list as a file: pages are read as the client takes them, so that memory does not grow with the rows. */
export interface Table<Row> {
  columns: readonly Column<Row>[]
  pages: AsyncIterable<readonly Row[] | 'more'>
  /** A moment as the location's clock shows it: `2026-11-17 12:15:07`. */
  local: (at: Date) => string
  /** Written below the last row if there were more than may be exported. */
  more: string
}

type ReadPage<Row> = (page: {
  limit: number
  cursor: string | undefined
}) => Promise<{ items: Row[]; next: string | null }>

/** So many are read and written in some ten milliseconds, in which nobody else is served. */
const PAGE_ROWS = 50

/**
 * The pages of a list to its end, then `more` if it goes on after `limit` rows. The first is read at once:
 * problems with the filter are known before the answer begins.
 */
export async function readPages<Row>(
  readPage: ReadPage<Row>,
  limit: number,
): Promise<AsyncGenerator<Row[] | 'more'>> {
  const read = (left: number, cursor?: string) => readPage({ limit: Math.min(PAGE_ROWS, left), cursor })
  const first = await read(limit)
  return (async function* (): AsyncGenerator<Row[] | 'more'> {
    let left = limit
    const pause = yieldBetweenSteps({ rests: 3 })
    for (let page = first; ; page = await read(left, page.next)) {
      yield page.items
      await pause()
      left -= page.items.length
      if (page.next === null) return
      if (left <= 0) break
    }
    yield 'more'
  })()
}
