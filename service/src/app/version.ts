import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Of the clone, or of the package. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

export interface Version {
  version: string
  /** What it was built from; null if nobody knows. */
  commit: string | null
}

/** What runs here. The package notes its commit as npm does (`gitHead`); of a clone git knows it. */
export function readVersion(): Version {
  const { version, gitHead } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { version: string; gitHead?: string }
  return { version, commit: gitHead ?? commitOfClone() }
}

function commitOfClone(): string | null {
  if (!existsSync(`${ROOT}.git`)) return null
  // A service seldom runs as the user whose clone it is; git refuses that unless told otherwise.
  const words = ['-c', 'safe.directory=*', 'rev-parse', '--short=12', 'HEAD']
  const { status, stdout } = spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** `0.3.0 (83d2c51d07aa)` */
export function describeVersion({ version, commit }: Version): string {
  return commit === null ? version : `${version} (${commit})`
}
