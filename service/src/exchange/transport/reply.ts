import type { AppError } from '../../errors/app-error.js'
import type { OrderPackage, RequestOutcome } from '../port.js'
import { TEXTS } from '../texts.js'

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

/** For U+FFFD in an answer, БП and УНФ decode it again as windows-1251; texts may quote the client. */
function readable(text: string): string {
  return text.replace(/[\p{Cs}\ufffd]/gu, '?')
}

export const successAnswer = (): TextAnswer => lines('success')

export function failure(text: string): TextAnswer {
  return { ...lines('failure', text), outcome: 'failure' }
}

export function unauthorized(text: string): TextAnswer {
  return {
    ...lines('failure', text),
    status: 401,
    headers: { ...CONTROL, 'www-authenticate': 'Basic realm="Obmen", charset="UTF-8"' },
    outcome: 'refused',
  }
}

export function xmlAnswer(xml: string | Buffer, contentType = 'application/xml; charset=utf-8'): TextAnswer {
  const body = typeof xml === 'string' ? readable(xml) : xml
  return { kind: 'text', status: 200, headers: { 'content-type': contentType }, body, outcome: 'done' }
}

/** Always with status 200: its sentence, or of an internal error the request id. */
export function refusalAnswer(refusal: AppError, requestId: string): TextAnswer {
  return failure(refusal.code === 'internal' ? TEXTS.internal(requestId) : refusal.message)
}
