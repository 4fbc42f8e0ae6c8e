/** Indents XML for reading, an element a line. From an error on, the text is shown unchanged. */
export function formatXml(xml: string): string {
  const lines: string[] = []
  let depth = 0
  let line = ''
  let lineHasChildren = false
  const flush = () => {
    if (line.trim() !== '') lines.push(line)
    line = ''
  }
  for (const piece of pieces(xml)) {
    if (piece.startsWith('</')) {
      depth = Math.max(0, depth - 1)
      if (lineHasChildren) {
        flush()
        line = indent(depth)
      }
      line += piece
      lineHasChildren = true
    } else if (/^<[?!]/.test(piece) && !piece.startsWith('<![CDATA[')) {
      flush()
      line = indent(depth) + piece
      lineHasChildren = true
    } else if (piece.startsWith('<') && !piece.startsWith('<![CDATA[')) {
      flush()
      line = indent(depth) + piece
      lineHasChildren = piece.endsWith('/>')
      if (!piece.endsWith('/>')) depth++
    } else if (piece.trim() !== '') {
      line += piece
    }
  }
  flush()
  return lines.join('\n')
}

function* pieces(xml: string): Generator<string> {
  const token = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^<>]*>|[^<]+|</g
  for (const [piece] of xml.matchAll(token)) yield piece
}

function indent(depth: number): string {
  return '  '.repeat(depth)
}
