import { describeProblem, type ValueRefusal } from '@obmen/contract'
import { AppError } from './app-error.js'

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
export function explainDataError(code: string, cause: Error): AppError {
  if (ZERO_CHARACTER.has(code))
    return new AppError('invalid', describeProblem('zero-character-sent'), { cause })
  const reason = code.startsWith('54') ? 'too-long' : (REASONS[code] ?? 'refused')
  const value = /"(.*)"/s.exec(cause.message)?.[1]
  const shown = value !== undefined && value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value
  return new AppError('invalid', describeProblem('value-refused', { reason, value: shown }), { cause })
}
