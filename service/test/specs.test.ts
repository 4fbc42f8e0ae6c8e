import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** A paper of numbered statements; `quoted` gives what a test's title says of its numbers: `O3`, `F1.2, F1.5`, `2.1–2.6`. */
interface Paper {
  page: string
  statement: RegExp
  quoted: (title: string) => readonly string[]
}

const PAPERS: Paper[] = [
  {
    page: 'service/src/outbox/README.md',
    statement: /^- \*\*(O\d+)\*\* /,
    quoted: title => title.match(/\bO\d+(–O\d+)?/g) ?? [],
  },
  {
    page: 'service/src/outbox/quarantine/README.md',
    statement: /^- \*\*(Q\d+)\*\* /,
    quoted: title => title.match(/\bQ\d+(–Q\d+)?/g) ?? [],
  },
  {
    page: 'service/src/exchange/SPEC.md',
    statement: /^- (\d+\.\d+) /,
    quoted: title => /^(\d+\.\d+(?:(?:, |–)\d+\.\d+)*): /.exec(title)?.[1]?.split(', ') ?? [],
  },
  {
    page: 'service/src/sale-feed/SPEC.md',
    statement: /^- (F\d+\.\d+) /,
    quoted: title => title.match(/\bF\d+\.\d+(–F\d+\.\d+)?/g) ?? [],
  },
]
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string): string => readFileSync(ROOT + file, 'utf8')

function filesOf(folder: string): string[] {
  return readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .map(file => `${folder}/${file.split(sep).join('/')}`)
    .filter(file => /\.(ts|md)$/.test(file))
}
const FILES = ['service/src', 'service/test'].flatMap(filesOf)

/** The first argument of `it`, `test`, `describe…`, also behind `.each(…)`, as it stands in the source. */
const TITLE =
  /(?:\b(?:it|test|describe\w*)|\))\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)/g

function titlesIn(file: string): string[] {
  return [...read(file).matchAll(TITLE)].map(([, literal]) => literal!.slice(1, -1).replace(/\\(.)/g, '$1'))
}
const TITLES = FILES.filter(file => file.endsWith('.test.ts')).flatMap(titlesIn)

/** Numbers and the text behind each, to the next statement or the end of its paragraph. */
function statementsOf({ page, statement }: Paper): Map<string, string> {
  const statements = new Map<string, string>()
  let number: string | undefined
  for (const line of read(page).split('\n')) {
    const begun = statement.exec(line)?.[1]
    if (begun !== undefined) expect([...statements.keys()], page).not.toContain(begun)
    number = begun ?? (line.startsWith('  ') ? number : undefined)
    if (number !== undefined) statements.set(number, `${statements.get(number) ?? ''} ${line.trim()}`)
  }
  return statements
}

/** `2.1–2.3` is all that the paper has from the one to the other; what it doesn't have stays as it is. */
function expand(quoted: readonly string[], numbers: readonly string[]): string[] {
  return quoted.flatMap(each => {
    const [from, to] = each.split('–').map(number => numbers.indexOf(number))
    return to === undefined || from === -1 || to === -1 ? each.split('–') : numbers.slice(from, to + 1)
  })
}

/** `file` "title", "title"; `file` "title". A title may be cut, then it ends in `…`. */
const ENFORCED = /`([^`]+)`((?:,? "[^"]+")+)(; |$)/g

it.each(PAPERS)(
  'every statement of $page is quoted by a test, and no test quotes one that is not there',
  paper => {
    const numbers = [...statementsOf(paper).keys()]
    expect(numbers.length).toBeGreaterThan(5)
    const quoted = new Set(TITLES.flatMap(title => expand(paper.quoted(title), numbers)))
    expect([...quoted].filter(number => !numbers.includes(number))).toEqual([])
    expect(numbers.filter(number => !quoted.has(number))).toEqual([])
  },
)

it.each(PAPERS)(
  'every statement of $page names files and titles that are there, one of which quotes it',
  paper => {
    const statements = statementsOf(paper)
    const numbers = [...statements.keys()]
    for (const [number, text] of statements) {
      const [, enforced = ''] = text.split(' *Enforced by* ')
      expect(enforced.replace(ENFORCED, ''), `${number} is followed by: *Enforced by* \`file\` "title"`).toBe(
        '',
      )
      const named = [...enforced.matchAll(ENFORCED)].flatMap(([, file, titles]) => {
        const there = titlesIn(file!)
        return [...titles!.matchAll(/"([^"]+)"/g)].map(([, title]) => {
          const found = there.find(each =>
            title!.endsWith('…') ? each.startsWith(title!.slice(0, -1)) : each === title,
          )
          expect(found, `${number}: ${file} has "${title}"`).toBeDefined()
          return found!
        })
      })
      expect(
        named.flatMap(title => expand(paper.quoted(title), numbers)),
        number,
      ).toContain(number)
    }
  },
)

it('comments and documents quote only statements that are there, and tests no other paper', () => {
  for (const paper of PAPERS.filter(({ page }) => !page.includes('exchange'))) {
    const numbers = [...statementsOf(paper).keys()]
    for (const file of [...FILES, 'docs/architecture.md']) {
      const unknown = expand(paper.quoted(read(file)), numbers).filter(number => !numbers.includes(number))
      expect(unknown, file).toEqual([])
    }
  }
  expect(TITLES.filter(title => title.includes('§'))).toEqual([])
})

it('every file of the server that the architecture names by its folder is there', () => {
  const rooms = readdirSync(`${ROOT}service/src`).join('|').replaceAll('.', '\\.')
  const named = [...read('docs/architecture.md').matchAll(new RegExp(`\`((?:${rooms})/[\\w./-]*)\``, 'g'))]
  expect(named.length).toBeGreaterThan(5)
  expect(named.map(([, file]) => file!).filter(file => !existsSync(`${ROOT}service/src/${file}`))).toEqual([])
})

it('every file and folder that the papers and the architecture name is there', () => {
  for (const page of [...PAPERS.map(paper => paper.page), 'docs/architecture.md']) {
    const named = [
      ...read(page).matchAll(/`((?:bench|codec|contract|docs|service|simulator|web)\/[\w./-]*)`/g),
    ]
    expect(named.length, page).toBeGreaterThan(5)
    expect(
      named.map(([, file]) => file!).filter(file => !existsSync(ROOT + file)),
      page,
    ).toEqual([])
  }
})
