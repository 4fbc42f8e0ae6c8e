/** A problem with one field of the input. `path` is a JSON pointer, e.g. `/lines/2/vat`. */
export interface FieldProblem {
  path: string
  message: string
  /** Position in the text that the person wrote, both from 1; `message` mentions it too. */
  line?: number
  column?: number
}
