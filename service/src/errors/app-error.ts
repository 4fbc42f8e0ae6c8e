import type { DescribedProblem, FieldProblem, ProblemCode } from '@obmen/contract'

/** The refusals, a closed list, with their REST status; docs/errors.md says the same in words. */
export const STATUS = {
  'bad-json': 400,
  'bad-encoding': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'company-fixed': 409,
  'placed-at-fixed': 409,
  'resend-not-matching': 409,
  'numbers-exhausted': 409,
  'number-taken': 409,
  'number-fixed': 409,
  'number-jump': 409,
  restored: 409,
  'idempotency-key-reused': 409,
  'revision-mismatch': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'unknown-company': 422,
  'bad-settings': 422,
  'too-many-requests': 429,
  'headers-too-large': 431,
  'locked-out': 429,
  unavailable: 503,
  'disk-full': 503,
  internal: 500,
} as const

/** `Record<ErrorCode, …>` tables don't compile when one is not explained. */
export type ErrorCode = keyof typeof STATUS

/** One of the contract's problems without its Russian words. */
export interface Reason {
  code: ProblemCode
  params: DescribedProblem['params'] | undefined
}

export interface AppErrorDetails {
  errors?: readonly FieldProblem[] | undefined
  retryAfterSeconds?: number | undefined
  /** Of `restored`. */
  proposedNumber?: number | undefined
  cause?: unknown
}

/** A refusal of one field of a request. */
export function refusalAt(
  code: ErrorCode,
  path: string,
  problem: DescribedProblem,
  cause?: unknown,
): AppError {
  return new AppError(code, problem, { errors: [{ path, ...problem }], cause })
}

export function invalidAt(path: string, problem: DescribedProblem): AppError {
  return refusalAt('invalid', path, problem)
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
  readonly proposedNumber: number | undefined

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
    this.proposedNumber = details.proposedNumber
  }

  /** The same refusal with other field paths: where one request's fields came from another request. */
  withErrors(errors: readonly FieldProblem[]): AppError {
    return fromRefusal({ ...toRefusal(this), errors }, this)
  }
}

/** An AppError as plain values, to be passed between threads: an error would lose its class. */
export type Refusal = Pick<AppError, 'code' | 'message' | 'reason' | 'errors' | 'retryAfterSeconds'>

export function toRefusal({ code, message, reason, errors, retryAfterSeconds }: AppError): Refusal {
  return { code, message, reason, errors, retryAfterSeconds }
}

export function fromRefusal({ code, message, reason, ...details }: Refusal, cause?: unknown): AppError {
  const params = reason?.params && { params: reason.params }
  const words = reason ? { code: reason.code, ...params, message } : message
  return new AppError(code, words, { ...details, cause })
}
