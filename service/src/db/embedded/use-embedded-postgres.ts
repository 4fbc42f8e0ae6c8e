import { existsSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../../errors/app-error.js'
import { chooseAccount } from './choose-account.js'
import { CLUSTER_DATABASE, CLUSTER_USER, createCluster } from './create-cluster.js'
import { findBinaries, type PostgresBinaries } from './find-binaries.js'
import { type Home, homeError, openHome } from './home.js'
import { joinSupervisor, type Lease } from './join-supervisor.js'
import { type Role, removeKeeper } from './leases.js'
import { findPostmaster, signalServer } from './postmaster-file.js'
import { SERVER_SETTINGS } from './server-settings.js'
import { findFreePort, startSupervisor } from './start-supervisor.js'
import { embeddedTexts } from './texts.js'

export interface EmbeddedOptions {
  /** Created if missing. */
  dataDir: string
  /** Only one `serve` may use a data folder, with any number of `command`s beside it. */
  role: Role
  binaries?: PostgresBinaries
  /** Added to the server's own settings if this call starts it. */
  settings?: Readonly<Record<string, string>>
  /** The server was lost and could not be restarted at the same address. */
  onLost?: (error: AppError) => void
}

export interface EmbeddedPostgres extends AsyncDisposable {
  url: string
  port: number
}

const POLL_MS = 50
const ENDING_MS = 5_000
const MAX_FAILURES = 5

/**
 * Joins the PostgreSQL server that runs in `dataDir`, or starts it. The server stops when the last of its users has ended, in whatever
 * way. Disposing returns the lease and, if it was the last, waits until the server has stopped.
 */
export async function useEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = openHome(options.dataDir)
  let lease = await obtain(home, options)
  let disposed = false
  const { port } = lease
  const url = new URL(`postgresql://127.0.0.1:${port}/${CLUSTER_DATABASE}?sslmode=disable`)
  url.username = CLUSTER_USER
  url.password = readFileSync(home.passwordFile, 'utf8').trim()

  const rejoin = async (): Promise<void> => {
    for (;;) {
      await lease.gone
      if (disposed) return
      const next = await obtain(home, options, port)
      if (disposed) return void next.leave()
      lease = next
      if (lease.port !== port) throw new AppError('unavailable', embeddedTexts.noDetail())
    }
  }
  rejoin().catch((error: Error) => {
    options.onLost?.(new AppError('unavailable', embeddedTexts.lost(error.message), { cause: error }))
  })

  return {
    url: url.href,
    port,
    async [Symbol.asyncDispose]() {
      disposed = true
      await lease.leave()
    },
  }
}

async function obtain(home: Home, options: EmbeddedOptions, port?: number): Promise<Lease> {
  try {
    let endingSince: number | undefined
    for (let failures = 0; failures < MAX_FAILURES; ) {
      const found = await joinSupervisor(home, options.role)
      if (found.lease) return found.lease
      const other = findPostmaster(home.cluster)
      if (!other) {
        endingSince = undefined
        const started = await start(home, options, port ?? (await findFreePort()), found.left)
        if (started) return started
        failures++
      } else {
        // Either it is still stopping, or it is orphaned: that one is asked to stop.
        endingSince ??= performance.now()
        if (performance.now() - endingSince > ENDING_MS) {
          signalServer(other.pid, 'SIGINT')
          endingSince = performance.now()
        }
      }
      await delay(POLL_MS)
    }
  } catch (error) {
    throw homeError(error, home.dataDir)
  }
  throw new AppError('unavailable', embeddedTexts.startFailed(home.logFile, failureDetail(home)))
}

/** `left` is the `keeper.json` of a supervisor that is no more. */
async function start(
  home: Home,
  options: EmbeddedOptions,
  port: number,
  left: string | undefined,
): Promise<Lease | undefined> {
  const found = options.binaries ?? findBinaries()
  const { account, binaries } = chooseAccount(
    found,
    existsSync(home.folder) ? home.folder : home.dataDir,
    home.cluster,
  )
  await createCluster(home, binaries, account)
  // If another has come since, its own stays: our supervisor ends then.
  if (left !== undefined) removeKeeper(home.supervisorFile, left)
  const supervisor = startSupervisor(home, {
    supervisorFile: home.supervisorFile,
    logFile: home.logFile,
    cluster: home.cluster,
    native: binaries.native,
    account,
    port,
    settings: { ...SERVER_SETTINGS, ...options.settings },
  })
  let lease: Lease | undefined
  try {
    while (!lease && !supervisor.hasEnded()) {
      lease = (await joinSupervisor(home, options.role)).lease
      if (!lease) await Promise.race([delay(POLL_MS), supervisor.ended])
    }
    if (!lease && supervisor.foundDiskFull()) {
      throw new AppError('disk-full', embeddedTexts.diskFull(home.dataDir))
    }
  } catch (error) {
    // Not waited for: whoever has the folder may have joined this very supervisor.
    supervisor.release()
    throw error
  }
  // Of supervisors that start at once all join one. The others end while its server runs: later they would start theirs.
  if (lease && lease.supervisor !== supervisor.pid) await supervisor.dismiss()
  else supervisor.release()
  return lease
}

function failureDetail(home: Home): string {
  if (!statSync(home.logFile, { throwIfNoEntry: false })) return embeddedTexts.noDetail()
  const lines = readFileSync(home.logFile, 'utf8').trim().split('\n')
  const fatal = lines.slice(-20).filter(line => /FATAL|PANIC|could not/.test(line))
  return (fatal.at(-1) ?? lines.at(-1)) || embeddedTexts.noDetail()
}
