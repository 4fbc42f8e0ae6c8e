/** A problem with one field of the input. `path` is a JSON pointer, e.g. `/lines/2/vat`. */
export interface FieldProblem {
  path: string
  /** Russian. */
  message: string
  /** Code from ProblemCode; together with `params` it can be worded in another language. */
  code?: string | undefined
  params?: Readonly<Record<string, unknown>> | undefined
  /** Position in the text that the person wrote, both from 1; `message` mentions it too. */
  line?: number | undefined
  column?: number | undefined
}
