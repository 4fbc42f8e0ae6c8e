import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join, relative } from 'node:path'
import { giveToFolderOwner } from './home.js'

/** What a PostgreSQL server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number
  /** The cluster's folder, as that server calls it. */
  cluster: string
  port: number
  ready: boolean
  /** The whole file. */
  content: string
}

export function readPostmaster(cluster: string): Postmaster | undefined {
  let content: string
  try {
    content = readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const lines = content.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const ready = lines[7]?.trim() === 'ready'
  return { pid, cluster: lines[1] ?? '', port: Number(lines[3]), ready, content }
}

/**
 * The server that runs on this cluster, if any. A file left by a killed one is removed when its pid belongs to another
 * program by now: PostgreSQL itself would take that for a running server (usual in containers, where pids repeat).
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster)
  if (!found || !isAlive(found.pid)) return undefined
  if (servesCluster(found, cluster)) return found
  if (readPostmaster(cluster)?.pid === found.pid) rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return undefined
}

/**
 * Writes the file of a running server again if it is gone: a server that was taken for dead, and wakes, removes this one's file when it ends,
 * and PostgreSQL stops within a minute once it misses its own.
 */
export function restorePostmaster(cluster: string, { content }: Postmaster): void {
  const path = join(cluster, 'postmaster.pid')
  let file: number
  try {
    file = openSync(path, 'wx', 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    throw error
  }
  try {
    giveToFolderOwner(file, path)
    writeSync(file, content)
  } finally {
    closeSync(file)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Asks a server to stop, if it is there and ours to ask: `SIGINT` for a fast stop, `SIGQUIT` for one at once. */
export function signalServer(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ESRCH' && code !== 'EPERM') throw error
  }
}

/** Whatever can't be examined counts as a server: taking a live one for dead would be worse than waiting. */
function servesCluster({ pid, cluster: named }: Postmaster, cluster: string): boolean {
  // No command line to look at; but the file of a copy names the folder that it was copied from.
  if (process.platform === 'win32') return relative(named, cluster) === ''
  if (process.platform === 'linux') {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      return words.includes(cluster) && words.some(word => word.endsWith('postgres'))
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== 'ENOENT'
    }
  }
  const listed = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  return listed.status !== 0 || (listed.stdout.includes(cluster) && listed.stdout.includes('postgres'))
}
