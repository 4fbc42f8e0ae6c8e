import { storable } from '../../db/values/storable.js'
import type { KnownEntry } from './known-entry.js'

/** Enough to identify a client; other headers of a stranger are not worth storing. */
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

/** Shortens a call refused before it had a session, since anybody can make any number of them. */
export function shortenRejectedRequest(
  entry: KnownEntry,
): Pick<KnownEntry, 'url' | 'userAgent' | 'requestHeaders' | 'responseHeaders'> {
  return {
    url: storable(entry.url, MAX_URL_LENGTH),
    userAgent: storable(entry.userAgent, MAX_HEADER_LENGTH),
    requestHeaders: few(entry.requestHeaders),
    responseHeaders: entry.responseHeaders && few(entry.responseHeaders),
  }
}

function few(headers: Record<string, string>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => KEPT_HEADERS.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, storable(value, MAX_HEADER_LENGTH)]))
}
