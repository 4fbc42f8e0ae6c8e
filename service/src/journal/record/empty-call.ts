import { isUtf8 } from 'node:buffer'
import type { Ending, Entry } from './entry.js'

/** A call without orders or a file, as JSON in its session's row: an empty exchange is one row. */
export interface EmptyCall {
  at: number
  durationMs: number
  method: string
  url: string
  type?: string | undefined
  mode?: string | undefined
  login?: string | undefined
  status?: number | undefined
  orderCount?: number | undefined
  requestHeaders: Record<string, string>
  responseHeaders?: Record<string, string> | undefined
  /** The answer; in base64 if it is no text of UTF-8. */
  text?: string
  base64?: string
}

export function writeEmptyCall(entry: Entry, { durationMs, orderCount }: Ending, response: Buffer): string {
  const { at, method, url, type, mode, login, status, requestHeaders, responseHeaders } = entry
  const isText = isUtf8(response) && !response.includes(0)
  const call: EmptyCall = {
    at: at.getTime(),
    durationMs,
    method,
    url,
    type,
    mode,
    login,
    status,
    orderCount,
    requestHeaders,
    responseHeaders,
    ...(isText ? { text: response.toString() } : { base64: response.toString('base64') }),
  }
  return JSON.stringify(call)
}

export function answerOf({ text, base64 }: EmptyCall): Buffer {
  return base64 === undefined ? Buffer.from(text ?? '') : Buffer.from(base64, 'base64')
}

export function inOrder(calls: readonly EmptyCall[]): EmptyCall[] {
  return calls.toSorted((a, b) => a.at - b.at)
}
