/** One row of COPY's text format, with its line end. Whatever is not null is written as PostgreSQL reads its text. */
export function copyText(values: readonly (string | number | bigint | boolean | null)[]): string {
  let row = ''
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (index > 0) row += '\t'
    row += value === null ? '\\N' : typeof value === 'string' ? escaped(value) : value
  }
  return `${row}\n`
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  const isPlain = !(text.includes('\\') || text.includes('\n') || text.includes('\t') || text.includes('\r'))
  return isPlain ? text : text.replace(/[\\\t\n\r]/g, character => ESCAPES[character]!)
}
