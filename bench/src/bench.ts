import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type CreatedLocation,
  type Database,
  migrate,
  openDatabase,
  setUpLocation,
  useEmbeddedPostgres,
} from '@obmen/service'
import { sampleLines } from './sample.js'

/** A PostgreSQL of our own, as durable as in production, deleted at the end. */
export interface Bench extends AsyncDisposable {
  /** A migrated database with a location and a company. */
  install(): Promise<Installation>
}

export interface Installation extends AsyncDisposable, CreatedLocation {
  db: Database
  url: string
  /** Another company of the location. */
  addCompany(): Promise<string>
  /** `obmen serve` on this database, in a process of its own. */
  serve(env?: Record<string, string>): Promise<Server>
}

export interface Server extends AsyncDisposable {
  address: string
  pid: number
  /** The process's peak memory, bytes. */
  peakMemory(): Promise<number>
}

const PROGRAM = fileURLToPath(new URL('../../service/bin/obmen.js', import.meta.url))

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen-bench-'))
  const postgres = await useEmbeddedPostgres({
    dataDir: folder,
    role: 'command',
    roleOptions: 'createdb in role pg_checkpoint',
  })
  const admin = openDatabase({ url: postgres.url, poolSize: 1 })
  let made = 0
  return {
    async install() {
      const name = `bench_${++made}`
      await admin.query(`create database ${name}`)
      const url = new URL(postgres.url)
      url.pathname = `/${name}`
      return openInstallation(
        url.href,
        async () => void (await admin.query(`drop database ${name} with (force)`)),
      )
    },
    async [Symbol.asyncDispose]() {
      await admin[Symbol.asyncDispose]()
      await postgres[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openInstallation(url: string, drop: () => Promise<void>): Promise<Installation> {
  const db = openDatabase({ url, poolSize: 4 })
  await migrate(db)
  const location = {
    locationName: 'Bench',
    timezone: 'Asia/Yekaterinburg',
    companyName: 'Bench',
    inn: '6658000113',
    kpp: '665801001',
    adminEmail: 'admin@example.ru',
    adminPassword: 'bench-bench',
  }
  const made = await setUpLocation(db, location)
  return {
    ...made,
    db,
    url,
    async addCompany() {
      const { rows } = await db.query<{ id: string }>(
        `with made as (
           insert into company (location_id, name, inn) values ($1, 'Bench', '6658000113') returning id)
         insert into company_counter (company_id) select id from made returning company_id as id`,
        [made.locationId],
      )
      return rows[0]!.id
    },
    serve: (env = {}) =>
      startServer([PROGRAM, 'serve'], {
        API_RATE_LIMIT: '0',
        LOG_LEVEL: 'error',
        ...env,
        DATABASE_URL: url,
        PORT: '0',
      }),
    async [Symbol.asyncDispose]() {
      await db[Symbol.asyncDispose]()
      await drop()
    },
  }
}

/** Starts a program that prints the address it listens on. */
export async function startServer(words: readonly string[], env: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(child)
  return {
    address,
    pid: child.pid!,
    async peakMemory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let output = ''
  child.stderr!.on('data', piece => {
    output += String(piece)
  })
  for await (const piece of child.stdout!) {
    output += String(piece)
    const address = /http:\/\/\S+/.exec(output)?.[0]
    if (address) return address
  }
  throw new Error(`the server ended: ${output}`)
}

/** Posts `count` sample orders and waits for every answer. */
export function putOrders(
  server: Server,
  { apiToken, companyId }: CreatedLocation,
  count: number,
  from = 0,
): Promise<void> {
  return postLines(server, apiToken, sampleLines(companyId, from, count), count)
}

/** Pieces of at most 100 lines that go in one batch: about 10 MB of sample orders. */
const PIECES_OF_BATCH = 50

/** Posts NDJSON, in pieces of at most 100 lines, as cheaply as possible, since the client is not measured. */
export async function postLines(
  server: Server,
  token: string,
  pieces: Iterable<string | Buffer>,
  count: number,
): Promise<void> {
  let saved = 0
  const post = async (batch: readonly Uint8Array[]): Promise<void> => {
    const response = await fetch(`${server.address}/api/v1/orders:batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body: Buffer.concat(batch),
    })
    const text = await response.text()
    const refused = response.ok ? /^.*"status":[45].*$/m.exec(text)?.[0] : text
    if (refused) throw new Error(`not all orders were saved: ${refused}`)
    saved += text.split('"status":20').length - 1
  }
  let batch: Uint8Array[] = []
  for (const piece of pieces) {
    batch.push(Buffer.from(piece as string))
    if (batch.length < PIECES_OF_BATCH) continue
    await post(batch)
    batch = []
  }
  if (batch.length > 0) await post(batch)
  if (saved !== count) throw new Error(`${saved} of ${count} orders were saved`)
}

export interface Connected {
  id: string
  url: string
  login: string
  password: string
}

/** Connects a 1C whose rules match every order. */
export async function connect(
  server: Server,
  { apiToken, companyId }: CreatedLocation,
  settings: object = {},
): Promise<Connected> {
  const given = { paymentrules: [{}], paymentmethodname: 'Card', batchlimit: 50_000, ...settings }
  const answer = await fetch(`${server.address}/api/v1/integrations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench', companyId, settings: given }),
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  const { id, login, password } = (await answer.json()) as { id: string; login: string; password: string }
  return { id, url: `${server.address}/1c`, login, password }
}

/** A server on an installation of its own. */
export interface System extends AsyncDisposable {
  installation: Installation
  server: Server
}

export async function openSystem(bench: Bench): Promise<System> {
  const installation = await bench.install()
  const server = await installation.serve()
  return {
    installation,
    server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await installation[Symbol.asyncDispose]()
    },
  }
}
