import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../../errors/app-error.js'
import type { Account } from './choose-account.js'
import { type PostgresBinaries, programPath } from './find-binaries.js'
import { type Home, homeError } from './home.js'
import { pidScope } from './leases.js'
import { isAlive } from './postmaster-file.js'
import { embeddedTexts } from './texts.js'

const TEN_MINUTES_MS = 600_000
export const CLUSTER_USER = 'obmen'
export const CLUSTER_DATABASE = 'obmen'

/**
 * Creates the cluster if there is none: in a temporary folder that is renamed when complete. A killed process leaves nothing
 * half-done, and of two at the same time one wins and the other uses its result.
 */
export async function createCluster(home: Home, binaries: PostgresBinaries, account: Account): Promise<void> {
  // Checked first: a cluster that another command creates meanwhile must not be taken for a foreign one.
  const taken = isFilled(home.folder)
  if (existsSync(home.cluster)) return checkCluster(home, binaries, account)
  if (taken) throw new AppError('unavailable', embeddedTexts.folderTaken(home.folder))
  removeLeftovers(home)
  const unfinished = `${home.folder}.${scopeName()}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  try {
    await fill(unfinished, home, binaries, account)
    renameSync(unfinished, home.folder)
    syncFolder(home.dataDir)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw homeError(error, home.dataDir)
    if (!existsSync(home.cluster)) throw new AppError('unavailable', embeddedTexts.folderTaken(home.folder))
  }
}

async function fill(folder: string, home: Home, binaries: PostgresBinaries, account: Account): Promise<void> {
  const cluster = join(folder, 'cluster')
  const password = join(folder, 'password')
  mkdirSync(folder, { mode: account.owner === undefined ? 0o700 : 0o711 })
  mkdirSync(cluster, { mode: 0o700 })
  writeDurably(password, randomBytes(24).toString('base64url'))
  if (account.owner !== undefined) {
    chownSync(cluster, account.owner, account.owner)
    chownSync(password, account.owner, account.owner)
  }
  // PostgreSQL 17 introduced a UTF-8 locale that needs nothing of the operating system.
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C']
  const initdb = [
    '-D',
    cluster,
    '-U',
    CLUSTER_USER,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ]
  await run(home, account, [programPath(binaries.native, 'initdb'), ...initdb, ...locale])
  const single = [programPath(binaries.native, 'postgres'), '--single', '-D', cluster, 'postgres']
  await run(home, account, single, `create database ${CLUSTER_DATABASE};\n`)
  if (account.owner !== undefined) chownSync(password, process.getuid?.() ?? 0, process.getgid?.() ?? 0)
}

function writeDurably(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600)
  writeSync(file, content)
  fsyncSync(file)
  closeSync(file)
}

/** A rename is on disk when its folder is. Windows doesn't open folders. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function run(home: Home, account: Account, command: readonly string[], input = ''): Promise<void> {
  const [program = '', ...words] = [...account.prefix, ...command]
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      ...(account.uid === undefined ? {} : { uid: account.uid, gid: account.gid ?? account.uid }),
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env.SystemRoot },
      windowsHide: true,
    })
    let said = ''
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString()
    })
    child.stdout.resume()
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve() : reject(explain(home, said, code))))
  })
}

function explain(home: Home, said: string, code: number | null): AppError {
  if (/No space left on device/i.test(said))
    return new AppError('disk-full', embeddedTexts.diskFull(home.dataDir))
  const detail = /effective user ID/.test(said)
    ? embeddedTexts.noUserName(process.getuid?.() ?? 0)
    : `${said.trim().split('\n').slice(-3).join(' ') || `initdb: ${code}`}.`
  return new AppError('unavailable', embeddedTexts.initdbFailed(home.folder, detail))
}

function isFilled(folder: string): boolean {
  try {
    return existsSync(folder) && readdirSync(folder).length > 0
  } catch {
    // Another user's: we can't use it either way.
    return true
  }
}

/** A cluster that was moved here: judged by its version, its owner, its files. */
function checkCluster(home: Home, binaries: PostgresBinaries, account: Account): void {
  try {
    if (account.owner !== undefined) ownAll(home.cluster, account.owner)
    else accessSync(home.cluster, constants.R_OK | constants.W_OK | constants.X_OK)
    accessSync(home.passwordFile, constants.R_OK)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EACCES') throw homeError(cause, home.dataDir)
    throw new AppError('unavailable', embeddedTexts.dataDirOfAnother(home.folder), { cause })
  }
  const found = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== String(binaries.major)) {
    throw new AppError('unavailable', embeddedTexts.otherMajor(home.folder, found, binaries.major))
  }
}

/** Root copied or restored the folder: the server's user becomes the owner of its files. */
function ownAll(folder: string, owner: number): void {
  if (statSync(folder).uid === owner) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath ?? entry.path, entry.name), owner, owner)
  }
  chmodSync(folder, 0o700)
  // Last, so that an interrupted run does the rest again.
  chownSync(folder, owner, owner)
}

/** Folders of commands that were killed while creating a cluster. The pid of one in another container says nothing here: its age does. */
function removeLeftovers(home: Home): void {
  const name = new RegExp(`^${basename(home.folder)}\\.(?:([0-9a-f]+)-)?(\\d+)-[0-9a-f]+\\.tmp$`)
  const scope = scopeName()
  for (const entry of readdirSync(home.dataDir)) {
    const [named, where, maker] = name.exec(entry) ?? []
    if (named === undefined) continue
    const path = join(home.dataDir, entry)
    const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    const isDead = where === scope && !isAlive(Number(maker))
    if (isDead || age > TEN_MINUTES_MS) rmSync(path, { recursive: true, force: true })
  }
}

/** Where our pid counts, as part of a file name. */
function scopeName(): string {
  return createHash('sha256')
    .update(pidScope() ?? '')
    .digest('hex')
    .slice(0, 12)
}
