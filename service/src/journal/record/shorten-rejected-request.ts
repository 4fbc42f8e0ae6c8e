import { storable } from '../../db/values.js'
import type { KnownEntry } from './known-entry.js'

/** The headers that help to identify a client; others of a stranger are not stored. */
const KEPT_HEADERS = [
  'user-agent',
  'authorization',
  'cookie',
  'content-type',
  'content-length',
  'x-forwarded-for',
  'www-authenticate',
]
const MAX_HEADER_LENGTH = 200
const MAX_URL_LENGTH = 500

/** Shortens a call that was refused before it had a session, since strangers can make any number of them. */
export function shortenRejectedRequest(
  entry: KnownEntry,
): Pick<KnownEntry, 'url' | 'userAgent' | 'requestHeaders' | 'responseHeaders'> {
  return {
    url: storable(entry.url, MAX_URL_LENGTH),
    userAgent: storable(entry.userAgent, MAX_HEADER_LENGTH),
    requestHeaders: shortenHeaders(entry.requestHeaders),
    responseHeaders: entry.responseHeaders && shortenHeaders(entry.responseHeaders),
  }
}

function shortenHeaders(headers: Record<string, string>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => KEPT_HEADERS.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, storable(value, MAX_HEADER_LENGTH)]))
}
