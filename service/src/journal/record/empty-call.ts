import { isUtf8 } from 'node:buffer'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
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

/**
 * What most calls contain, so that those of an exchange take a third of the bytes. It must never
 * change: what is stored could not be read any more.
 */
const DICTIONARY = Buffer.from(String.raw`
"x-forwarded-proto":"https","x-real-ip":"","x-forwarded-for":"","accept-encoding":"gzip","content-length":"0",
"connection":"keep-alive","url":"/bitrix/admin/1c_exchange.php?type=catalog&mode=import&filename=import.xml
"url":"/1c?type=sale&mode=init","type":"sale","mode":"init","text":"zip=no\nfile_limit=104857600"
"url":"/1c?type=sale&mode=success","type":"sale","mode":"success","login":"","text":"success"}
"url":"/1c?type=sale&mode=query","type":"sale","mode":"query","status":200,"orderCount":0,"requestHeaders":{
"content-type":"application/xml; charset=utf-8","text":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n
<КоммерческаяИнформация ВерсияСхемы=\"2.08\" ДатаФормирования=\"2026-01-01T00:00:00\">\n
</КоммерческаяИнформация>\n"} windows-1251,"content-length":"129","cache-control":"no-store"},"text":"success
\nobmen1c\n****************************************************\nsessid=\ntimestamp=17"},{"at":17","durationMs":1,
"method":"GET","url":"/1c?type=sale&mode=checkauth","type":"sale","mode":"checkauth","login":"
","status":200,"requestHeaders":{"user-agent":"1C+Enterprise/8.3","accept":"*/*","cookie":"obmen1c=***",
"authorization":"Basic ***","host":","connection":"close"},"responseHeaders":{"x-request-id":"
","content-type":"text/plain; charset=utf-8","set-cookie":"obmen1c=***","content-length":"`)

/** Calls as they are stored together; earlier servers stored each as it is. */
export function packCalls(calls: readonly string[]): string[] {
  if (calls.length === 0) return []
  return [deflateRawSync(`[${calls.join()}]`, { dictionary: DICTIONARY }).toString('base64')]
}

export type StoredCalls = readonly (string | EmptyCall)[]

/** In the order in which they came. */
export function readCalls(stored: StoredCalls): EmptyCall[] {
  const unpack = (packed: string): EmptyCall[] =>
    JSON.parse(`${inflateRawSync(Buffer.from(packed, 'base64'), { dictionary: DICTIONARY })}`)
  return stored.flatMap(one => (typeof one === 'string' ? unpack(one) : one)).sort((a, b) => a.at - b.at)
}
