import { AppError } from '../errors/app-error.js'
import { backupTexts as texts } from './texts.js'

/** What is wrong with a file, in words; other errors as they are. */
export function explainFile(cause: unknown, path: string): unknown {
  const { code } = cause as NodeJS.ErrnoException
  switch (cause instanceof AppError ? undefined : code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('not-found', texts.missing(path), { cause })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
      return new AppError('unavailable', texts.forbidden(path, code!), { cause })
    case 'EEXIST':
      return new AppError('conflict', texts.exists(path), { cause })
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('disk-full', texts.diskFull(path), { cause })
    default:
      return cause
  }
}
