import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const PREFIX = 'obmen-tests-'
/** On two cores a run fills 7 GB with databases, which stay until its end, and its programs take 4. */
const ENOUGH_BYTES = 16 * 2 ** 30

/**
 * A folder for what this run throws away, in memory where there is enough of it (Linux), else where the system says: hundreds of
 * databases come and go, and to create and delete their files on a disk costs several times what the tests do with them.
 */
export function openTemporaryFolder(): string {
  if (!hasEnoughMemory()) return tmpdir()
  removeForgotten()
  const folder = join(MEMORY, `${PREFIX}${process.pid}`)
  mkdirSync(folder, { recursive: true })
  // As /tmp: root's PostgreSQL runs as somebody else.
  chmodSync(folder, 0o1777)
  process.once('exit', () => remove(folder))
  return folder
}

function hasEnoughMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return Math.min(bavail * bsize, freemem(), process.constrainedMemory() || freemem()) >= ENOUGH_BYTES
  } catch {
    return false
  }
}

/** What a run left that was killed. */
function removeForgotten(): void {
  for (const name of readdirSync(MEMORY)) {
    const pid = Number(name.slice(PREFIX.length))
    if (name.startsWith(PREFIX) && !isRunning(pid)) remove(join(MEMORY, name))
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
