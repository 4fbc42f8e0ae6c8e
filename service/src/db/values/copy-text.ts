/** Values other than null are written as PostgreSQL reads their text; bytes are JSON in UTF-8 as JSON.stringify writes it. */
export type CopyValue = string | number | bigint | boolean | Buffer | null

/** Bytes of one piece of rows, about. */
const PIECE = 64 * 1024

/** Rows of COPY's text format, some at a time, made when they are asked for. */
export function* copyRows(rows: Iterable<readonly CopyValue[]>): Generator<Buffer> {
  let pieces: Uint8Array[] = []
  let bytes = 0
  let text = ''
  const end = (): void => {
    const piece = Buffer.from(text)
    pieces.push(piece)
    bytes += piece.length
    text = ''
  }
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      const value = row[index]!
      if (index > 0) text += '\t'
      if (value instanceof Buffer) {
        end()
        const content = escapedBytes(value)
        pieces.push(content)
        bytes += content.length
      } else text += value === null ? '\\N' : typeof value === 'string' ? escaped(value) : value
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

function escaped(text: string): string {
  const isPlain = !(text.includes('\\') || text.includes('\n') || text.includes('\t') || text.includes('\r'))
  return isPlain ? text : text.replace(/[\\\t\n\r]/g, character => ESCAPES[character]!)
}

/** JSON has no control characters. */
function escapedBytes(bytes: Buffer): Buffer {
  return bytes.includes(BACKSLASH) ? Buffer.from(escaped(bytes.toString())) : bytes
}
const BACKSLASH = 92
