import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { AppError } from '../../errors/app-error.js'
import { copyBinaries, linkLibraries, type PostgresBinaries, programPath } from './binaries.js'
import { embeddedTexts } from './texts.js'

export interface Owner {
  uid: number
  gid: number
}

export interface Account {
  /** Owner of the cluster's files, if not us. */
  owner?: Owner
  /** How `spawn` changes to it; `prefix` precedes the command line. */
  ids: { uid?: number; gid?: number }
  prefix: readonly string[]
}

export const NOBODY = process.platform === 'darwin' ? 4294967294 : 65534
const CAPABILITIES = '+dac_override,+dac_read_search'

/**
 * As whom root runs the server on `folder`: the account `runAs`; else whoever made the folder, if not root;
 * else `obmen` or `postgres`, if there is one; else nobody. Throws `invalid` for an account that is missing.
 */
export function chooseOwner(folder: string, runAs?: string, find = findAccount): Owner {
  const named = runAs === undefined ? undefined : find(runAs)
  if (named) return named
  if (runAs !== undefined) throw new AppError('invalid', embeddedTexts.unknownAccount(runAs))
  const made = statSync(folder, { throwIfNoEntry: false })
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid }
  return find('obmen') ?? find('postgres') ?? { uid: NOBODY, gid: NOBODY }
}

/** `id` knows accounts of every kind, not those of /etc/passwd alone. */
function findAccount(name: string): Owner | undefined {
  const ask = (what: string): number => Number(spawnSync('id', [what, name]).stdout || Number.NaN)
  const uid = ask('-u')
  return uid > 0 ? { uid, gid: ask('-g') } : undefined
}

/**
 * PostgreSQL refuses to run as root, who gives it the account `owner`. A closed folder above (`/root`) is no
 * obstacle: two capabilities reach the data, and the programs are copied to a readable place.
 * Returns the account and the programs that it can run; `home` must exist.
 */
export function chooseAccount(
  binaries: PostgresBinaries,
  home: string,
  owner: Owner | undefined,
): { account: Account; binaries: PostgresBinaries } {
  linkLibraries(binaries.native)
  if (!owner) return { account: { ids: {}, prefix: [] }, binaries: requireRunnable(binaries, {}) }

  const switched = spawnSync('/bin/sh', ['-c', ':'], { ...owner, cwd: '/' })
  if (switched.status !== 0) {
    throw new AppError('unavailable', embeddedTexts.cannotSwitchUser(owner.uid, reason(switched)))
  }
  const readable = tryVersion(binaries, owner).status === 0 ? binaries : copyBinaries(binaries)
  return { account: { owner, ...reachData(home, owner) }, binaries: requireRunnable(readable, owner) }
}

function reachData(home: string, owner: Owner): Omit<Account, 'owner'> {
  const enter = ['/bin/sh', '-c', 'cd "$0"', home]
  const isReached = (words: readonly string[], as: Account['ids']): boolean =>
    spawnSync(words[0]!, words.slice(1), { ...as, cwd: '/', stdio: 'ignore' }).status === 0
  if (isReached(enter, owner)) return { ids: owner, prefix: [] }
  const prefix = [
    'setpriv',
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    `--inh-caps=${CAPABILITIES}`,
    `--ambient-caps=${CAPABILITIES}`,
  ]
  if (isReached([...prefix, ...enter], {})) return { ids: {}, prefix }
  throw new AppError('unavailable', embeddedTexts.dataDirClosed(home, owner.uid))
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
