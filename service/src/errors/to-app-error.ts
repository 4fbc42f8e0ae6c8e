import { type DescribedProblem, describeProblem, type ValueRefusal } from '@obmen/contract'
import { AppError, type ErrorCode } from './app-error.js'
import { PROBLEM_TEXTS } from './texts.js'

/** Any error as an AppError: our own as it is, the database's and the framework's by what they mean. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  if (typeof code === 'string') {
    if (DISK_FULL.has(code) || (error instanceof Error && DISK_LIMIT.test(error.message)))
      return new AppError('disk-full', PROBLEM_TEXTS['disk-full'], { cause: error, retryAfterSeconds: 60 })
    if (isDataError(code)) return explainDataError(code, error as Error)
    if (BUSY.has(code)) return unavailable(error, describeProblem('database-busy'))
    if (UNAVAILABLE.test(code)) return unavailable(error)
    const known = FASTIFY[code]
    if (known) return new AppError(known, PROBLEM_TEXTS[known], { cause: error })
  }
  if (error instanceof Error && UNREACHABLE.test(error.message)) return unavailable(error)
  if (statusCode === 429)
    return new AppError('too-many-requests', PROBLEM_TEXTS['too-many-requests'], { cause: error })
  return new AppError('internal', PROBLEM_TEXTS.internal, { cause: error })
}

function unavailable(
  cause: unknown,
  message: string | DescribedProblem = PROBLEM_TEXTS.unavailable,
): AppError {
  return new AppError('unavailable', message, { cause })
}

// 53100 disk_full; also what the server says when it can't extend a file.
const DISK_FULL = new Set(['53100', 'ENOSPC'])
// A quota or a limit on files: PostgreSQL has no code of its own for these.
const DISK_LIMIT = /^could not (extend|write) .*(Disk quota exceeded|File too large|No space left on device)/
// query_canceled (it took too long), lock_not_available (it waited too long).
const BUSY = new Set(['57014', '55P03'])
// 25P03: the session was ended because its transaction was idle. Classes 08 (connection; but 08P01 is a wrong
// statement of ours), 57P (shutdown, crash), 53 (no connections, no memory), 25006 (read-only standby), and
// sockets.
const UNAVAILABLE =
  /^(08(?!P01)...|57P0.|53[23]..|25006|25P0[34]|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/
const UNREACHABLE =
  /Connection terminated|timeout exceeded when trying to connect|^timeout expired$|^Query read timeout$|^Client (was closed|has encountered a connection error)/

const FASTIFY: Record<string, ErrorCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'unsupported-media-type',
  FST_ERR_NOT_FOUND: 'not-found',
  FST_ERR_BAD_URL: 'not-found',
}

// Only U+0000 gets as far as the database, which rejects it.
const ZERO_CHARACTER = new Set(['22021', '22P05'])
const REASONS: Record<string, ValueRefusal> = {
  '22001': 'too-long',
  '22003': 'out-of-range',
  '22007': 'no-time',
  '22008': 'no-time',
  '22009': 'no-time',
  '22P02': 'unreadable',
}
const MAX_SHOWN = 100

/** A value that PostgreSQL refused (its class 22), or one of a size that it can't hold (54). */
export function isDataError(code: string): boolean {
  return /^(22|54)...$/.test(code)
}

/** Explains a value that passed our checks and was refused by PostgreSQL. */
function explainDataError(code: string, cause: Error): AppError {
  if (ZERO_CHARACTER.has(code))
    return new AppError('invalid', describeProblem('zero-character-sent'), { cause })
  const reason = code.startsWith('54') ? 'too-long' : (REASONS[code] ?? 'refused')
  const value = /"(.*)"/s.exec(cause.message)?.[1]
  const shown = value !== undefined && value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value
  return new AppError('invalid', describeProblem('value-refused', { reason, value: shown }), { cause })
}
