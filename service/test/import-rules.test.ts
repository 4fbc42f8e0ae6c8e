import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const BOTTOM = ['clients', 'errors', 'log', 'net', 'db', 'workers', 'events', 'findings', 'tasks']
const LADDER: Record<string, readonly string[]> = {
  clients: [],
  errors: [],
  log: [],
  net: [],
  workers: ['errors'],
  config: ['log', 'errors'],
  db: ['errors', 'log'],
  events: ['errors', 'db'],
  findings: ['db', 'events'],
  tasks: ['db', 'errors', 'events', 'findings', 'outbox'],
  people: [...BOTTOM, 'places'],
  places: [...BOTTOM, 'outbox'],
  outbox: [...BOTTOM.filter(name => name !== 'tasks'), 'exchange-sessions'],
  'exchange-sessions': BOTTOM,
  journal: [...BOTTOM, 'exchange-sessions', 'outbox'],
  requests: BOTTOM,
  webhooks: BOTTOM,
  integrations: [...BOTTOM, 'outbox', 'places', 'people'],
  orders: [...BOTTOM, 'places', 'outbox', 'integrations', 'catalogue'],
  uploads: BOTTOM,
  catalogue: [...BOTTOM, 'outbox', 'integrations', 'uploads'],
  'sale-feed': [...BOTTOM, 'orders', 'outbox', 'integrations', 'catalogue'],
  accounting: [...BOTTOM, 'orders', 'outbox', 'integrations', 'sale-feed', 'uploads'],
  'bulk-actions': [...BOTTOM, 'integrations', 'orders', 'outbox', 'preflight'],
  reading: [...BOTTOM, 'places', 'outbox', 'integrations', 'orders', 'accounting'],
  preflight: [
    ...BOTTOM,
    'places',
    'outbox',
    'integrations',
    'orders',
    'catalogue',
    'sale-feed',
    'accounting',
    'reading',
  ],
  inspection: ['errors', 'db', 'sale-feed', 'uploads', 'catalogue', 'accounting'],
  backup: [...BOTTOM, 'config', 'people', 'places', 'integrations', 'bulk-actions'],
  alarms: [...BOTTOM, 'config', 'backup', 'integrations', 'orders', 'reading', 'uploads', 'webhooks'],
  jobs: [
    ...BOTTOM,
    'config',
    'backup',
    'people',
    'outbox',
    'journal',
    'requests',
    'webhooks',
    'integrations',
    'orders',
    'uploads',
    'catalogue',
    'accounting',
    'reading',
    'bulk-actions',
    'preflight',
    'alarms',
  ],
  exchange: ['errors', 'log'],
  api: [
    ...BOTTOM,
    'bulk-actions',
    'orders',
    'outbox',
    'integrations',
    'people',
    'places',
    'exchange-sessions',
    'journal',
    'requests',
    'webhooks',
    'sale-feed',
    'uploads',
    'catalogue',
    'accounting',
    'reading',
    'inspection',
    'preflight',
    'alarms',
    'backup',
    'jobs',
    'config',
  ],
  http: ['log', 'errors', 'workers', 'config'],
}
const ABOVE = ['app', 'cli', 'main', 'index']
/** Packages of ours that only some rooms may import; the codec and the rest of the contract are open to all. */
const RESERVED: Record<string, readonly string[]> = {
  '@obmen/simulator': ['api'],
  '@obmen/contract/rest': [
    ...['errors', 'api', 'uploads', 'catalogue', 'accounting', 'webhooks', 'requests', 'journal'],
    ...['people', 'places', 'bulk-actions', 'orders', 'inspection', 'preflight', 'tasks', 'events'],
    'alarms',
    'reading',
  ],
}

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
        target in RESERVED
          ? !RESERVED[target]!.includes(from)
          : (target in LADDER || ABOVE.includes(target)) && target !== from && !allowed.includes(target),
      )
      .map(target => `${file} imports ${target}`)
  })
  expect(climbing).toEqual([])
})

/** Imports of every source file of a workspace that match. */
function strays(name: string, pattern: RegExp): string[] {
  const files = sources(folder(`${name}/src`))
  expect(files.length).toBeGreaterThan(5)
  return files.flatMap(file =>
    imports(folder(`${name}/src`), file)
      .filter(target => pattern.test(target))
      .map(target => `${file} imports ${target}`),
  )
}

it('codec, simulator, sdk and contract need nothing of ours, all but the simulator no Node.js either', () => {
  expect(strays('codec', /^(node:|@obmen\/)/)).toEqual([])
  expect(strays('contract', /^(node:|@obmen\/)/)).toEqual([])
  expect(strays('sdk', /^(node:|@obmen\/)/)).toEqual([])
  expect(strays('simulator', /^@obmen\//)).toEqual([])
})

it('the web app knows of the server what is in the contract', () => {
  expect(strays('web', /^@obmen\/(?!contract(\/|$))|service\//)).toEqual([])
})

const OUTBOX_TABLES = [
  ...[
    'outbox_entry',
    'outbox_batch',
    'outbox_batch_item',
    'payment_export',
    'payment_export_draft',
    'hold_event',
  ],
  'quarantine',
]

it('the tables of the outbox are named by the outbox alone', () => {
  const schema = readFileSync(folder('service/schema.sql'), 'utf8')
  for (const table of OUTBOX_TABLES) expect(schema).toContain(`create table ${table} (`)
  const named = new RegExp(
    `\\b(?:from|join|into|update|table|copy|using)\\s+(?:${OUTBOX_TABLES.join('|')})\\b`,
    'i',
  )
  const root = folder('service/src')
  const naming = sources(root).filter(file => named.test(readFileSync(`${root}/${file}`, 'utf8')))
  expect(naming.length).toBeGreaterThan(10)
  expect(naming.filter(file => room(file) !== 'outbox')).toEqual([])
})

/** Which files write which table, by docs/architecture.md: `room` or `room/folder`. */
function writersByTable(): Map<string, string[]> {
  const text = readFileSync(folder('docs/architecture.md'), 'utf8')
  const section = /## Who writes which table\n(.*?)\n## /s.exec(text)![1]!
  const writers = new Map<string, string[]>()
  for (const [, place, tables] of section.matchAll(/^\| `([a-z/-]+)` \| (.*) \|$/gm))
    for (const [, table] of tables!.matchAll(/`(\w+)`/g))
      writers.set(table!, [...(writers.get(table!) ?? []), place!])
  return writers
}

it('every table is written by the room that docs/architecture.md names, and by no other', () => {
  const writers = writersByTable()
  const schema = readFileSync(folder('service/schema.sql'), 'utf8')
  const tables = [...schema.matchAll(/^create table (\w+) \(/gm)].map(([, name]) => name!)
  expect(tables.length).toBeGreaterThan(50)
  expect([...writers.keys()].sort()).toEqual(tables.sort())

  const written = new RegExp(
    `\\b(?:insert\\s+into|update|delete\\s+from|truncate)\\s+(?:only\\s+)?(${tables.join('|')})\\b`,
    'gi',
  )
  const root = folder('service/src')
  let seen = 0
  const strangers = sources(root).flatMap(file =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(written)].flatMap(([, table]) => {
      seen++
      return writers.get(table!)!.some(place => file.startsWith(`${place}/`))
        ? []
        : [`${file} writes ${table}`]
    }),
  )
  expect(seen).toBeGreaterThan(150)
  expect(strangers).toEqual([])
})

it('no folder has more than 15 source files', () => {
  const folders = new Map<string, number>()
  for (const name of ['codec', 'contract', 'simulator', 'sdk', 'service', 'web', 'bench'])
    for (const file of sources(folder(`${name}/src`))) {
      const path = posix.dirname(`${name}/src/${file}`)
      folders.set(path, (folders.get(path) ?? 0) + 1)
    }
  expect(folders.size).toBeGreaterThan(100)
  expect([...folders].filter(([, files]) => files > 15)).toEqual([])
})

it.each([
  ['contract', ['numbers-in-words.ts']],
  ['service', []],
  ['simulator', ['report/texts.ts']],
  ['web', []],
])('words are declined by Intl.PluralRules at one place of %s, and nowhere by hand', (workspace, places) => {
  const root = folder(`${workspace}/src`)
  const declining = sources(root).filter(file =>
    /Intl\.PluralRules\(|% 100\b|% 10 ===/.test(readFileSync(`${root}/${file}`, 'utf8')),
  )
  expect(declining.filter(file => !file.includes('.fixture.'))).toEqual(places)
})
