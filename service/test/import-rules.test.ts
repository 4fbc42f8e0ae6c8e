import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const BOTTOM = ['errors', 'log', 'plural', 'db', 'workers', 'events']
const LADDER: Record<string, readonly string[]> = {
  errors: [],
  log: [],
  plural: [],
  workers: ['errors'],
  config: ['log', 'errors'],
  db: ['errors', 'log'],
  events: ['errors', 'db'],
  people: [...BOTTOM, 'places'],
  places: BOTTOM,
  outbox: BOTTOM,
  'exchange-sessions': BOTTOM,
  journal: [...BOTTOM, 'exchange-sessions'],
  integrations: [...BOTTOM, 'outbox', 'places', 'people'],
  orders: [...BOTTOM, 'places', 'outbox', 'integrations'],
  preflight: ['integrations'],
  'sale-feed': [...BOTTOM, 'orders', 'outbox', 'integrations', 'preflight'],
  exchange: ['errors', 'log', 'plural'],
  api: [
    ...BOTTOM,
    'orders',
    'outbox',
    'integrations',
    'people',
    'places',
    'exchange-sessions',
    'journal',
    'sale-feed',
    'preflight',
    'config',
  ],
  http: ['log', 'errors', 'config'],
}
const ABOVE = ['app', 'cli', 'main', 'index']

/** Rooms and workspaces that a file imports, types included. */
function imports(root: string, file: string): string[] {
  const text = readFileSync(`${root}/${file}`, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) =>
    target!.startsWith('.') ? room(posix.join(posix.dirname(file), target!)) : target!,
  )
}
const room = (file: string): string => file.split('/')[0]!.replace(/\.[jt]s$/, '')
const sources = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(file => file.split(sep).join('/'))
    .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))

it('every room imports only what stands below it', () => {
  const files = sources(folder('service/src'))
  expect(files.length).toBeGreaterThan(100)
  const climbing = files.flatMap(file => {
    const from = room(file)
    if (ABOVE.includes(from)) return []
    const allowed = LADDER[from]
    if (!allowed) return [`${file}: a room that the ladder does not know`]
    return imports(folder('service/src'), file)
      .filter(target =>
        target === '@obmen/simulator'
          ? from !== 'api'
          : (target in LADDER || ABOVE.includes(target)) && target !== from && !allowed.includes(target),
      )
      .map(target => `${file} imports ${target}`)
  })
  expect(climbing).toEqual([])
})

it('the codec needs nothing of ours and no Node.js; the simulator nothing of ours', () => {
  const strays = (name: string, pattern: RegExp): string[] => {
    const files = sources(folder(`${name}/src`))
    expect(files.length).toBeGreaterThan(5)
    return files.flatMap(file =>
      imports(folder(`${name}/src`), file)
        .filter(target => pattern.test(target))
        .map(target => `${file} imports ${target}`),
    )
  }
  expect(strays('codec', /^(node:|@obmen\/)/)).toEqual([])
  expect(strays('simulator', /^@obmen\//)).toEqual([])
})

it('the web app takes nothing of the server but its contract and its reader of settings', () => {
  const files = sources(folder('web/src'))
  expect(files.length).toBeGreaterThan(20)
  const strays = files.flatMap(file =>
    imports(folder('web/src'), file)
      .filter(
        target =>
          /^@obmen\//.test(target) &&
          !['@obmen/service/api-contract', '@obmen/service/settings'].includes(target),
      )
      .map(target => `${file} imports ${target}`),
  )
  expect(strays).toEqual([])
})
