import { type ReadSettings, readSettings, SettingsError } from '@obmen/contract/settings'
import { AppError } from '../errors/app-error.js'

/** `readSettings` for a field of a request: throws AppError `bad-settings`, and paths begin with `/settings`. */
export function readSettingsField(input: unknown): ReadSettings {
  try {
    return readSettings(input)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const errors = error.errors.map(problem => ({ ...problem, path: `/settings${problem.path}` }))
    throw new AppError('bad-settings', error.message, { errors, cause: error })
  }
}
