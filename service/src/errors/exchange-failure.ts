import type { AppError } from './app-error.js'
import { EXCHANGE_TEXTS } from './texts.js'

/** What 1C shows to its user after `failure`: the refusal's sentence, or for an internal error the request id to look it up. */
export function failureText(error: AppError, requestId: string): string {
  return error.code === 'internal' ? EXCHANGE_TEXTS.internal(requestId) : error.message
}
