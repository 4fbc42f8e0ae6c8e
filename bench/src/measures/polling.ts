import http from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Bench, type Connected, connect, type Installation, startServer } from '../bench.js'
import type { Figure } from '../figure.js'

const BARE_SERVER = fileURLToPath(new URL('../bare-server.js', import.meta.url))
const INTEGRATIONS = 1000
/** The first two exchanges of a base record what program it is; from then on nothing is new. */
const WARM_ROUNDS = 2
const ROUNDS = 4
/** 1C bases that call at the same moment. */
const AT_ONCE = 24
/** An idle connection reports its statistics after ten seconds. */
const STATISTICS_MS = 11_000
const MODES = ['checkauth', 'init', 'query', 'success'] as const

/** Very many 1C bases that call and find nothing to do, against as many HTTP calls with a `select 1` each, alternating. */
export async function benchPolling(bench: Bench, scale: number): Promise<Figure[]> {
  const count = Math.max(10, Math.round(INTEGRATIONS * scale))
  await using installation = await bench.install()
  await using server = await installation.serve()
  await using bare = await startServer([BARE_SERVER], { DATABASE_URL: installation.url, POOL_SIZE: '10' })
  const bases: Connected[] = []
  for (let index = 0; index < count; index++)
    bases.push(await connect(server, installation.apiToken, installation.companyId))
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
  const commits = (after.commits - before.commits - exchanges * MODES.length) / exchanges
  const bytes = (after.bytes - before.bytes) / exchanges
  const rate = (ms: number): string => `${((1000 * exchanges) / ms).toFixed(0)} exchanges a second`
  return [
    {
      bench: 'polling',
      measured: `${rate(ours)}; each ${commits.toFixed(1)} commits and ${bytes.toFixed(0)} bytes of tables and indexes`,
      beside: `${rate(floor)} of as many calls with a "select 1" each`,
      value: floor / ours,
      unit: 'ratio',
      target: { atLeast: 0.35 },
    },
  ]
}

/** Commits as PostgreSQL counts them, including reads; bytes of all tables and indexes on disk. */
async function usage({ db }: Installation): Promise<{ commits: number; bytes: number }> {
  await delay(STATISTICS_MS)
  const { rows } = await db.query<{ commits: number; bytes: number }>(
    `select (select xact_commit from pg_stat_database where datname = current_database()) as commits,
            (select sum(pg_total_relation_size(c.oid)) from pg_class c
              where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace)::bigint as bytes`,
  )
  return rows[0]!
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
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
