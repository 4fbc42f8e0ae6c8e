import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GENERAL_WARNING_CODES, PROBLEM_CODES } from '@obmen/contract'
import type { Command } from 'commander'
import { expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.js'
import { processTerminal } from '../src/cli/terminal.js'
import { listDefaults } from '../src/config.js'
import { STATUS } from '../src/errors/app-error.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const READMES = ['README.md', 'README.ru.md']
const pages = [
  ...READMES,
  'CONTRIBUTING.md',
  ...['docs', 'docs/operating'].flatMap(folder =>
    readdirSync(join(ROOT, folder)).map(name => `${folder}/${name}`),
  ),
].filter(name => name.endsWith('.md'))
const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

function commandsOf(command: Command, path: string): string[] {
  if (command.commands.length === 0) return [path]
  return command.commands.flatMap(inner => commandsOf(inner, `${path} ${inner.name()}`))
}
const commands = commandsOf(createProgram(processTerminal()), 'obmen')

it.each(READMES)('%s lists every command', page => {
  const listed = [...read(page).matchAll(/^\| `(obmen(?: [a-z\d]+)+)/gm)].map(([, name]) => name)
  expect(listed.toSorted()).toEqual(commands.toSorted())
})

it('both READMEs have the same headings, commands and pages, on one screen and a half', () => {
  const [english, russian] = READMES.map(page => {
    const text = read(page)
    expect(text.split('\n').length).toBeLessThanOrEqual(101)
    return {
      headings: [...text.matchAll(/^(#+) /gm)].map(([, depth]) => depth),
      commands: [...text.matchAll(/^(npm|npx|PUBLIC_URL=| {2}--)[^#\n]*/gm)].map(([line]) => line.trimEnd()),
      table: [...text.matchAll(/^\| (`[^`]+`) \|/gm)].map(([, cell]) => cell),
      links: [
        ...text.matchAll(
          /\]\((docs\/(?:platform|events|cookbook|guide|operating|configuration|errors|security|architecture|glossary)[^)]*|codec[^)]*|simulator[^)]*)\)/g,
        ),
      ]
        .map(([, target]) => target!.replace('.ru.md', '.md'))
        .filter(target => !/guide\/\d|pictures/.test(target)),
    }
  })
  expect(english!.commands.length).toBeGreaterThan(4)
  expect(russian).toEqual(english)
})

const CODE_BLOCK = /^```.*?^```$/gms

/** What an English page and its Russian translation share, section by section. */
function outlineOf(page: string) {
  const prose = read(page).replaceAll(CODE_BLOCK, '')
  return prose.split(/^(?=#)/m).map(section => ({
    depth: /^#+/.exec(section)?.[0],
    code: [...new Set(codeIn(section))].toSorted(),
    rows: [...section.matchAll(/^\|([^|]*)\|/gm)].map(([, cell]) => codeIn(cell!)),
  }))
}
const codeIn = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!.replace(/\s+/g, ' '))

it.each(['platform', 'events', 'cookbook'])(
  'docs/%s.md has the same headings, code and tables in both languages',
  page => {
    const [english, russian] = [`docs/${page}.md`, `docs/${page}.ru.md`] as const
    expect(read(russian).match(CODE_BLOCK)).toEqual(read(english).match(CODE_BLOCK))
    const outline = outlineOf(english)
    expect(outline.length).toBeGreaterThan(4)
    expect(outline.flatMap(section => section.rows).length).toBeGreaterThan(6)
    expect(outlineOf(russian)).toEqual(outline)
    expect(read(english).split('\n')[2]).toBe(`[По-русски](${page}.ru.md)`)
    expect(read(russian).split('\n')[2]).toBe(`[In English](${page}.md)`)
  },
)

it('the page for platforms has at most 250 lines, and names operations that the API has', () => {
  const page = read('docs/platform.md')
  expect(page.split('\n').length).toBeLessThanOrEqual(251)
  const [, types] = read('sdk/src/api.generated.ts').split('export interface operations {')
  const operations = [...types!.matchAll(/^ {4}(\w+): \{/gm)].map(([, name]) => name)
  const [, table] = page.split('| tag | operations |')
  const named = [...table!.matchAll(/`([a-z]\w+)`/g)].map(([, name]) => name)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter(name => !operations.includes(name!))).toEqual([])
})

it('no page names a command that is not there', () => {
  for (const page of pages) {
    const text = read(page)
    const named = [...text.matchAll(/(?:`|npx |^)(obmen [a-z\d]+(?: [a-z]+)?)/gm)].map(([, name]) => name!)
    const unknown = named.filter(name => !commands.some(one => one.startsWith(name) || name.startsWith(one)))
    expect(unknown, page).toEqual([])
  }
})

it('the page for operators gives true defaults, and no page names an unknown variable', () => {
  const variables = new Map(listDefaults().map(variable => [variable.name as string, variable.default]))
  const rows = [...read('docs/operating.md').matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]+)`|—) \|/gm)]
  expect(rows.length).toBeGreaterThan(5)
  for (const [, name, value] of rows) expect([name, value]).toEqual([name, variables.get(name!)])
  const others = [
    'DATABASE_URL_FILE',
    'SECRET_KEY_FILE',
    'NODE_EXTRA_CA_CERTS',
    'NODE_OPTIONS',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OTEL_SERVICE_NAME',
    'PGPASSWORD',
    'TEST_DATABASE_URL',
    'TEST_SEED',
  ]
  for (const page of pages) {
    const named = [...read(page).matchAll(/`([A-Z]+(?:_[A-Z]+)+)[`=]/g)].map(([, name]) => name!)
    expect(
      named.filter(name => !variables.has(name) && !others.includes(name)),
      page,
    ).toEqual([])
  }
})

it('the tests that CONTRIBUTING names are there, and each workspace has its commands', () => {
  const text = read('CONTRIBUTING.md')
  const named = [
    ...text.matchAll(/--(?:project|workspace)\s+(\w+)\s+(?:--\s+)?((?:src|e2e)\/[\w/-]+\.test\.ts)/g),
  ]
  expect(named.length).toBe(text.match(/\s(?:src|e2e)\/\S+\.test\.ts/g)!.length)
  const files = named.map(([, workspace, path]) => `${workspace}/${path}`)
  expect(files.filter(file => !existsSync(join(ROOT, file)))).toEqual([])

  const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] }
  const without = workspaces.filter(name => {
    const { scripts } = JSON.parse(read(`${name}/package.json`)) as { scripts: Record<string, string> }
    return !scripts.build || !scripts.test
  })
  expect(without).toEqual([])
})

it('every link between the pages leads somewhere', () => {
  const headings = (page: string): string[] =>
    [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    )
  for (const page of pages) {
    for (const [, target] of read(page).matchAll(/\]\((?!https?:)([^)]*)\)/g)) {
      const [path = '', anchor] = target!.split('#')
      const file = path === '' ? page : join(dirname(page), path)
      expect(existsSync(join(ROOT, file)), `${page}: ${target}`).toBe(true)
      if (anchor) expect(headings(file), `${page}: ${target}`).toContain(anchor)
    }
  }
})

const ERRORS = read('docs/errors.md')

it('docs/errors.md explains every code with its status, and no other', () => {
  const documented = Object.fromEntries(
    [...ERRORS.matchAll(/^\| `([a-z-]+)` \| (\d+) \|/gm)].map(([, code, status]) => [code, Number(status)]),
  )
  expect(documented).toEqual(STATUS)
})

it('docs/errors.md lists every reason, and no other', () => {
  const [, rest] = ERRORS.split('## Reasons')
  const [reasons] = rest!.split('## Warnings')
  const lists = reasons!.split('\n\n').filter(text => /^`[a-z0-9-]+`(,| \()/.test(text))
  const listed = lists.flatMap(list => [...list.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code))
  expect(listed.sort()).toEqual([...PROBLEM_CODES].sort())
})

it('docs/errors.md explains every warning, and no other', () => {
  const [, warnings] = ERRORS.split('## Warnings')
  const documented = [...warnings!.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
  expect(documented).toEqual(GENERAL_WARNING_CODES)
})
