import { stringify } from 'csv-stringify/sync'
import type { Cell, Table } from './table.js'

const OPTIONS = { record_delimiter: 'windows', escape_formulas: true } as const

/** RFC 4180 in UTF-8, with the byte order mark by which spreadsheets recognize it; no cell is run as a formula. */
export async function* writeCsv<Row>({ columns, pages, local, more }: Table<Row>): AsyncGenerator<string> {
  const toText = (cell: Cell): string =>
    cell === null ? '' : cell instanceof Date ? local(cell) : String(cell)
  yield `\uFEFF${stringify([columns.map(({ title }) => title)], OPTIONS)}`
  for await (const rows of pages) {
    const cells = rows === 'more' ? [[more]] : rows.map(row => columns.map(({ value }) => toText(value(row))))
    if (cells.length > 0) yield stringify(cells, OPTIONS)
  }
}
