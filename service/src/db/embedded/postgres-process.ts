import { spawn, spawnSync } from 'node:child_process'
import { closeSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../../errors/app-error.js'
import { chooseAccount, chooseOwner, NOBODY } from './account.js'
import { findBinaries, type PostgresBinaries, programPath } from './binaries.js'
import { createCluster, PROGRAM_ENV } from './create-cluster.js'
import { type Home, hasCluster, limitLog, openForAll } from './home.js'
import { makeRoles } from './roles.js'
import { embeddedTexts } from './texts.js'

/** What a PostgreSQL server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number
  /** The cluster's folder, as that server calls it. */
  cluster: string
  port: number
}

/** Undefined if there is no such file; it may have been left by a killed server. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const [pid, folder = '', , port] = lines
  return Number(pid) > 0 ? { pid: Number(pid), cluster: folder, port: Number(port) } : undefined
}

/**
 * Undefined if DATA_DIR is locked: the kernel keeps the lock as long as any process has the file open, we at
 * first, then the server. Elsewhere than on Linux only `postmaster.pid` keeps a second server away.
 */
function takeLock(home: Home): number | undefined {
  const lock = openForAll(home.lockFile)
  if (process.platform !== 'linux') return lock
  const { status, error, stderr } = spawnSync('flock', ['-n', '3'], {
    stdio: ['ignore', 'ignore', 'pipe', lock],
    encoding: 'utf8',
  })
  if (status === 0) return lock
  closeSync(lock)
  if (status === 1) return undefined
  const detail = error?.message ?? stderr.trim()
  throw new AppError('unavailable', embeddedTexts.cannotLock(home.lockFile, detail))
}

export interface StartOptions {
  binaries?: PostgresBinaries
  settings?: Readonly<Record<string, string>>
  /** The server must have this port and an existing cluster. */
  port?: number
  prefix?: readonly string[]
  /** The account that root runs the server as. */
  runAs?: string | undefined
  /** Takes a line for whoever runs Obmen. */
  warn?: ((text: string) => void) | undefined
  /** What the application's role may besides, in words of `create role`: tests make databases. */
  roleOptions?: string
}

/** A server that was just started; it may not be ready yet. */
export interface StartedPostgres {
  hasEnded(): boolean
  ended: Promise<void>
}

/** Starts the server in a session of its own, which outlives us. Undefined if the folder is locked. */
export async function startPostgres(
  home: Home,
  options: StartOptions = {},
): Promise<StartedPostgres | undefined> {
  const lock = takeLock(home)
  if (lock === undefined) return undefined
  let log: number | undefined
  try {
    const exists = hasCluster(home.dataDir)
    if (!exists && options.port !== undefined)
      throw new AppError('unavailable', embeddedTexts.noCluster(home.folder))
    const found = options.binaries ?? findBinaries()
    const owner = process.getuid?.() === 0 ? chooseOwner(home.folder, options.runAs) : undefined
    if (owner?.uid === NOBODY) options.warn?.(embeddedTexts.runsAsNobody())
    const { account, binaries } = chooseAccount(found, exists ? home.folder : home.dataDir, owner)
    const cluster = { home, binaries, account, lock }
    await createCluster(cluster)
    const left = readPostmaster(home.cluster)
    // In a copied folder the file names the port of the original, which may be running.
    const port = options.port ?? (left?.cluster === home.cluster ? left.port : await findFreePort())
    // Left by a killed server, as we hold the lock. PostgreSQL would take any process with that pid for a
    // server.
    if (process.platform === 'linux') rmSync(join(home.cluster, 'postmaster.pid'), { force: true })
    await makeRoles(cluster, options.roleOptions)
    limitLog(home.logFile)
    log = openForAll(home.logFile)
    const settings = { ...SERVER_SETTINGS, ...options.settings, port: String(port) }
    const [program = '', ...words] = [
      ...account.prefix,
      ...(options.prefix ?? []),
      programPath(binaries.native, 'postgres'),
      ...['-D', home.cluster],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]
    const child = spawn(program, words, {
      ...account.ids,
      cwd: '/',
      env: PROGRAM_ENV,
      detached: true,
      stdio: ['ignore', log, log, lock],
      windowsHide: true,
    })
    child.unref()
    let over = false
    const ended = new Promise<void>(resolve => {
      const end = (): void => {
        over = true
        resolve()
      }
      child.on('error', end)
      child.on('exit', end)
    })
    return { ended, hasEnded: () => over }
  } finally {
    closeSync(lock)
    if (log !== undefined) closeSync(log)
  }
}

/** Given on the command line at every start. Durability is PostgreSQL's default. */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  // Accessible only from this machine, with a password.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  // Two servers with their pools, and a few commands of ours beside them.
  max_connections: '100',
  shared_buffers: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  // Containers give /dev/shm 64 MB; parallel workers would need more. Our statements are short anyway.
  max_parallel_workers_per_gather: '0',
  max_wal_senders: '0',
  wal_level: 'minimal',
  max_wal_size: '1GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // A failed statement contains people's names and addresses: the log gets only the error.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const STOP_MS = 60_000
const POLL_MS = 20

/** Stops the server: transactions are rolled back, the rest is written out. The caller is connected to it. */
export async function stopPostgres(home: Home): Promise<void> {
  const found = readPostmaster(home.cluster)
  if (!found || !isPostmaster(found)) return
  if (process.platform === 'win32') {
    spawnSync(programPath(findBinaries().native, 'pg_ctl'), ['stop', '-m', 'fast', '-D', home.cluster])
  } else signal(found.pid, 'SIGINT')
  const giveUpAt = performance.now() + STOP_MS
  while (readPostmaster(home.cluster)?.pid === found.pid) {
    if (performance.now() > giveUpAt) return signal(found.pid, 'SIGQUIT')
    await delay(POLL_MS)
  }
}

/** In another container with our network the server has a pid that may be anything here. */
function isPostmaster({ pid, cluster }: Postmaster): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    return false
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ESRCH' && code !== 'EPERM') throw error
  }
}

/** If somebody takes it first, the start fails and is repeated. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
