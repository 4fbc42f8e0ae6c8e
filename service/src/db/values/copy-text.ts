/** A value of a row; its text must be what PostgreSQL reads as the column's type. */
export type CopyValue = string | number | bigint | boolean | null

/** Size of a piece of rows, unless one row is larger. */
const PIECE_BYTES = 64 * 1024

/** A row of COPY's text format, or a part of one, without its end. */
export function copyRow(values: readonly CopyValue[]): string {
  let text = ''
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    if (index > 0) text += '\t'
    text += value === null ? '\\N' : typeof value === 'string' ? escaped(value) : value
  }
  return text
}

/** The values of a row that copyRow wrote. */
export function readCopyRow(row: string): (string | null)[] {
  return row.split('\t').map(value => (value === '\\N' ? null : unescaped(value)))
}

/** Values in COPY's text format, from `start` to `end` of a buffer that others share. */
export interface CopiedRow {
  bytes: Buffer
  start: number
  end: number
}

/** Rows in COPY's text format, in pieces made on demand. `rest`: the last values of a row, in that format already. */
export function* copyRows(
  rows: Iterable<{ values: readonly CopyValue[]; rest?: CopiedRow }>,
): Generator<Buffer> {
  let piece = Buffer.allocUnsafe(PIECE_BYTES)
  let used = 0
  for (const { values, rest } of rows) {
    const first = copyRow(values)
    // A character takes three bytes at most; then a tab and the end of the line.
    const most = 3 * first.length + (rest ? rest.end - rest.start : 0) + 2
    if (used + most > piece.length) {
      if (used > 0) yield piece.subarray(0, used)
      piece = Buffer.allocUnsafe(Math.max(most, PIECE_BYTES))
      used = 0
    }
    used += piece.write(first, used)
    if (rest) {
      piece[used++] = TAB
      used += rest.bytes.copy(piece, used, rest.start, rest.end)
    }
    piece[used++] = LINE_FEED
  }
  if (used > 0) yield piece.subarray(0, used)
}

const TAB = 9
const LINE_FEED = 10

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const UNESCAPES: Record<string, string> = { t: '\t', n: '\n', r: '\r' }

function escaped(text: string): string {
  const isPlain = !(text.includes('\\') || text.includes('\n') || text.includes('\t') || text.includes('\r'))
  return isPlain ? text : text.replace(/[\\\t\n\r]/g, character => ESCAPES[character]!)
}

function unescaped(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(.)/g, (_, character: string) => UNESCAPES[character] ?? character)
    : text
}
