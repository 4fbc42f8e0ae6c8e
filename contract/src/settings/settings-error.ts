import type { FieldProblem } from '../field-problem.js'

/** Settings that can't be used: `message` is one Russian sentence, `errors` is all that is wrong and where. */
export class SettingsError extends Error {
  readonly errors: readonly FieldProblem[]

  constructor(message: string, errors: readonly FieldProblem[]) {
    super(message)
    this.name = 'SettingsError'
    this.errors = errors
  }
}
