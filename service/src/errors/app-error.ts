import type { DescribedProblem, FieldProblem, ProblemCode } from '@obmen/contract'

/** Closed on purpose: the `Record<ErrorCode, …>` tables don't compile when one is not explained. */
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

/** One of the contract's problems without its Russian words. */
export interface Reason {
  code: ProblemCode
  params: DescribedProblem['params'] | undefined
}

export interface AppErrorDetails {
  errors?: readonly FieldProblem[]
  retryAfterSeconds?: number
  cause?: unknown
}

/** A refusal of one field of a request. */
export function invalidAt(path: string, problem: DescribedProblem): AppError {
  return new AppError('invalid', problem, { errors: [{ path, ...problem }] })
}

/**
 * A refusal meant for a person: `message` is one Russian sentence that says what is wrong and what to do.
 * Converted by `rest-problem.ts`, `exchange/transport/reply.ts` and `cli-failure.ts`.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  /** What `message` says, as a code with parameters, where there is one: for words in another language. */
  readonly reason: Reason | undefined
  readonly errors: readonly FieldProblem[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, message: string | DescribedProblem, details: AppErrorDetails = {}) {
    super(
      typeof message === 'string' ? message : message.message,
      details.cause === undefined ? undefined : { cause: details.cause },
    )
    this.name = 'AppError'
    this.code = code
    this.reason = typeof message === 'string' ? undefined : { code: message.code, params: message.params }
    this.errors = details.errors
    this.retryAfterSeconds = details.retryAfterSeconds
  }

  /** The same refusal with other field paths: where one request's fields came from another request. */
  withErrors(errors: readonly FieldProblem[]): AppError {
    const { code, params } = this.reason ?? {}
    const described =
      code === undefined ? this.message : { code, ...(params && { params }), message: this.message }
    return new AppError(this.code, described, { errors, cause: this })
  }
}
