import { readdir, readFile } from 'node:fs/promises'
import http from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Bench, type Connected, connect, type Installation, type Server, startServer } from '../bench.js'
import { type Figure, median, percentile, timed } from '../figure.js'

const BARE_SERVER = fileURLToPath(new URL('../bare-server.js', import.meta.url))
const INTEGRATIONS = 1000
/** The first two exchanges of a base record what program it is; from then on nothing is new. */
const WARM_ROUNDS = 2
const ROUNDS = 4
const AT_ONCE = 24
/** An idle connection reports its statistics after ten seconds. */
const STATISTICS_MS = 11_000
/** Of the machine whose processor time is limited. */
const CORES = 2
/** Clock ticks of /proc, the same on every Linux. */
const TICKS_PER_SECOND = 100
const MODES = ['checkauth', 'init', 'query', 'success'] as const

/**
 * Very many 1C bases that call and find nothing to do: as fast as they come, against as many HTTP calls with
 * a `select 1` each, alternating; then each once a minute, as they do.
 */
export async function benchPolling(bench: Bench, scale: number): Promise<Figure[]> {
  const count = Math.max(10, Math.round(INTEGRATIONS * scale))
  await using installation = await bench.install()
  await using server = await installation.serve()
  await using bare = await startServer([BARE_SERVER], { DATABASE_URL: installation.url, POOL_SIZE: '10' })
  const bases: Connected[] = []
  for (let index = 0; index < count; index++) bases.push(await connect(server, installation))
  using caller = callers()
  for (let round = 0; round < WARM_ROUNDS; round++) {
    await all(bases, base => emptyExchange(caller, base))
    await all(bases, () => calls(caller, bare.address))
  }
  const before = await usage(installation)
  let [ours, floor] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    ours += await timed(() => all(bases, base => emptyExchange(caller, base)))
    floor += await timed(() => all(bases, () => calls(caller, bare.address)))
  }
  const after = await usage(installation)
  const exchanges = count * ROUNDS
  const rate = (ms: number): string => `${((1000 * exchanges) / ms).toFixed(0)} exchanges a second`
  const commits = after.commits - before.commits - exchanges * MODES.length
  const each = (bench: string, unit: Figure['unit'], all: number, atMost: number): Figure => ({
    bench,
    measured: `${unit} an empty exchange, of ${exchanges}`,
    beside: `the target of ${atMost}`,
    value: all / exchanges,
    unit,
    target: { atMost },
  })
  return [
    {
      bench: 'polling',
      measured: rate(ours),
      beside: `${rate(floor)} of as many calls with a "select 1" each`,
      value: floor / ours,
      unit: 'ratio',
      target: { atLeast: 0.2 },
    },
    each('empty exchange', 'commits', commits, 10),
    each('empty exchange', 'bytes', after.bytes - before.bytes, 1024),
    each('empty exchange', 'rows', after.rows - before.rows, 1),
    ...(await eachOnceAMinute(caller, {
      installation,
      server,
      bases,
      periodMs: 60_000 * Math.min(1, scale),
    })),
  ]
}

interface Minute {
  installation: Installation
  server: Server
  bases: readonly Connected[]
  /** A minute; with fewer bases less, so that as many call in a second. */
  periodMs: number
}

/** What the bases cost when each calls once a minute, and how long the slowest waits. */
async function eachOnceAMinute(
  caller: Caller,
  { installation, server, bases, periodMs }: Minute,
): Promise<Figure[]> {
  const { rows } = await installation.db.query<{ pid: number }>('select pg_backend_pid() as pid')
  const { parent } = await processOf(rows[0]!.pid)
  const used = async (): Promise<number> =>
    (await processorSeconds(parent)) + (await processOf(server.pid)).seconds
  const before = await used()
  const started = performance.now()
  const times = await Promise.all(
    bases.map(async (base, index) => {
      await delay((index / bases.length) * periodMs)
      return timed(() => emptyExchange(caller, base))
    }),
  )
  await delay(Math.max(0, periodMs - (performance.now() - started)))
  const seconds = (performance.now() - started) / 1000
  const processor = (await used()) - before
  const bases1C = `${bases.length} bases that each call once in ${seconds.toFixed(0)} s`
  return [
    {
      bench: 'polling: a minute',
      measured: `${processor.toFixed(1)} s of processor time of server and PostgreSQL for ${bases1C}`,
      beside: `${CORES} cores`,
      value: (100 * processor) / (CORES * seconds),
      unit: '%',
      target: { atMost: 15 },
    },
    {
      bench: 'polling: a minute',
      measured: `p99 of a whole exchange, of ${bases1C}; half take ${median(times).toFixed(1)} ms`,
      beside: 'the target of 300',
      value: percentile(0.99, times),
      unit: 'ms',
      target: { atMost: 300 },
    },
  ]
}

/** Processor time of PostgreSQL: of its first process, its ended children and its living ones. */
async function processorSeconds(postmaster: number): Promise<number> {
  const names = await readdir('/proc')
  const all = names
    .filter(name => /^\d+$/.test(name))
    .map(name => processOf(Number(name)).catch(() => undefined))
  const ours = (await Promise.all(all)).filter(one => one?.parent === postmaster)
  const { seconds, endedChildren } = await processOf(postmaster)
  return ours.reduce((sum, one) => sum + one!.seconds, seconds + endedChildren)
}

async function processOf(pid: number): Promise<{ parent: number; seconds: number; endedChildren: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const ticks = (at: number): number => (fields[at]! + fields[at + 1]!) / TICKS_PER_SECOND
  return { parent: fields[1]!, seconds: ticks(11), endedChildren: ticks(13) }
}

/** Commits including reads; bytes of all tables and indexes; rows of the journal. */
async function usage({ db }: Installation): Promise<{ commits: number; bytes: number; rows: number }> {
  await delay(STATISTICS_MS)
  const { rows } = await db.query<{ commits: number; bytes: number; rows: number }>(
    `select (select xact_commit from pg_stat_database where datname = current_database()) as commits,
            (select sum(pg_total_relation_size(c.oid)) from pg_class c
              where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace)::bigint as bytes,
            (select count(*) from exchange_session) + (select count(*) from journal_entry) as rows`,
  )
  return rows[0]!
}

async function all(bases: readonly Connected[], work: (base: Connected) => Promise<void>): Promise<void> {
  const waiting = bases.values()
  const one = async (): Promise<void> => {
    for (const base of waiting) await work(base)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

interface Caller extends Disposable {
  get(url: string, headers?: Record<string, string>): Promise<string>
}

function callers(): Caller {
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })
  return {
    get: (url, headers = {}) =>
      new Promise((resolve, reject) => {
        const request = http.get(url, { headers, agent }, answer => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (piece: string) => {
            text += piece
          })
          answer.on('end', () => resolve(text))
          answer.on('error', reject)
        })
        request.on('error', reject)
      }),
    [Symbol.dispose]: () => agent.destroy(),
  }
}

async function emptyExchange(caller: Caller, { url, login, password }: Connected): Promise<void> {
  const headers: Record<string, string> = {
    authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`,
    'user-agent': '1C+Enterprise/8.3',
    accept: '*/*',
  }
  for (const mode of MODES) {
    const text = await caller.get(`${url}?type=sale&mode=${mode}`, headers)
    const good =
      mode === 'query'
        ? text.startsWith('<?xml')
        : mode === 'init'
          ? text.startsWith('zip=')
          : text.startsWith('success')
    if (!good) throw new Error(`${mode}: ${text}`)
    const [, name, value] = text.split('\n')
    if (mode === 'checkauth') headers.cookie = `${name}=${value}`
  }
}

async function calls(caller: Caller, address: string): Promise<void> {
  for (const mode of MODES) await caller.get(`${address}/1c?type=sale&mode=${mode}`)
}
