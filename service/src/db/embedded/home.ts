import {
  closeSync,
  copyFileSync,
  existsSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../errors/app-error.js'
import { embeddedTexts } from './texts.js'

/** The layout of DATA_DIR; see README.md. */
export interface Home {
  dataDir: string
  /** `DATA_DIR/postgres`: appears complete, by a rename. */
  folder: string
  cluster: string
  passwordFile: string
  /** Beside `postgres`, because it is locked before that is made. */
  lockFile: string
  logFile: string
}

/** Creates DATA_DIR if missing. Paths are resolved: a running server is recognized by them. */
export function openHome(dataDir: string): Home {
  try {
    // Started by root, the server runs as another user, who has to traverse this folder.
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    const real = realpathSync(dataDir)
    const folder = join(real, 'postgres')
    return {
      dataDir: real,
      folder,
      cluster: join(folder, 'cluster'),
      passwordFile: join(folder, 'password'),
      lockFile: join(real, 'postgres.lock'),
      logFile: join(folder, 'postgres.log'),
    }
  } catch (cause) {
    throw homeError(cause, dataDir)
  }
}

/** Opens a file for appending. One that root makes goes to the owner of its folder, who opens it, too. */
export function openForAll(path: string): number {
  // One that is there is never given away: it may be a link to another file.
  if (existsSync(path)) return openSync(path, 'a+')
  const file = openSync(path, 'a+', 0o600)
  const { uid, gid } = statSync(dirname(path))
  if (process.getuid?.() === 0 && uid !== 0) fchownSync(file, uid, gid)
  return file
}

const MAX_LOG_BYTES = 10 * 1024 * 1024

/** Truncates a long log, to which a server appends, and keeps its content beside it if the disk has room. */
export function limitLog(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= MAX_LOG_BYTES) return
  try {
    copyFileSync(path, `${path}.old`)
  } catch {
    rmSync(`${path}.old`, { force: true })
  }
  truncateSync(path)
}

/** The end of the log, as the reason why a server did not start. */
export function lastFailure(path: string): string {
  if (!existsSync(path)) return embeddedTexts.noDetail()
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  const fatal = lines.slice(-20).filter(line => /FATAL|PANIC|could not/.test(line))
  return (fatal.at(-1) ?? lines.at(-1)) || embeddedTexts.noDetail()
}

export function hasCluster(dataDir: string): boolean {
  return existsSync(join(dataDir, 'postgres/cluster'))
}

/** Where the content went: what `obmen copy` leaves beside the cluster, in `moved.json`. */
export interface Move {
  /** Host, port and database: `db.example.ru:5432/obmen`. */
  to: string
  at: string
}

export function moveFile(dataDir: string): string {
  return join(dataDir, 'postgres/moved.json')
}

/** Marks the cluster as moved. Readable by everybody: root may write what the service's user reads. */
export function recordMove(dataDir: string, move: Move): void {
  const file = moveFile(dataDir)
  try {
    writeFileSync(`${file}.tmp`, JSON.stringify(move), { mode: 0o644 })
    renameSync(`${file}.tmp`, file)
  } catch (cause) {
    throw homeError(cause, dataDir)
  }
}

export function readMove(dataDir: string): Move | undefined {
  try {
    return JSON.parse(readFileSync(moveFile(dataDir), 'utf8')) as Move
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw homeError(cause, dataDir)
  }
}

/** Writes out a folder's own entries: a rename is on disk when its folder is. Windows opens no folders. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

export function homeError(cause: unknown, dataDir: string): AppError {
  if (cause instanceof AppError) return cause
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk-full', embeddedTexts.diskFull(dataDir), { cause })
  const folder = join(dataDir, 'postgres')
  const owner = existsSync(folder) ? statSync(folder).uid : undefined
  if (code === 'EACCES' && owner !== undefined && owner !== process.getuid?.())
    return new AppError('unavailable', embeddedTexts.dataDirOfAnother(folder), { cause })
  return new AppError('unavailable', embeddedTexts.dataDirUnusable(dataDir, code ?? message), { cause })
}
