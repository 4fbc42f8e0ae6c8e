import { CommanderError } from 'commander'
import { AppError } from './app-error.js'
import { CLI_TEXTS as texts } from './texts-cli.js'

export interface Failure {
  /** One sentence, or empty if everything has been reported. */
  text: string
  exitCode: 0 | 1 | 2
}

/** What went wrong, as a sentence with a remedy, and the exit code of `command`. */
export function explainError(error: unknown, command: string): Failure {
  if (error instanceof CommanderError) return explainUsage(error, command)
  if (error instanceof AppError) return { text: describe(error), exitCode: error.code === 'invalid' ? 2 : 1 }
  return { text: explainSystem(error), exitCode: 1 }
}

function explainUsage(error: CommanderError, command: string): Failure {
  if (error.exitCode === 0) return { text: '', exitCode: 0 }
  const name = /'([^']*)'/.exec(error.message)?.[1]?.replace(/^.*(--[\w-]+).*$/, '$1') ?? ''
  const usage = texts.usage[error.code]?.(name) ?? texts.wrongUsage
  return { text: texts.seeHelp(usage, command), exitCode: 2 }
}

function describe({ message, errors }: AppError): string {
  return [message, ...(errors ?? []).map(problem => problem.message)].join(' ')
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
])

/** What OpenSSL and Node.js say of a certificate that they don't trust. */
const CERTIFICATE = /SELF_SIGNED_CERT|^UNABLE_TO_(VERIFY|GET_ISSUER)|^CERT_|^ERR_TLS_CERT_ALTNAME_INVALID$/

export function isDatabaseDown(error: unknown): boolean {
  const { code, message } = rootOf(error)
  // 57P03: starting; 57P01: ended by its operator; 53300: no connection left.
  return (
    UNREACHABLE.has(code) || ['57P03', '57P01', '53300'].includes(code) || /timeout|terminated/i.test(message)
  )
}

function explainSystem(error: unknown): string {
  const { code, message } = rootOf(error)
  if (code === 'ENOSPC' || code === '53100') return texts.diskFull
  if (code === 'EMFILE' || code === 'ENFILE') return texts.tooManyFiles
  if (CERTIFICATE.test(code)) return texts.certificateRefused(code)
  if (message === 'The server does not support SSL connections') return texts.noTls
  if (/^SASL: .*client password must be/.test(message)) return texts.noPassword
  // 28: authorization; 3D: no such database.
  if (/^(28|3D)...$/.test(code)) return texts.databaseRefuses(message)
  if (code === '53300') return texts.noConnectionLeft(message)
  if (isDatabaseDown(error)) return texts.databaseDown(code || message)
  return texts.unexpected(message)
}

function rootOf(error: unknown): { code: string; message: string } {
  const { code, message, cause, errors, suppressed } = error as Error & {
    code?: string
    errors?: unknown[]
    suppressed?: unknown
  }
  // Closing what was open failed as well; why it had to be closed is the reason.
  if (suppressed !== undefined) return rootOf(suppressed)
  // Several addresses of one host were tried.
  if (errors?.[0] !== undefined) return rootOf(errors[0])
  if (code === undefined && cause !== undefined) return rootOf(cause)
  return { code: code ?? '', message: (message ?? String(error)).split('\n')[0] ?? '' }
}
