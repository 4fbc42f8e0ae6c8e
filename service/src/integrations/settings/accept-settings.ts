import { AppError } from '../../errors.js'
import { type ReadSettings, readSettings } from './read-settings.js'

/** `readSettings` for a field of a request: paths begin with `/settings`. */
export function readSettingsField(input: unknown): ReadSettings {
  try {
    return readSettings(input)
  } catch (error) {
    if (!(error instanceof AppError) || !error.errors) throw error
    const errors = error.errors.map(problem => ({ ...problem, path: `/settings${problem.path}` }))
    throw new AppError(error.code, error.message, { errors, cause: error })
  }
}
