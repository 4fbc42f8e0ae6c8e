import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { choosePlace, freeMemory, readPlace } from './service/test/support/machine.js'

const MEMORY = '/dev/shm'
const PREFIX = 'obmen-tests-'
const CACHE = fileURLToPath(new URL('node_modules/.cache', import.meta.url))

/**
 * A folder for what this run throws away, in memory where there is enough of it (Linux), else on a disk: hundreds of databases come and
 * go, and to create and delete their files on a disk costs several times what the tests do with them.
 */
export function openTemporaryFolder(workers: number): string {
  try {
    mkdirSync(CACHE, { recursive: true })
  } catch {
    // Installed by another user: there are other places.
  }
  const paths = [MEMORY, tmpdir(), '/var/tmp', CACHE]
  // Before there is a choice: what a killed run left takes room.
  for (const path of paths) removeForgotten(path)
  const places = paths.flatMap(path => readPlace(path) ?? [])
  const place = choosePlace(places, freeMemory(), workers)
  const folder = join(place, `${PREFIX}${process.pid}`)
  mkdirSync(folder, { recursive: true })
  // As /tmp: root's PostgreSQL runs as somebody else.
  chmodSync(folder, 0o1777)
  process.once('exit', () => remove(folder))
  return folder
}

/** What a run left that was killed. */
function removeForgotten(place: string): void {
  for (const name of namesIn(place)) {
    const pid = Number(name.slice(PREFIX.length))
    if (name.startsWith(PREFIX) && Number.isInteger(pid) && !isRunning(pid)) remove(join(place, name))
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Another user's, or a killed run's with a file system still mounted in it: no reason not to test.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
