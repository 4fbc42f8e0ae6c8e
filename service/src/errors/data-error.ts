import { AppError } from './app-error.js'
import { DATA_TEXTS, ERROR_TEXTS } from './texts.js'

// Only U+0000 gets as far as the database, which rejects it.
const ZERO_CHARACTER = new Set(['22021', '22P05'])
const REASONS: Record<string, string> = {
  '22001': DATA_TEXTS.tooLong,
  '22003': DATA_TEXTS.outOfRange,
  '22007': DATA_TEXTS.noTime,
  '22008': DATA_TEXTS.noTime,
  '22009': DATA_TEXTS.noTime,
  '22P02': DATA_TEXTS.unreadable,
}
const MAX_SHOWN = 100

/** A value that PostgreSQL refused (its class 22), or one of a size that it can't hold (54). */
export function isDataError(code: string): boolean {
  return /^(22|54)...$/.test(code)
}

/** The last resort for values that no check of ours caught: a sentence, with the value if PostgreSQL names it. */
export function explainDataError(code: string, cause: Error): AppError {
  if (ZERO_CHARACTER.has(code)) return new AppError('invalid', ERROR_TEXTS.zeroCharacter, { cause })
  const reason = code.startsWith('54') ? DATA_TEXTS.tooLong : (REASONS[code] ?? DATA_TEXTS.refused)
  const value = /"(.*)"/s.exec(cause.message)?.[1]
  const shown = value !== undefined && value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value
  return new AppError('invalid', DATA_TEXTS.told(reason, shown), { cause })
}
