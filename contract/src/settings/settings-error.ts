import type { FieldProblem } from '../field-problem.js'

/** Unusable settings: `message` is one Russian sentence, `errors` has all problems with their positions. */
export class SettingsError extends Error {
  readonly errors: readonly FieldProblem[]

  constructor(message: string, errors: readonly FieldProblem[]) {
    super(message)
    this.name = 'SettingsError'
    this.errors = errors
  }
}
