import type { FieldProblem } from '@obmen/contract'
import { AppError, type ErrorCode, type Reason } from './app-error.js'

/** An AppError as plain values, to be passed between threads: an error would lose its class. */
export interface Refusal {
  code: ErrorCode
  message: string
  reason: Reason | undefined
  errors: readonly FieldProblem[] | undefined
  retryAfterSeconds: number | undefined
}

export function toRefusal({ code, message, reason, errors, retryAfterSeconds }: AppError): Refusal {
  return { code, message, reason, errors, retryAfterSeconds }
}

export function fromRefusal({ code, message, reason, errors, retryAfterSeconds }: Refusal): AppError {
  return new AppError(
    code,
    reason ? { code: reason.code, ...(reason.params && { params: reason.params }), message } : message,
    {
      ...(errors && { errors }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    },
  )
}
