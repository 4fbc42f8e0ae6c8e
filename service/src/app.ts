import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { openReading } from './api/intake/open-reading.js'
import { answerProblem, registerApi } from './api/register-api.js'
import { callHeartbeat } from './app/call-heartbeat.js'
import { exchangePort } from './app/exchange-port.js'
import { serveMetrics } from './app/metrics.js'
import { openPools } from './app/open-pools.js'
import { openReadiness } from './app/readiness.js'
import type { Played } from './app/sign-in.js'
import { startDryRuns } from './app/start-dry-runs.js'
import { readVersion } from './app/version.js'
import { watchStates } from './app/watch-states.js'
import { type Config, publicAddress } from './config.js'
import { databaseTime } from './db/daily-tables.js'
import type { Database } from './db/database.js'
import { openSecrets } from './db/secrets/open-secrets.js'
import { exchangeAddress, exchangeRoutes } from './exchange/exchange-routes.js'
import { securityHeaders } from './http/browser-headers.js'
import { healthRoutes } from './http/health.js'
import { httpConfig } from './http/http-config.js'
import { limitCallers } from './http/limit-callers.js'
import { createServer } from './http/server.js'
import { serveWebApp } from './http/web-app.js'
import { openInspection } from './inspection/open-inspection.js'
import { runJobs } from './jobs/run-jobs.js'
import { createDays } from './journal/partitions.js'
import { openJournal } from './journal/record/open-journal.js'
import type { Logger } from './log.js'
import { type Hashing, openHashing } from './people/sign-in/open-hashing.js'
import { addressGroup } from './people/sign-in/sign-in-lock.js'
import { openRequestLog } from './requests/record/open-request-log.js'
import { createRequestDays } from './requests/sweep-requests.js'
import { openDownloads } from './sale-feed/downloads.js'
import { openParts } from './uploads/receive/answer-upload.js'
import { sealWebhookSecrets } from './webhooks/secret.js'

export interface AppOptions {
  config: Config
  /**
   * Migrated, used while starting; stays the caller's. The app opens pools of its own at the same address.
   */
  db: Database
  log: Logger
}

export interface App extends AsyncDisposable {
  /** Starts taking requests; resolves to the address, `http://127.0.0.1:8080`. */
  listen(): Promise<string>
  /** Its public URL, without a trailing slash. */
  publicUrl(): string
  /** Stops taking requests, lets running answers finish, flushes pending writes. */
  close(): Promise<void>
}

const WEB_APP = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Puts the service together: everything that has a lifetime begins and ends here. */
export async function createApp({ config, db, log }: AppOptions): Promise<App> {
  const { version, commit } = readVersion()
  const secrets = await openSecrets(db, config)
  await sealWebhookSecrets(db, secrets)
  /** What has to be closed, the latest first. */
  const opened: AsyncDisposable[] = []
  const own = <T extends AsyncDisposable>(part: T): T => {
    opened.unshift(part)
    return part
  }
  const http = httpConfig(config)
  const server = createServer({ config: http, rewrite: exchangeAddress, log, onError: answerProblem })
  const { app, stopping } = server
  limitCallers(app, addressGroup)
  const onBroken = ({ message }: Error): void => {
    // Expected while stopping; and the error holds the whole connection, secrets included.
    if (!stopping.aborted) log.warn({ reason: message }, 'a database connection broke')
  }
  const pools = own(openPools(db.url, config, onBroken))
  const reading = own(openReading(config))
  const played: Played = new Map()
  const dryRuns = own(startDryRuns({ config, url: db.url, log, played }))
  const background = { db: pools.background, log }
  const { intakeBodyLimit, intakeLogLimit, journalBodyLimit, journalDayLimit, uploadBytesLimit } = config
  const requests = own(
    openRequestLog({ ...background, bodyLimit: intakeBodyLimit, sizeLimit: intakeLogLimit }),
  )
  const states = own(watchStates({ ...background, config }))
  const bounds = { bodyLimit: journalBodyLimit, dayLimit: journalDayLimit, heldLimit: uploadBytesLimit }
  const journal = own(openJournal({ ...background, ...bounds, onOutcome: states.note }))
  const uploads = { limits: config, parts: openParts() }
  const downloads = openDownloads(config.downloadsAtOnce)
  const publicUrl = (): string => {
    const address = app.server.address() as AddressInfo | null
    return publicAddress(config, address?.port ?? config.port)
  }

  const metrics = serveMetrics(app, {
    pools,
    token: config.metricsToken,
    backupsExpected: config.backupDir !== undefined,
  })
  const ready = shareRunning(openReadiness(pools))
  await app.register(healthRoutes, { stopping, ready, version, commit })
  await app.register(exchangeRoutes, {
    port: exchangePort({ config, db: pools.requests, log, journal, states, uploads, downloads, played }),
    bodyLimit: config.exchangeBodyLimit,
    partLimit: config.uploadPartLimit,
    stallSeconds: config.downloadStallSeconds,
    callsPerMinute: config.exchangeCallsPerMinute,
    stopping: () => stopping.aborted,
    ended: metrics.countExchange,
    log,
  })
  await app.register(async site => {
    await securityHeaders(site, http)
    await registerApi(site, {
      db: pools.requests,
      config,
      log,
      hashing: hashingOf(config),
      secrets,
      version,
      commit,
      embeddedDatabase: config.databaseUrl === undefined,
      publicUrl,
      stopping,
      startedAt: new Date(),
      states,
      downloads,
      reading,
      requests,
      dryRun: dryRuns.run,
      simulate: (integration, client, gone) =>
        dryRuns.exchange(integration, { client, url: ownAddress(app) }, gone),
      inspection: openInspection(pools.requests, config),
    })
    serveWebApp(site, { folder: WEB_APP, pathPrefix: http.pathPrefix })
  })

  const close = once(async () => {
    await server.close()
    for (const part of opened) await part[Symbol.asyncDispose]()
  })
  return {
    async listen() {
      // Background work can't take the last connection that the database allows: requests keep this one.
      await pools.requests.query('select 1').catch(() => undefined)
      await createTables(pools.background, log)
      const address = await server.listen()
      own(runJobs(pools.queue, { config, db: pools.background, log, version, secrets, publicUrl }))
      if (config.heartbeatUrl !== undefined) own(callHeartbeat(config.heartbeatUrl, pools.background, log))
      return address
    },
    publicUrl,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Where this process itself reaches the server, whatever proxy stands before it. */
function ownAddress({ server }: { server: Server }): string {
  const { address, family, port } = server.address() as AddressInfo
  const host = address === '::' || address === '0.0.0.0' ? '127.0.0.1' : address
  return `http://${family === 'IPv6' && host === address ? `[${host}]` : host}:${port}`
}

/** Without today's partitions rows go to the default ones: no reason not to start. */
async function createTables(db: Database, log: Logger): Promise<void> {
  try {
    const now = await databaseTime(db)
    await Promise.all([createDays(db, now), createRequestDays(db, now)])
  } catch (error) {
    log.warn({ err: error }, 'no tables for today yet')
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => (result ??= work())
}

/** Concurrent callers share one run, so any number of them costs one connection. */
function shareRunning<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    running ??= work().finally(() => {
      running = undefined
    })
    return running
  }
}

function hashingOf(config: Config): Hashing {
  const { passwordHashesAtOnce: atOnce, passwordHashQueue: queue, passwordHashCost: cost } = config
  return openHashing({ atOnce, queue, cost })
}
