import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { openDatabase } from '../../../src/db/database.js'
import { CLUSTER_DATABASE } from '../../../src/db/embedded/create-cluster.js'
import { openHome } from '../../../src/db/embedded/home.js'
import {
  readPostmaster,
  type StartedPostgres,
  startPostgres,
} from '../../../src/db/embedded/postgres-process.js'
import { addressOf } from '../../../src/db/embedded/use-embedded-postgres.js'
import { migrate } from '../../../src/db/migrate.js'

/** A PostgreSQL of a test's own that it may stop, crash and fill up; migrated and running. */
export interface ThrowAwayPostgres extends AsyncDisposable {
  url: string
  folder: string
  start(): Promise<void>
  /** SIGINT: a fast stop. SIGQUIT: a crash; what it had committed is there after the next start. */
  stop(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>
  /** All its processes stand still, with every connection open. */
  freeze(): void
  thaw(): void
  /** Enlarges the file system of `tmpfs`, as an administrator would, and starts the server again if it had ended for want of room. */
  makeRoom(): Promise<void>
}

export interface ThrowAwayOptions {
  /**
   * How the disk is small. `files`: no file may grow beyond so many KiB, which PostgreSQL takes for a full disk
   * (it ignores SIGXFSZ for that); anybody may set it. `tmpfs`: a file system of so many MiB; root alone may mount one.
   */
  small?: { files: number } | { tmpfs: number }
}

// A crash of the server is no power cut: what was written is in the system's memory.
const SETTINGS = {
  fsync: 'off',
  max_wal_size: '48MB',
  min_wal_size: '32MB',
  log_min_messages: 'panic',
}

export async function startThrowAway(options: ThrowAwayOptions = {}): Promise<ThrowAwayPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'obmen-throw-away-'))
  const { small } = options
  const tmpfs = small && 'tmpfs' in small
  if (tmpfs) run(['mount', '-t', 'tmpfs', '-o', `size=${small.tmpfs}m`, 'none', folder])
  chmodSync(folder, 0o711)
  const home = openHome(folder)
  let port: number | undefined
  let url = ''
  let server: StartedPostgres | undefined
  let limited = false
  const start = async (): Promise<void> => {
    // The limit of half a KiB cuts a page in two: the last write is a short one, as on a full disk.
    const limit =
      limited && small && 'files' in small ? [`ulimit -f ${small.files * 2 + 1}; exec "$@"`, 'sh'] : []
    const prefix = limit.length > 0 ? ['/bin/sh', '-c', ...limit] : []
    await vi.waitFor(
      async () => {
        server = await startPostgres(home, { settings: SETTINGS, prefix, ...(port && { port }) })
        expect(server).toBeDefined()
      },
      { timeout: 60_000, interval: 100 },
    )
    await vi.waitFor(
      async () => {
        port ??= readPostmaster(home.cluster)?.port
        url ||= addressOf(home, port!, CLUSTER_DATABASE)
        await using db = openDatabase({ url, poolSize: 2 })
        await db.query('select 1')
      },
      { timeout: 60_000, interval: 100 },
    )
  }
  const stop = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    const found = readPostmaster(home.cluster)
    if (found) process.kill(found.pid, signal)
    await server?.ended
  }
  const signalAll = (signal: 'SIGSTOP' | 'SIGCONT'): void => {
    const found = readPostmaster(home.cluster)
    if (!found) return
    // The parent first: it makes no more of them then.
    process.kill(found.pid, signal)
    for (const pid of childrenOf(found.pid)) {
      try {
        process.kill(pid, signal)
      } catch (error) {
        // A child that was about to end has ended since it was listed.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
      }
    }
  }
  await start()
  {
    await using db = openDatabase({ url, poolSize: 2 })
    await migrate(db)
  }
  if (small && 'files' in small) {
    await stop('SIGINT')
    limited = true
    await start()
  }
  return {
    url,
    folder,
    start,
    stop,
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    async makeRoom() {
      if (!tmpfs) throw new Error('Only a tmpfs can be enlarged.')
      run(['mount', '-o', `remount,size=${small.tmpfs * 2}m`, folder])
      await vi.waitFor(
        async () => {
          // It may be about to end as well.
          if (server?.hasEnded()) return start()
          await using db = openDatabase({ url, poolSize: 1 })
          await db.query('select 1')
        },
        { timeout: 90_000, interval: 200 },
      )
    },
    async [Symbol.asyncDispose]() {
      signalAll('SIGCONT')
      await stop('SIGQUIT')
      if (tmpfs) run(['umount', '-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** From /proc, as a bare Linux has no `ps`. */
function childrenOf(pid: number): number[] {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    const pairs = stdout.split('\n').map(line => line.trim().split(/\s+/).map(Number))
    return pairs.flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))
  }
  const running = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return running.map(Number).filter(child => parentOf(child) === pid)
}

function parentOf(pid: number): number | undefined {
  try {
    // After the name, which may have spaces and brackets of its own: state and parent.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    // It has ended since it was listed.
    return undefined
  }
}

function run([program = '', ...words]: string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}
