/** Values other than null are written as PostgreSQL reads their text. */
export type CopyValue = string | number | bigint | boolean | null

/** Bytes of one piece of rows, about. */
const PIECE = 64 * 1024

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

/** Rows of COPY's text format, some at a time, made when they are asked for. `rest`: values that are written already, the last of a row. */
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
    if (bytes + text.length < PIECE) continue
    end()
    yield Buffer.concat(pieces)
    pieces = []
    bytes = 0
  }
  end()
  if (bytes > 0) yield Buffer.concat(pieces)
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const MEANT: Record<string, string> = { t: '\t', n: '\n', r: '\r' }

function escaped(text: string): string {
  const isPlain = !(text.includes('\\') || text.includes('\n') || text.includes('\t') || text.includes('\r'))
  return isPlain ? text : text.replace(/[\\\t\n\r]/g, character => ESCAPES[character]!)
}

function unescaped(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(.)/g, (_, character: string) => MEANT[character] ?? character)
    : text
}
