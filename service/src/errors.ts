/** One thing wrong with one field of what was sent. `path` is a JSON pointer, e.g. `/lines/2/vat`. */
export interface FieldProblem {
  path: string
  message: string
  /** Where it stands in a text of the person's own, both from 1; `message` says it too. */
  line?: number
  column?: number
}

/**
 * Every way in which Obmen refuses. Closed on purpose: `Record<ErrorCode, …>` tables (REST statuses, texts for 1C,
 * docs/errors.md) don't compile or don't pass their test when one is added and not explained.
 */
export type ErrorCode =
  | 'bad-json'
  | 'bad-encoding'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'company-fixed'
  | 'placed-at-fixed'
  | 'resend-not-matching'
  | 'numbers-exhausted'
  | 'number-taken'
  | 'number-fixed'
  | 'number-jump'
  | 'revision-mismatch'
  | 'too-large'
  | 'unsupported-media-type'
  | 'invalid'
  | 'unknown-company'
  | 'bad-settings'
  | 'too-many-requests'
  | 'locked-out'
  | 'unavailable'
  | 'disk-full'
  | 'internal'

export interface AppErrorDetails {
  errors?: readonly FieldProblem[]
  retryAfterSeconds?: number
  cause?: unknown
}

/**
 * A refusal meant for a person: `message` is one Russian sentence (from a texts.ts) that says what is wrong and what to do.
 * `api/problem.ts` makes a REST answer of it, `exchange/reply.ts` an answer to 1C.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly errors: readonly FieldProblem[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'AppError'
    this.code = code
    this.errors = details.errors
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}
