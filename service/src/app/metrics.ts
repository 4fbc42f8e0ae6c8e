import { createHash, timingSafeEqual } from 'node:crypto'
import { MOST_COUNTED, STEP_OUTCOMES } from '@obmen/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { lastBackup } from '../backup/backups.js'
import { serverStatus } from '../db/server-status.js'
import { AppError } from '../errors/app-error.js'
import { PROBLEM_TEXTS } from '../errors/texts.js'
import type { RequestOutcome } from '../exchange/port.js'
import { countReportedStates } from '../integrations/state/count-reported.js'
import { countJobs } from '../jobs/job.js'
import { countHeldOrders, queueStatus } from '../outbox/entries/read-entries.js'
import type { Pools } from './open-pools.js'

export interface MetricsOptions {
  pools: Pools
  /** METRICS_TOKEN: who may read them from elsewhere than this machine. */
  token: string | undefined
  /** BACKUP_DIR is set: without any backup its age is infinite. */
  backupsExpected: boolean
}

export interface Metrics {
  /** A call of a 1C has ended. */
  countExchange(outcome: RequestOutcome): void
}

/** What is read of the database serves every scrape for so long. */
const SHARED_MS = 5_000
const SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/** Of the process and its runtime; an app more in this process adds nothing to it. */
let ofProcess: Registry | undefined

/** `/metrics` for Prometheus; docs/operating/monitoring.md explains each name. Labels are bounded. */
export function serveMetrics(
  app: FastifyInstance,
  { pools, token, backupsExpected }: MetricsOptions,
): Metrics {
  ofProcess ??= metricsOfProcess()
  const runtime = ofProcess
  const own = new Registry()
  const registers = [own]
  const exchanges = new Counter({
    name: 'obmen_exchanges_total',
    help: 'Calls of 1C that this server answered, by what came of them',
    labelNames: ['outcome'],
    registers,
  })
  for (const outcome of STEP_OUTCOMES) if (outcome !== 'running') exchanges.inc({ outcome }, 0)
  const durations = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'How long requests took until the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  new Gauge({
    name: 'obmen_database_pool_waiting',
    help: 'Who waits for a connection to the database',
    labelNames: ['pool'],
    registers,
    collect() {
      this.set({ pool: 'requests' }, pools.requests.load().waiting)
      this.set({ pool: 'background' }, pools.background.load().waiting)
      this.set({ pool: 'queue' }, pools.queue.pool.waitingCount)
    },
  })
  const database = databaseMetrics(pools, backupsExpected)

  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode: status, elapsedTime }) => {
    durations.observe({ method, route: routeOptions.url ?? 'none', status }, elapsedTime / 1000)
  })
  app.get('/metrics', async (request, reply) => {
    requireReader(request, token)
    const parts = await Promise.all([runtime.metrics(), own.metrics(), database(request)])
    return reply.header('cache-control', 'no-store').type(own.contentType).send(parts.join('\n'))
  })
  return { countExchange: outcome => exchanges.inc({ outcome }) }
}

function metricsOfProcess(): Registry {
  const register = new Registry()
  collectDefaultMetrics({ register })
  return register
}

/** What the database knows of all servers; empty while it does not answer. */
function databaseMetrics(
  { background: db }: Pools,
  backupsExpected: boolean,
): (request: FastifyRequest) => Promise<string> {
  const register = new Registry()
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name, help, labelNames, registers: [register] })
  const owed = gauge('obmen_orders_owed', `Orders that 1C bases are owed; ${MOST_COUNTED + 1}: or more`)
  const oldest = gauge('obmen_owed_oldest_seconds', 'For how long the first of them has been owed')
  const held = gauge('obmen_orders_held', 'Orders that are held back')
  const jobs = gauge('obmen_jobs_waiting', 'Background jobs that are due and not begun')
  const bytes = gauge('obmen_database_bytes', 'Size of the database on disk')
  const backup = gauge('obmen_backup_age_seconds', 'Since the last good backup')
  const integrations = gauge('obmen_integrations', 'Connected 1C bases by state', ['state'])

  const read = async (): Promise<string> => {
    // One after another: they take no more than one connection.
    const queue = await queueStatus(db)
    owed.set(queue.owed)
    oldest.set(queue.oldestOwedSince ? secondsSince(queue.oldestOwedSince) : 0)
    held.set(await countHeldOrders(db))
    jobs.set((await countJobs(db)).waiting)
    const { endedAt } = await lastBackup(db)
    if (endedAt) backup.set(secondsSince(endedAt))
    else if (backupsExpected) backup.set(Number.POSITIVE_INFINITY)
    else backup.remove()
    bytes.set((await serverStatus(db)).sizeBytes)
    for (const [state, count] of await countReportedStates(db)) integrations.set({ state }, count)
    return register.metrics()
  }
  let last: { at: number; text: Promise<string> } | undefined
  return async ({ log }) => {
    if (!last || performance.now() - last.at > SHARED_MS) last = { at: performance.now(), text: read() }
    return last.text.catch(error => {
      log.warn({ err: error }, 'metrics of the database could not be read')
      return ''
    })
  }
}

function secondsSince(time: Date): number {
  return Math.max(0, (Date.now() - time.getTime()) / 1000)
}

/** What proxies add: the call of one on this machine comes from elsewhere. */
const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/** This machine needs no token, whatever a header says of the address; everybody else does. */
function requireReader({ raw: { socket }, headers }: FastifyRequest, token: string | undefined): void {
  const isLocal = /^(?:::1$|(?:::ffff:)?127\.)/.test(socket.remoteAddress ?? '')
  if (isLocal && FORWARDED.every(name => headers[name] === undefined)) return
  if (token === undefined) throw new AppError('forbidden', PROBLEM_TEXTS.forbidden)
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
  if (!timingSafeEqual(digest(given), digest(token)))
    throw new AppError('unauthenticated', PROBLEM_TEXTS.unauthenticated)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
