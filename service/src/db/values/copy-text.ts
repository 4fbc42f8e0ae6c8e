/** Values other than null are written as PostgreSQL reads their text; bytes are JSON in UTF-8 as JSON.stringify writes it. */
export type CopyValue = string | number | bigint | boolean | Buffer | null

/** Rows of COPY's text format. */
export function copyRows(rows: Iterable<readonly CopyValue[]>): Buffer {
  const pieces: Uint8Array[] = []
  let text = ''
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      const value = row[index]!
      if (index > 0) text += '\t'
      if (value instanceof Buffer) {
        pieces.push(Buffer.from(text), escapedBytes(value))
        text = ''
      } else text += value === null ? '\\N' : typeof value === 'string' ? escaped(value) : value
    }
    text += '\n'
  }
  pieces.push(Buffer.from(text))
  return Buffer.concat(pieces)
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
