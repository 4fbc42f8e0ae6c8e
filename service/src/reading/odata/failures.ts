import type { ReadingFailure } from '@obmen/contract'
import { storableText } from '../../db/values.js'
import { connectionFailure } from '../../net/connection-failure.js'

type Params = Record<string, string | number>

/** Why a reading, or a call of it, failed. Its words are in `reading/texts.ts`. */
export class ReadingError extends Error {
  constructor(
    readonly code: ReadingFailure,
    readonly params: Params = {},
    /** How long 1C's web server asks to wait. */
    readonly retryAfterSeconds?: number,
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }
}

/** The set is not in the list of what 1C publishes, or this 1C has none of this name: 404 with code 8. */
export class SetNotPublished extends ReadingError {
  constructor(set: string) {
    super('documents-not-published', { set })
  }
}

/** 1C has no object of this key: 404 with code 9. */
export class NoObject extends ReadingError {
  constructor(set: string) {
    super('unexpected-answer', { set, status: 404, reason: '9' })
  }
}

const NOT_UNDERSTOOD = 400

/** What a reading can do without: not published, no right to it, or a version without these fields. */
export const isLacking = (error: unknown): error is ReadingError =>
  error instanceof SetNotPublished ||
  (error instanceof ReadingError && (error.code === 'no-right' || error.params.status === NOT_UNDERSTOOD))

/** What an answer says of itself before its body is trusted. */
export interface AnswerHead {
  status: number
  contentType: string
  retryAfter?: string | undefined
}

const SHOWN_CHARACTERS = 200
/** The namespace of 1C's own exceptions: no free session, sessions are forbidden, the base is being updated. */
const PLATFORM_EXCEPTION = 'v8.1c.ru/8.2/virtual-resource-system'

export const isJson = ({ status, contentType }: AnswerHead): boolean =>
  status === 200 && /^(application|text)\/json\b/i.test(contentType)

/**
 * What an answer means that is not 200 with JSON: by its status, type and code alone, since 1C's texts are
 * translated. `set` is what was asked for.
 */
export function answerFailure(head: AnswerHead, body: string, set: string): ReadingError {
  const { status } = head
  const { code, said } = readODataError(body)
  const params: Params = { set, status, ...(code && { reason: code }), ...(said && { said }) }
  if (body.includes(PLATFORM_EXCEPTION))
    return new ReadingError('locked', { status, ...explainException(body) }, secondsOf(head.retryAfter))
  if (status === 401) return new ReadingError(code === '20' ? 'no-right' : 'wrong-password', params)
  if (status === 404 && code === '8') return new SetNotPublished(set)
  if (status === 404 && code === '9') return new NoObject(set)
  if (status === 404 && code === undefined) return new ReadingError('not-published', params)
  if ([406, 429, 502, 503, 504].includes(status))
    return new ReadingError('unavailable', params, secondsOf(head.retryAfter))
  if (status >= 500) return new ReadingError('error-in-1c', params)
  if (status >= 300 && status < 400) return new ReadingError('redirect', params)
  const isHtml = /^text\/html\b/i.test(head.contentType) || /^\s*<(!doctype )?html/i.test(body)
  return new ReadingError(status === 200 && isHtml ? 'html' : 'unexpected-answer', params)
}

/** What an error of the connection means; `hasAnswered`: the status had come. */
export function callFailure(error: unknown, host: string, hasAnswered: boolean): ReadingError {
  if (error instanceof ReadingError) return error
  const { code = '' } = error as { code?: string }
  if (/^UND_ERR_\w*TIMEOUT$/.test(code)) return new ReadingError('timeout', { host })
  if (hasAnswered) return new ReadingError('cut', { host })
  const failure = connectionFailure(error) ?? (code === 'UND_ERR_SOCKET' ? 'connection-failed' : undefined)
  return new ReadingError(failure ?? 'unexpected-answer', { host })
}

/** Code and message of `{"odata.error":…}`, or of the same in XML. */
function readODataError(body: string): { code?: string; said?: string } {
  try {
    const { code, message } = JSON.parse(body)['odata.error']
    return { code: String(code), said: shown(String(message?.value ?? '')) }
  } catch {
    const [, code] = /<m:code>(-?\d+)<\/m:code>/.exec(body) ?? []
    return code === undefined ? {} : { code }
  }
}

function explainException(body: string): { said?: string } {
  const [, text] = /<descr[^>]*>([^<]*)/.exec(body) ?? []
  return text ? { said: shown(text) } : {}
}

const shown = (text: string): string =>
  storableText(text.replace(/\s+/g, ' ').trim().slice(0, SHOWN_CHARACTERS))

/** Of `Retry-After`: seconds, or a date. */
function secondsOf(header: string | undefined): number | undefined {
  if (!header) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : undefined
}
