import { stringify } from 'csv-stringify/sync'
import type { Cell, Column, Table } from './table.js'

/**
 * A spreadsheet splits a file by the list separator of its region: a semicolon where the decimal sign is a
 * comma, as in Russia.
 */
export const CSV_SEPARATORS = ['comma', 'semicolon'] as const
export type CsvSeparator = (typeof CSV_SEPARATORS)[number]

const OPTIONS = { record_delimiter: 'windows', escape_formulas: true } as const

/**
 * RFC 4180 in UTF-8, with the byte order mark by which spreadsheets recognize it; no cell is run as a
 * formula. With semicolons, numbers have a decimal comma: with Russian settings a spreadsheet would take
 * 12.10 for a date.
 */
export async function* writeCsv<Row>(
  { columns, pages, local, more }: Table<Row>,
  separator: CsvSeparator,
): AsyncGenerator<string> {
  const options = { ...OPTIONS, delimiter: separator === 'comma' ? ',' : ';' }
  const toText = (cell: Cell, kind: Column<Row>['kind']): string => {
    if (cell === null) return ''
    if (cell instanceof Date) return local(cell)
    const text = String(cell)
    return (kind === 'number' || kind === 'money') && separator === 'semicolon'
      ? text.replace('.', ',')
      : text
  }
  yield `\uFEFF${stringify([columns.map(({ title }) => title)], options)}`
  for await (const rows of pages) {
    const cells =
      rows === 'more' ? [[more]] : rows.map(row => columns.map(({ value, kind }) => toText(value(row), kind)))
    if (cells.length > 0) yield stringify(cells, options)
  }
}
