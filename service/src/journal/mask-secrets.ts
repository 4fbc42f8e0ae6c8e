import type { IncomingHttpHeaders } from 'node:http'

const MASK = '***'
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'])
const SECRET_PARAMETERS = /([?&](?:sessid|user_login|user_password|password|token|key)=)[^&#]*/gi
const MAX_VALUE_LENGTH = 2000

/** Headers as the journal keeps them: secrets masked, the scheme of Authorization left to be seen. */
export function maskHeaders(headers: IncomingHttpHeaders | Record<string, string>): Record<string, string> {
  const masked: [string, string][] = []
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const text = Array.isArray(value) ? value.join(', ') : value
    masked.push([name, SECRET_HEADERS.has(name) ? maskValue(name, text) : clean(text)])
  }
  return Object.fromEntries(masked)
}

/** A request's target with the values of secret parameters masked. */
export function maskUrl(url: string): string {
  return clean(url).replace(SECRET_PARAMETERS, `$1${MASK}`)
}

function maskValue(name: string, text: string): string {
  const scheme = name.endsWith('authorization') ? /^[a-z]+ /i.exec(text)?.[0] : undefined
  const cookie = name.endsWith('cookie') ? /^[\w.-]+=/.exec(text)?.[0] : undefined
  return `${scheme ?? cookie ?? ''}${MASK}`
}

function clean(text: string): string {
  return text.replaceAll('\0', '').slice(0, MAX_VALUE_LENGTH)
}
