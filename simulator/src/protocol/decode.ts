import type { Client } from '../client.js'
import type { Answer } from './connection.js'

export interface Decoded {
  /** With its BOM: whether 1C's platform removes it is unknown. */
  text: string
  encoding: string
  /** The text still contains U+FFFD: bytes invalid in the encoding. */
  damaged: boolean
  /** The header names no charset. */
  unnamed: boolean
}

/**
 * A body as text: by the charset of Content-Type, else as UTF-8. If U+FFFD appears, УНФ and БП try
 * windows-1251 and UTF-8, БП the header `Encoding` too, and then gives the answer up.
 */
export function decodeBody(client: Client, { body, headers }: Answer): Decoded {
  const named = usable(charsetOf(headers['content-type'] ?? ''))
  const decodeAs = (encoding: string): Decoded => {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body)
    return { text, encoding, damaged: text.includes('\uFFFD'), unnamed: named === undefined }
  }
  const first = decodeAs(named ?? 'utf-8')
  if (!first.damaged || (client !== 'unf' && client !== 'bp')) return first
  const header = client === 'bp' ? usable(String(headers.encoding ?? '')) : undefined
  for (const encoding of ['utf-8', 'windows-1251', header]) {
    const other = encoding === undefined ? first : decodeAs(encoding)
    if (!other.damaged) return other
  }
  return first
}

function charsetOf(contentType: string): string {
  return /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1] ?? ''
}

function usable(name: string): string | undefined {
  try {
    return name === '' ? undefined : new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}
