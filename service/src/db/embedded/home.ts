import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../errors/app-error.js'
import { embeddedTexts } from './texts.js'

/** Where things lie in DATA_DIR; see README.md. */
export interface Home {
  dataDir: string
  /** `DATA_DIR/postgres`: appears at once, complete, by renaming. */
  folder: string
  cluster: string
  passwordFile: string
  supervisorFile: string
  logFile: string
}

/** Makes DATA_DIR if missing. Paths are real ones: a running server is recognised by them. */
export function openHome(dataDir: string): Home {
  try {
    // Root's server runs as another user, who has to pass through.
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

/** A refusal of the file system in DATA_DIR, as a sentence. */
export function homeError(cause: unknown, dataDir: string): AppError {
  if (cause instanceof AppError) return cause
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk-full', embeddedTexts.diskFull(dataDir), { cause })
  return new AppError('unavailable', embeddedTexts.dataDirUnusable(dataDir, code ?? message), { cause })
}
