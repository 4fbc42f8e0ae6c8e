import type { FieldProblem } from '@obmen/contract'
import { AppError, type ErrorCode } from './app-error.js'

/** An AppError on its way between threads, where an error would lose its class. */
export interface Refusal {
  code: ErrorCode
  message: string
  errors: readonly FieldProblem[] | undefined
  retryAfterSeconds: number | undefined
}

export function toRefusal({ code, message, errors, retryAfterSeconds }: AppError): Refusal {
  return { code, message, errors, retryAfterSeconds }
}

export function fromRefusal({ code, message, errors, retryAfterSeconds }: Refusal): AppError {
  return new AppError(code, message, {
    ...(errors && { errors }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}
