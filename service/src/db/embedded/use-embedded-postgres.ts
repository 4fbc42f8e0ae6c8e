import { readFileSync, statfsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { AppError } from '../../errors/app-error.js'
import { singleClient } from '../database.js'
import { CLUSTER_DATABASE, CLUSTER_USER } from './create-cluster.js'
import { type Home, homeError, lastFailure, limitLog, openHome } from './home.js'
import { readPostmaster, type StartOptions, startPostgres, stopPostgres } from './postgres-process.js'
import { hasRoles } from './roles.js'
import { embeddedTexts } from './texts.js'

export type Role = 'serve' | 'command'

export interface EmbeddedOptions
  extends Pick<StartOptions, 'binaries' | 'settings' | 'runAs' | 'warn' | 'roleOptions'> {
  dataDir: string
  /** Only one `serve` may use a data folder, with any number of `command`s beside it. */
  role: Role
  /** The server was lost and could not be restarted at the same address. */
  onLost?: (error: AppError) => void
}

export interface EmbeddedPostgres extends AsyncDisposable {
  url: string
  port: number
}

/** Advisory locks of the database `postgres`, where nothing else takes any. */
const USERS_LOCK = 1
const SERVE_LOCK = 2
const POLL_MS = 50
const CONNECT_MS = 5000
const MAX_FAILURES = 3
/** How long a folder may be locked while its server can't be reached, and while there is none yet. */
const UNREACHABLE_MS = 10_000
const CREATION_MS = 120_000
/** How long a killed serve's lock may last: its server has to notice the closed connection. */
const LEAVING_MS = 3000
const LOG_LOOK_MS = 10 * 60_000
const LITTLE_SPACE = 256 * 1024

/** Joins the server of `dataDir` or starts it. Disposing leaves it; the last user stops it. */
export async function useEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = openHome(options.dataDir)
  let session = await obtain(home, options)
  let disposed = false
  const { port } = session
  const limitingLog = setInterval(() => limitLog(home.logFile), LOG_LOOK_MS).unref()

  const rejoin = async (): Promise<void> => {
    for (;;) {
      await session.gone
      if (disposed) return
      session = await obtain(home, options, port)
      if (session.port !== port) throw new AppError('unavailable', embeddedTexts.noDetail())
      options.warn?.(embeddedTexts.cameBack(home.logFile))
    }
  }
  rejoin().catch((error: Error) => {
    options.onLost?.(new AppError('unavailable', embeddedTexts.lost(error.message), { cause: error }))
  })

  return {
    url: addressOf(home, port, CLUSTER_DATABASE),
    port,
    async [Symbol.asyncDispose]() {
      disposed = true
      clearInterval(limitingLog)
      const isLast = await session.leave()
      if (isLast) await stopPostgres(home)
      await session.end()
    },
  }
}

/** With the password: for nobody but our own connections. */
export function addressOf(home: Home, port: number, database: string): string {
  const url = new URL(`postgresql://127.0.0.1:${port}/${database}?sslmode=disable`)
  url.username = CLUSTER_USER
  url.password = readFileSync(home.passwordFile, 'utf8').trim()
  return url.href
}

/** A user's connection to a running server. */
interface Session {
  port: number
  /** Resolves when the connection has ended, for whatever reason. */
  gone: Promise<void>
  /** No longer a user. True if nobody else is: whoever comes waits until this session ends. */
  leave(): Promise<boolean>
  end(): Promise<void>
}

/** Joins the server of the folder or starts one; with `port` only an existing cluster at that port. */
async function obtain(home: Home, options: EmbeddedOptions, port?: number): Promise<Session> {
  try {
    let lockedSince: number | undefined
    for (let failures = 0; failures < MAX_FAILURES; await delay(POLL_MS)) {
      const found = await join(home, options.role)
      if (found === 'not yet') lockedSince = undefined
      else if (found) return found
      if (found === 'not yet') continue

      const server = await startPostgres(home, port === undefined ? options : { ...options, port })
      if (!server) {
        const limit = readPostmaster(home.cluster) ? UNREACHABLE_MS : CREATION_MS
        lockedSince ??= performance.now()
        if (performance.now() - lockedSince < limit) continue
        throw new AppError('conflict', embeddedTexts.usedElsewhere(home.dataDir))
      }
      while (!server.hasEnded()) {
        const started = await join(home, options.role)
        if (typeof started === 'object') return started
        await Promise.race([delay(POLL_MS), server.ended])
      }
      failures++
    }
  } catch (error) {
    throw homeError(error, home.dataDir)
  }
  const { bavail, bsize } = statfsSync(home.dataDir)
  if (bavail * bsize < LITTLE_SPACE) throw new AppError('disk-full', embeddedTexts.diskFull(home.dataDir))
  throw new AppError('unavailable', embeddedTexts.startFailed(home.logFile, lastFailure(home.logFile)))
}

/** Undefined if there is no server; `not yet` if it starts or ends. A second `serve` is a `conflict`. */
async function join(home: Home, role: Role): Promise<Session | 'not yet' | undefined> {
  const found = readPostmaster(home.cluster)
  // In a copied folder the file names the server of the original.
  if (!found?.port || found.cluster !== home.cluster) return undefined
  const client = singleClient({
    connectionString: addressOf(home, found.port, 'postgres'),
    connectionTimeoutMillis: CONNECT_MS,
    application_name: `obmen ${role} ${process.pid}`,
  })
  const gone = new Promise<void>(resolve => {
    client.on('error', () => resolve()).on('end', () => resolve())
  })
  try {
    await client.connect()
    // Left running by 0.2.0: its roles are made before the next start.
    if (!hasRoles(home) && (await isAlone(client))) {
      await stopPostgres(home)
      await client.end()
      return undefined
    }
    await client.query('select pg_advisory_lock_shared($1)', [USERS_LOCK])
    if (role === 'serve') await lockServing(client, home)
  } catch (error) {
    client.end().catch(() => undefined)
    if (error instanceof AppError) throw error
    // 57P: it starts, recovers or ends. Any other error comes from another program at that port, or none is
    // there.
    return /^57P/.test((error as { code?: string }).code ?? '') ? 'not yet' : undefined
  }
  holdProcess(client, false)
  return {
    port: found.port,
    gone,
    async leave() {
      try {
        holdProcess(client, true)
        await client.query('select pg_advisory_unlock_shared($1)', [USERS_LOCK])
        return await isAlone(client)
      } catch {
        return false
      }
    },
    end: () => client.end().catch(() => undefined),
  }
}

/** Takes the lock that whoever comes waits for, until the session's end, if there is no user. */
async function isAlone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [USERS_LOCK])
  return rows[0].alone === true
}

/** Whether the open connection keeps our process running; `pg` doesn't type this. */
function holdProcess(client: pg.Client, holds: boolean): void {
  const { ref, unref } = client as unknown as { ref(): void; unref(): void }
  ;(holds ? ref : unref).call(client)
}

async function lockServing(client: pg.Client, home: Home): Promise<void> {
  const giveUpAt = performance.now() + LEAVING_MS
  for (;;) {
    const taken = await client.query('select pg_try_advisory_lock($1) as taken', [SERVE_LOCK])
    if (taken.rows[0].taken) return
    if (performance.now() > giveUpAt) break
    await delay(POLL_MS)
  }
  const { rows } = await client.query(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [SERVE_LOCK],
  )
  const pid = String(rows[0]?.name ?? '').replace(/^\D+/, '')
  throw new AppError('conflict', embeddedTexts.alreadyServed(home.dataDir, pid))
}
