import type { AppError } from '../../errors/app-error.js'
import type { EmptyPackage, OrderPackage, RequestOutcome } from '../port.js'
import { TEXTS } from '../texts.js'

/** The answer to a request. */
export type Answer = TextAnswer | OrdersAnswer

export interface TextAnswer {
  kind: 'text'
  status: number
  headers: Record<string, string>
  body: string | Buffer
  /** What the journal stores instead of a body that contains a secret. */
  recorded?: string
  outcome: Exclude<RequestOutcome, 'cut'>
  orderCount?: number
}

export interface OrdersAnswer {
  kind: 'orders'
  orders: OrderPackage
}

const CONTROL = { 'content-type': 'text/plain; charset=utf-8' }

/** A control answer: lines separated by LF, without one at the end. */
export function lines(...parts: string[]): TextAnswer & { body: string } {
  return { kind: 'text', status: 200, headers: CONTROL, body: readable(parts.join('\n')), outcome: 'done' }
}

/** If an answer contains U+FFFD, Бухгалтерия and УНФ decode it again as windows-1251; texts may quote one from the client. */
function readable(text: string): string {
  return text.replace(/[\p{Cs}\ufffd]/gu, '?')
}

export const successAnswer = (): TextAnswer => lines('success')

/** 1C shows the text to its user. */
export function failure(text: string): TextAnswer {
  return { ...lines('failure', text), outcome: 'failure' }
}

/** Login and password are missing or wrong. */
export function unauthorized(text: string): TextAnswer {
  return {
    ...lines('failure', text),
    status: 401,
    headers: { ...CONTROL, 'www-authenticate': 'Basic realm="Obmen", charset="UTF-8"' },
    outcome: 'refused',
  }
}

export function xmlAnswer(body: string): TextAnswer {
  return { ...lines(body), headers: { 'content-type': 'application/xml; charset=utf-8' } }
}

/** The answer to a query when nothing is owed; it is complete, so it needs no stream. */
export function emptyPackageAnswer({ contentType, body }: EmptyPackage): TextAnswer {
  return {
    ...{ kind: 'text', status: 200, headers: { 'content-type': contentType } },
    ...{ body, outcome: 'done', orderCount: 0 },
  }
}

/**
 * A refusal as an answer to 1C, always with status 200: for its user the refusal's sentence, or of an internal error the request id to look
 * it up.
 */
export function refusalAnswer(refusal: AppError, requestId: string): TextAnswer {
  return failure(refusal.code === 'internal' ? TEXTS.internal(requestId) : refusal.message)
}
