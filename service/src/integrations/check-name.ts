import { describeProblem, isPrintable } from '@obmen/contract'
import { AppError } from '../errors/app-error.js'

const MAX_NAME_LENGTH = 200

/** The trimmed name. Names need not be unique. Throws AppError `invalid` (path `/name`). */
export function checkName(name: string): string {
  const trimmed = name.trim()
  const length = [...trimmed].length
  const problem =
    trimmed === ''
      ? describeProblem('integration-name-empty')
      : length > MAX_NAME_LENGTH
        ? describeProblem('integration-name-too-long', { max: MAX_NAME_LENGTH, length })
        : isPrintable(trimmed)
          ? undefined
          : describeProblem('unprintable')
  if (problem !== undefined)
    throw new AppError('invalid', describeProblem('integration-invalid'), {
      errors: [{ path: '/name', ...problem }],
    })
  return trimmed
}
