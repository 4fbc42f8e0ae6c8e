import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { AppError } from '../../errors/app-error.js'
import { copyBinaries, linkLibraries, type PostgresBinaries, programPath } from './binaries.js'
import { embeddedTexts } from './texts.js'

export interface Account {
  /** Owner of the cluster's files, if not us. */
  owner?: number
  /** How `spawn` changes to it; `prefix` precedes the command line. */
  ids: { uid?: number; gid?: number }
  prefix: readonly string[]
}

const NOBODY = process.platform === 'darwin' ? 4294967294 : 65534
const CAPABILITIES = '+dac_override,+dac_read_search'

/**
 * PostgreSQL refuses to run as root: root runs it as the cluster's owner, or as nobody. A closed folder above
 * (`/root`) is no obstacle: two capabilities reach the data, and the programs are copied to a readable place.
 * Returns the account and the programs that it can run; `home` must exist.
 */
export function chooseAccount(
  binaries: PostgresBinaries,
  home: string,
  cluster: string,
): { account: Account; binaries: PostgresBinaries } {
  linkLibraries(binaries.native)
  if (process.getuid?.() !== 0)
    return { account: { ids: {}, prefix: [] }, binaries: requireRunnable(binaries, {}) }

  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid || NOBODY
  const ids = { uid: owner, gid: owner }
  const switched = spawnSync('/bin/sh', ['-c', ':'], { ...ids, cwd: '/' })
  if (switched.status !== 0) {
    throw new AppError('unavailable', embeddedTexts.cannotSwitchUser(owner, reason(switched)))
  }
  const readable = tryVersion(binaries, ids).status === 0 ? binaries : copyBinaries(binaries)
  return { account: { owner, ...reachData(home, owner) }, binaries: requireRunnable(readable, ids) }
}

function reachData(home: string, owner: number): Omit<Account, 'owner'> {
  const enter = ['/bin/sh', '-c', 'cd "$0"', home]
  const ids = { uid: owner, gid: owner }
  const isReached = (words: readonly string[], as: Account['ids']): boolean =>
    spawnSync(words[0]!, words.slice(1), { ...as, cwd: '/', stdio: 'ignore' }).status === 0
  if (isReached(enter, ids)) return { ids, prefix: [] }
  const prefix = [
    'setpriv',
    `--reuid=${owner}`,
    `--regid=${owner}`,
    '--clear-groups',
    `--inh-caps=${CAPABILITIES}`,
    `--ambient-caps=${CAPABILITIES}`,
  ]
  if (isReached([...prefix, ...enter], {})) return { ids: {}, prefix }
  throw new AppError('unavailable', embeddedTexts.dataDirClosed(home, owner))
}

function requireRunnable(binaries: PostgresBinaries, ids: Account['ids']): PostgresBinaries {
  const tried = tryVersion(binaries, ids)
  if (tried.status === 0) return binaries
  throw new AppError('unavailable', embeddedTexts.binariesDamaged(binaries.native, reason(tried)))
}

function tryVersion({ native }: PostgresBinaries, ids: Account['ids']) {
  return spawnSync(programPath(native, 'postgres'), ['--version'], { ...ids, cwd: '/', encoding: 'utf8' })
}

function reason(result: { error?: Error | undefined; stderr?: unknown; status: number | null }): string {
  return result.error?.message ?? (String(result.stderr ?? '').trim() || `код ${result.status}`)
}
