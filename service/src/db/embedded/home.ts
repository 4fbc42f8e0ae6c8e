import {
  copyFileSync,
  existsSync,
  fchownSync,
  fstatSync,
  mkdirSync,
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
  supervisorFile: string
  logFile: string
}

/** The exit code of a supervisor that found the disk full. It has to tell in this way: its log is on the same disk. */
export const DISK_FULL_EXIT = 4

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
      supervisorFile: join(folder, 'keeper.json'),
      logFile: join(folder, 'postgres.log'),
    }
  } catch (cause) {
    throw homeError(cause, dataDir)
  }
}

/**
 * Started by root, gives a file that was just made (never one that was found: that may be a link to another) to the owner of its folder.
 * Else a command of root's that was cut off would leave files that the service's own user may not read. Where root may not give files away
 * (a container without CAP_CHOWN, a network disk), it stays his: he can use it either way.
 */
export function giveToFolderOwner(file: number, path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(dirname(path))
  if (fstatSync(file).uid === uid) return
  try {
    fchownSync(file, uid, gid)
  } catch {
    // The file can be used as it is.
  }
}

const MAX_LOG_BYTES = 10 * 1024 * 1024

/**
 * Starts a long log over, and keeps what it held beside it. It stays the same file, so whoever has it open for appending goes on writing to
 * it. Where the disk has no room for both, what it held is given up.
 */
export function limitLog(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= MAX_LOG_BYTES) return
  try {
    copyFileSync(path, `${path}.old`)
  } catch {
    rmSync(`${path}.old`, { force: true })
  }
  truncateSync(path)
}

/** Whether DATA_DIR holds a cluster. */
export function hasCluster(dataDir: string): boolean {
  return existsSync(join(dataDir, 'postgres/cluster'))
}

/** Where the content of a cluster went, and when: what `obmen copy` leaves in the file `moved.json` beside it. */
export interface Move {
  /** Host, port and database: `db.example.ru:5432/obmen`. */
  to: string
  /** ISO 8601. */
  at: string
}

export function moveFile(dataDir: string): string {
  return join(dataDir, 'postgres/moved.json')
}

/** Marks the cluster as moved. Readable by everybody: a command of root's may write what the service's account reads. */
export function recordMove(dataDir: string, move: Move): void {
  const file = moveFile(dataDir)
  try {
    writeFileSync(`${file}.tmp`, JSON.stringify(move), { mode: 0o644 })
    renameSync(`${file}.tmp`, file)
  } catch (cause) {
    throw homeError(cause, dataDir)
  }
}

/** Undefined if the cluster was not moved. */
export function readMove(dataDir: string): Move | undefined {
  try {
    return JSON.parse(readFileSync(moveFile(dataDir), 'utf8')) as Move
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw homeError(cause, dataDir)
  }
}

/** Whether a file system error says that the disk, or one's share of it, is full. */
export function isDiskFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** A file system error in DATA_DIR, as a sentence. */
export function homeError(cause: unknown, dataDir: string): AppError {
  if (cause instanceof AppError) return cause
  const { code, message } = cause as NodeJS.ErrnoException
  if (isDiskFull(cause)) return new AppError('disk-full', embeddedTexts.diskFull(dataDir), { cause })
  return new AppError('unavailable', embeddedTexts.dataDirUnusable(dataDir, code ?? message), { cause })
}
