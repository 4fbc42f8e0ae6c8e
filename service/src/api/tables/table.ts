/** Value of a cell: a text, a decimal number, a moment, or null. */
export type Cell = string | number | Date | null

export interface Column<Row> {
  title: string
  /** A `number` may be a decimal string, which keeps all digits. */
  kind: 'text' | 'number' | 'time'
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

/** Reads page after page until the list ends; yields `more` last if it goes on after `limit` rows. */
export async function* readPages<Row>(
  readPage: (page: {
    limit: number
    cursor: string | undefined
  }) => Promise<{ items: Row[]; next: string | null }>,
  limit: number,
): AsyncGenerator<Row[] | 'more'> {
  let cursor: string | undefined
  for (let left = limit; left > 0; ) {
    const { items, next } = await readPage({ limit: Math.min(PAGE_ROWS, left), cursor })
    left -= items.length
    yield items
    if (next === null) return
    cursor = next
  }
  yield 'more'
}

/**
 * Reads the first page, so that problems with the filter are known before the answer begins; returns all
 * pages.
 */
export async function readFirst<Page>(pages: AsyncGenerator<Page>): Promise<AsyncGenerator<Page>> {
  const first = await pages.next()
  return (async function* () {
    if (first.done) return
    yield first.value
    yield* pages
  })()
}

const PAGE_ROWS = 500
