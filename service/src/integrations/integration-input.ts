import { describeProblem, isPrintable } from '@obmen/contract'
import { type ReadSettings, readSettings, SettingsError } from '@obmen/contract/settings'
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

/** `readSettings` for a field of a request: AppError `bad-settings` with paths below `/settings`. */
export function readSettingsField(input: unknown): ReadSettings {
  try {
    return readSettings(input)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const errors = error.errors.map(problem => ({ ...problem, path: `/settings${problem.path}` }))
    throw new AppError('bad-settings', error.message, { errors, cause: error })
  }
}
