import type { Problem } from '@obmen/contract/rest'
import { type AppError, STATUS } from './app-error.js'
import { TITLES } from './texts.js'

/** For refusals that name no time of their own. */
const RETRY_AFTER_SECONDS = 5

/** RFC 9457 body for an error; `instance` is the request id, which is also in the log. */
export function toProblem(error: AppError, instance?: string): Problem {
  return {
    type: `urn:obmen:problem:${error.code}`,
    title: TITLES[error.code],
    ...presentError(error),
    ...(instance !== undefined && { instance }),
  }
}

/** An error as a line of a batch has it, too. */
export function presentError({ code, message, reason, errors }: AppError) {
  return {
    status: STATUS[code],
    code,
    detail: message,
    ...(reason && { reason: reason.code, params: reason.params }),
    ...(errors && { errors: [...errors] }),
  }
}

export function retryAfter(error: AppError): number | undefined {
  const status = STATUS[error.code]
  return error.retryAfterSeconds ?? (status === 503 || status === 429 ? RETRY_AFTER_SECONDS : undefined)
}
