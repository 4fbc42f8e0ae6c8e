import type { Client } from '../client.js'
import type { Answer } from './connection.js'

export interface Decoding {
  encoding: string
  /** The text still contains U+FFFD: bytes invalid in the encoding. */
  damaged: boolean
  /** The header names no charset. */
  unnamed: boolean
}

/**
 * How a body is decoded: by the charset of Content-Type, else as UTF-8. If U+FFFD appears, УНФ and БП try
 * windows-1251 and UTF-8, БП the header `Encoding` too, and then gives the answer up.
 */
export async function chooseEncoding(client: Client, answer: Answer): Promise<Decoding> {
  const named = usable(charsetOf(answer.headers['content-type'] ?? ''))
  const first = named ?? 'utf-8'
  const decoding = { encoding: first, damaged: await isDamaged(answer, first), unnamed: named === undefined }
  if (!decoding.damaged || (client !== 'unf' && client !== 'bp')) return decoding
  const header = client === 'bp' ? usable(String(answer.headers.encoding ?? '')) : undefined
  for (const encoding of [named, 'utf-8', 'windows-1251', header]) {
    if (encoding !== undefined && encoding !== first && !(await isDamaged(answer, encoding))) {
      return { ...decoding, encoding, damaged: false }
    }
  }
  return decoding
}

/** The body as text, with its BOM: whether 1C's platform removes it is unknown. */
export async function* decode(answer: Answer, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  for await (const chunk of answer.body.read()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** At most so many characters from the beginning. */
export async function headOf(text: AsyncIterable<string>, characters: number): Promise<string> {
  let head = ''
  for await (const piece of text) {
    head += piece
    if (head.length >= characters) return head.slice(0, characters)
  }
  return head
}

async function isDamaged(answer: Answer, encoding: string): Promise<boolean> {
  for await (const piece of decode(answer, encoding)) if (piece.includes('\uFFFD')) return true
  return false
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
