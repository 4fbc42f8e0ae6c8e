/** The part of Markdown that the guide is written in. */
export type Block =
  | { kind: 'heading'; level: number; text: string; id: string }
  | { kind: 'text' | 'quote'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'code'; text: string }

/** Blocks in order. `<a id="…"></a>` above a heading gives it that id, else it has GitHub's. */
export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = []
  const lines = source.split('\n')
  let id: string | undefined
  let at = 0
  const takeWhile = (holds: (line: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && holds(lines[at] ?? '')) at++
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = /^(#+) (.*)$/.exec(line)
    const anchor = /^<a id="([\w-]+)"><\/a>$/.exec(line)
    if (line.trim() === '') at++
    else if (anchor) {
      id = anchor[1]
      at++
    } else if (heading) {
      const [, marks = '', text = ''] = heading
      blocks.push({ kind: 'heading', level: marks.length, text, id: id ?? slug(text) })
      id = undefined
      at++
    } else if (line.startsWith('```')) {
      at++
      blocks.push({ kind: 'code', text: takeWhile(one => !one.startsWith('```')).join('\n') })
      at++
    } else if (line.startsWith('|')) {
      const [head = [], , ...rows] = takeWhile(one => one.startsWith('|')).map(cells)
      blocks.push({ kind: 'table', head, rows })
    } else if (line.startsWith('>')) {
      const quoted = takeWhile(one => one.startsWith('>')).map(one => one.replace(/^>\s?/, ''))
      blocks.push({ kind: 'quote', text: quoted.join(' ') })
    } else if (ITEM.test(line)) {
      const ordered = /^\d/.test(line)
      const items: string[] = []
      for (const one of takeWhile(next => ITEM.test(next) || (/^\s+\S/.test(next) && next.trim() !== ''))) {
        if (ITEM.test(one)) items.push(one.replace(ITEM, ''))
        else items.push(`${items.pop() ?? ''} ${one.trim()}`)
      }
      blocks.push({ kind: 'list', ordered, items })
    } else {
      const text = takeWhile(
        one => one.trim() !== '' && !/^(#|```|\||>|<a id)/.test(one) && !ITEM.test(one),
      ).join(' ')
      blocks.push({ kind: 'text', text })
    }
  }
  return blocks
}

const ITEM = /^(?:[-*]|\d+\.) /

export type Inline =
  | { kind: 'plain' | 'bold' | 'italic' | 'code'; text: string }
  | { kind: 'link' | 'image'; text: string; target: string }

export function parseInline(text: string): Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) found.push({ kind: 'plain', text: text.slice(from, match.index) })
    const [whole, bold, italic, code, mark, label = '', target = ''] = match
    if (bold !== undefined) found.push({ kind: 'bold', text: bold })
    else if (italic !== undefined) found.push({ kind: 'italic', text: italic })
    else if (code !== undefined) found.push({ kind: 'code', text: code })
    else found.push({ kind: mark === '!' ? 'image' : 'link', text: label, target })
    from = match.index + whole.length
  }
  if (from < text.length) found.push({ kind: 'plain', text: text.slice(from) })
  return found
}
const INLINE = /\*\*(.+?)\*\*|\*([^*]+)\*|`([^`]+)`|(!?)\[([^\]]*)\]\(([^)]+)\)/g

/** As GitHub makes the anchor of a heading. */
export function slug(heading: string): string {
  return heading
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')
}

function cells(row: string): string[] {
  return row
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map(cell => cell.trim())
}
