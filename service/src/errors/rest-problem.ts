import type { Problem } from '@obmen/contract/rest'
import type { AppError, ErrorCode } from './app-error.js'
import { TITLES } from './texts.js'

/** REST status of every refusal; docs/errors.md says the same in words. */
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
  'revision-mismatch': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'unknown-company': 422,
  'bad-settings': 422,
  'too-many-requests': 429,
  'locked-out': 429,
  unavailable: 503,
  'disk-full': 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>

const RETRY_AFTER_SECONDS = 5

/** RFC 9457 body for an error; `instance` is the request id, which is also in the log. */
export function toProblem(error: AppError, instance: string): Problem {
  return {
    type: `urn:obmen:problem:${error.code}`,
    title: TITLES[error.code],
    status: STATUS[error.code],
    code: error.code,
    detail: error.message,
    ...(error.reason && { reason: error.reason.code, params: error.reason.params }),
    instance,
    ...(error.errors && { errors: [...error.errors] }),
  }
}

export function retryAfter(error: AppError): number | undefined {
  const status = STATUS[error.code]
  return error.retryAfterSeconds ?? (status === 503 || status === 429 ? RETRY_AFTER_SECONDS : undefined)
}
