import type { AppError } from './app-error.js'
import { EXCHANGE_TEXTS } from './texts.js'

/** What 1C shows to its user after `failure`: the refusal's own words, of a fault in Obmen the number to look it up by. */
export function failureText(error: AppError, requestId: string): string {
  return error.code === 'internal' ? EXCHANGE_TEXTS.internal(requestId) : error.message
}
