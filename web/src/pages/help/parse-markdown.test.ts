import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { parseInline, parseMarkdown } from './parse-markdown.js'

const GUIDE = new URL('../../../../docs/guide/', import.meta.url)
const chapters = readdirSync(GUIDE, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.md'),
)
const read = (name: string) => readFileSync(new URL(name, GUIDE), 'utf8')

it('blocks come in order, a heading with the id above it or that of GitHub', () => {
  const source =
    '# A\n\n<a id="x"></a>\n\n## Б, в\n\nодин\nдва\n\n- а\n  б\n- в\n\n| a | b |\n|---|---|\n| 1 | 2 ' +
    '|\n\n### Г «д»\n'
  expect(parseMarkdown(source)).toEqual([
    { kind: 'heading', level: 1, text: 'A', id: 'a' },
    { kind: 'heading', level: 2, text: 'Б, в', id: 'x' },
    { kind: 'text', text: 'один два' },
    { kind: 'list', ordered: false, items: ['а б', 'в'] },
    { kind: 'table', head: ['a', 'b'], rows: [['1', '2']] },
    { kind: 'heading', level: 3, text: 'Г «д»', id: 'г-д' },
  ])
})

it('bold, italic, code, links and pictures are found in a line', () => {
  expect(parseInline('a **b `c`** *i* [d](e.md#f) ![g](h.png)')).toEqual([
    { kind: 'plain', text: 'a ' },
    { kind: 'bold', text: 'b `c`' },
    { kind: 'plain', text: ' ' },
    { kind: 'italic', text: 'i' },
    { kind: 'plain', text: ' ' },
    { kind: 'link', text: 'd', target: 'e.md#f' },
    { kind: 'plain', text: ' ' },
    { kind: 'image', text: 'g', target: 'h.png' },
  ])
})

it.each(chapters)(
  '%s is written in no more of Markdown than is shown, and its links lead somewhere',
  name => {
    const blocks = parseMarkdown(read(name))
    const texts = blocks.flatMap(block =>
      block.kind === 'code'
        ? []
        : block.kind === 'list'
          ? block.items
          : block.kind === 'table'
            ? [block.head, ...block.rows].flat()
            : [block.text],
    )
    for (const text of texts)
      for (const part of parseInline(text)) {
        if (part.kind === 'plain') expect(part.text).not.toMatch(/^>|\*|\]\(|<\w/)
        if (part.kind !== 'link' || /^https?:/.test(part.target)) continue
        const [, to, hash] = /^((?:\.\.\/)?[\w-]+\.md)?(?:#(.+))?$/.exec(part.target) ?? []
        const chapter = to === undefined ? name : join(dirname(name), to)
        if (hash === undefined || !chapters.includes(chapter)) continue
        const ids = parseMarkdown(read(chapter)).flatMap(block =>
          block.kind === 'heading' ? [block.id, slugOf(block.text)] : [],
        )
        expect([part.target, ids]).toEqual([part.target, expect.arrayContaining([hash])])
      }
  },
)

function slugOf(text: string): string {
  const [block] = parseMarkdown(`# ${text}`)
  return block?.kind === 'heading' ? block.id : ''
}
