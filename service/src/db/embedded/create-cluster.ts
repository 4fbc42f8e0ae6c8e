import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../errors/app-error.js'
import type { Account, Owner } from './account.js'
import { type PostgresBinaries, programPath } from './binaries.js'
import { type Home, homeError, syncFolder } from './home.js'
import { embeddedTexts } from './texts.js'

/** The application's role, and the superuser, who owns the database: see `roles.ts`. */
export const CLUSTER_USER = 'obmen'
export const CLUSTER_OWNER = 'obmen_owner'
export const CLUSTER_DATABASE = 'obmen'
export const PROGRAM_ENV = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  SystemRoot: process.env.SystemRoot,
}

export interface ClusterOptions {
  home: Home
  binaries: PostgresBinaries
  account: Account
  /** An open file whose lock the programs hold as long as they run. */
  lock: number
}

/** Creates a missing cluster in a folder that is renamed when complete. The caller holds the lock. */
export async function createCluster(options: ClusterOptions): Promise<void> {
  const { home } = options
  if (existsSync(home.cluster)) return checkCluster(options)
  if (existsSync(home.folder)) {
    if (readdirSync(home.folder).length > 0)
      throw new AppError('unavailable', embeddedTexts.folderTaken(home.folder))
  }
  const unfinished = `${home.folder}.tmp`
  rmSync(unfinished, { recursive: true, force: true })
  try {
    await fill(unfinished, options)
    renameSync(unfinished, home.folder)
    syncFolder(home.dataDir)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw homeError(error, home.dataDir)
  }
}

async function fill(folder: string, options: ClusterOptions): Promise<void> {
  const { binaries, account } = options
  const cluster = join(folder, 'cluster')
  mkdirSync(folder, { mode: account.owner === undefined ? 0o700 : 0o711 })
  mkdirSync(cluster, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  writeFileSync(join(folder, 'password'), password, { mode: 0o600, flush: true })
  if (account.owner) chownSync(cluster, account.owner.uid, account.owner.gid)
  const words = ['-D', cluster, '-U', CLUSTER_OWNER, '--auth=reject', '--encoding=UTF8']
  await runProgram(options, [programPath(binaries.native, 'initdb'), ...words, ...locale(binaries.major)])
  const single = [programPath(binaries.native, 'postgres'), '--single', '-D', cluster, 'postgres']
  await runProgram(options, single, `create database ${CLUSTER_DATABASE};\n`)
}

/** PostgreSQL 17 introduced a UTF-8 locale that needs nothing of the operating system. */
function locale(major: number): string[] {
  if (major >= 17) return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  return [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C']
}

/** Runs one of PostgreSQL's programs to its end. */
export function runProgram(
  { home, account, lock }: ClusterOptions,
  command: readonly string[],
  input = '',
): Promise<void> {
  const [program = '', ...words] = [...account.prefix, ...command]
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      ...account.ids,
      cwd: '/',
      env: PROGRAM_ENV,
      stdio: ['pipe', 'ignore', 'pipe', lock],
      windowsHide: true,
    })
    let output = ''
    child.stderr!.on('data', (piece: Buffer) => {
      output += piece.toString()
    })
    child.stdin!.on('error', () => {})
    child.stdin!.end(input)
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve() : reject(explain(home, output, code))))
  })
}

function explain(home: Home, output: string, code: number | null): AppError {
  if (/No space left on device/i.test(output))
    return new AppError('disk-full', embeddedTexts.diskFull(home.dataDir))
  const cause = /(?:ERROR|FATAL|PANIC): .*/.exec(output)?.[0] ?? output.trim().split('\n').slice(-3).join(' ')
  const detail = /effective user ID/.test(output)
    ? embeddedTexts.noUserName(process.getuid?.() ?? 0)
    : `${cause || code}.`
  return new AppError('unavailable', embeddedTexts.initdbFailed(home.folder, detail))
}

/** A cluster that was moved here: judged by its version, its owner, its files. */
function checkCluster({ home, binaries, account }: ClusterOptions): void {
  try {
    if (account.owner) ownAll(home.cluster, account.owner)
    else accessSync(home.cluster, constants.R_OK | constants.W_OK | constants.X_OK)
    accessSync(home.passwordFile, constants.R_OK)
  } catch (cause) {
    throw homeError(cause, home.dataDir)
  }
  const found = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== String(binaries.major)) {
    throw new AppError('unavailable', embeddedTexts.otherMajor(home.folder, found, binaries.major))
  }
}

/** Root restored the folder, or chose another account: the server's account gets its files. */
function ownAll(folder: string, { uid, gid }: Owner): void {
  if (statSync(folder).uid === uid) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath ?? entry.path, entry.name), uid, gid)
  }
  chmodSync(folder, 0o700)
  // Last, so that an interrupted run does the rest again.
  chownSync(folder, uid, gid)
}
