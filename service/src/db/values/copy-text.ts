/** A value of a row; its text must be what PostgreSQL reads as the column's type. */
export type CopyValue = string | number | bigint | boolean | null

/** Approximate size of a piece of rows. */
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

/** Rows in COPY's text format, in pieces made on demand. `rest`: the last values of a row, in that format already. */
export function* copyRows(
  rows: Iterable<{ values: readonly CopyValue[]; rest?: Uint8Array }>,
): Generator<Buffer> {
  let pieces: Uint8Array[] = []
  let bytes = 0
  let text = ''
  const end = (): void => {
    const piece = Buffer.from(text)
    pieces.push(piece)
    bytes += piece.length
    text = ''
  }
  for (const { values, rest } of rows) {
    text += copyRow(values)
    if (rest) {
      text += '\t'
      end()
      pieces.push(rest)
      bytes += rest.length
    }
    text += '\n'
    if (bytes + text.length < PIECE_BYTES) continue
    end()
    yield Buffer.concat(pieces)
    pieces = []
    bytes = 0
  }
  end()
  if (bytes > 0) yield Buffer.concat(pieces)
}

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
