import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { AppError } from '../../errors/app-error.js'
import { copyBinaries } from './copy-binaries.js'
import { type PostgresBinaries, programPath } from './find-binaries.js'
import { linkLibraries } from './link-libraries.js'
import { embeddedTexts } from './texts.js'

/** The account that PostgreSQL runs as. `uid` and `gid` are for `spawn`; `prefix` precedes the command line. */
export interface Account {
  /** Owner of the cluster's files, if not us. */
  owner?: number
  uid?: number
  gid?: number
  prefix: readonly string[]
}

const NOBODY = process.platform === 'darwin' ? 4294967294 : 65534
const CAPABILITIES = '+dac_override,+dac_read_search'

/**
 * PostgreSQL refuses to run as root: root runs it as the cluster's owner, or as nobody. A folder above that is closed to
 * that user (`/root`) is no obstacle: the data is reached by two capabilities, the programs by a copy in a readable place.
 * Returns the account and the programs that it can run; `home` must exist.
 */
export function chooseAccount(
  binaries: PostgresBinaries,
  home: string,
  cluster: string,
): { account: Account; binaries: PostgresBinaries } {
  const linked = linkLibraries(binaries.native) ? binaries : copyBinaries(binaries)
  if (process.getuid?.() !== 0) return { account: { prefix: [] }, binaries: runnable(linked, {}) }

  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid || NOBODY
  const switched = spawnSync('/bin/sh', ['-c', ':'], { uid: owner, gid: owner, cwd: '/' })
  if (switched.status !== 0) {
    throw new AppError('unavailable', embeddedTexts.cannotSwitchUser(owner, reason(switched)))
  }
  const readable = tryVersion(linked, { uid: owner, gid: owner }).status === 0 ? linked : copyBinaries(linked)
  return {
    account: { owner, ...reachData(home, owner) },
    binaries: runnable(readable, { uid: owner, gid: owner }),
  }
}

function reachData(home: string, owner: number): Omit<Account, 'owner'> {
  const enter = ['-c', 'cd "$0"', home]
  const plain = spawnSync('/bin/sh', enter, { uid: owner, gid: owner, cwd: '/', stdio: 'ignore' })
  if (plain.status === 0) return { uid: owner, gid: owner, prefix: [] }
  const prefix = [
    'setpriv',
    `--reuid=${owner}`,
    `--regid=${owner}`,
    '--clear-groups',
    `--inh-caps=${CAPABILITIES}`,
    `--ambient-caps=${CAPABILITIES}`,
  ]
  const capable = spawnSync('setpriv', [...prefix.slice(1), '/bin/sh', ...enter], {
    cwd: '/',
    stdio: 'ignore',
  })
  if (capable.status !== 0) throw new AppError('unavailable', embeddedTexts.dataDirClosed(home, owner))
  return { prefix }
}

function runnable(binaries: PostgresBinaries, as: { uid?: number; gid?: number }): PostgresBinaries {
  const tried = tryVersion(binaries, as)
  if (tried.status === 0) return binaries
  throw new AppError('unavailable', embeddedTexts.binariesDamaged(binaries.native, reason(tried)))
}

function tryVersion(binaries: PostgresBinaries, as: { uid?: number; gid?: number }) {
  return spawnSync(programPath(binaries.native, 'postgres'), ['--version'], {
    ...as,
    cwd: '/',
    encoding: 'utf8',
  })
}

function reason(result: { error?: Error | undefined; stderr?: unknown; status: number | null }): string {
  return result.error?.message ?? (String(result.stderr ?? '').trim() || `код ${result.status}`)
}
