/** One thing wrong with one field of what was sent. `path` is a JSON pointer, e.g. `/lines/2/vat`. */
export interface FieldProblem {
  path: string
  message: string
  /** Where it is in a text that the person wrote, both from 1; `message` says it too. */
  line?: number
  column?: number
}
