import { CommercemlError } from './commerceml-error.js'

interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}
// In every browser and every Node.js; declared here, because the library takes no platform's types.
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => Decoder

/** Turns the bytes of a file into text piece by piece. */
export interface ByteDecoder {
  push(bytes: Uint8Array): string
  end(): string
}

/**
 * Decodes by the byte order mark, else by the encoding named in the XML declaration, else as UTF-8. The pieces may be cut
 * anywhere.
 *
 * @throws CommercemlError `unknown-encoding`, `bad-bytes`
 */
export function createByteDecoder(): ByteDecoder {
  let decoder: Decoder | undefined
  let head: Uint8Array = new Uint8Array(0)

  function decode(bytes: Uint8Array | undefined): string {
    try {
      return bytes === undefined ? decoder!.decode() : decoder!.decode(bytes, { stream: true })
    } catch {
      throw new CommercemlError('bad-bytes', 'the bytes are no text in the encoding of the file', NOWHERE)
    }
  }

  return {
    push(bytes) {
      if (decoder !== undefined) return decode(bytes)
      head = concat(head, bytes)
      const label = detect(head)
      if (label === undefined) return ''
      decoder = new TextDecoder(label, { fatal: true })
      return decode(head)
    },
    end() {
      if (decoder !== undefined) return decode(undefined)
      decoder = new TextDecoder(detect(head) ?? 'utf-8', { fatal: true })
      return decode(head) + decode(undefined)
    },
  }
}

/** The label for TextDecoder, or undefined while more bytes are needed to tell. */
function detect(head: Uint8Array): string | undefined {
  const [first, second, third] = head
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (head.length < DECLARATION_START.length + 1) return undefined
  const start = String.fromCharCode(...head.subarray(0, DECLARATION_LIMIT))
  if (!start.startsWith(DECLARATION_START)) return 'utf-8'
  const end = start.indexOf('?>')
  if (end < 0) return head.length < DECLARATION_LIMIT ? undefined : 'utf-8'
  const declared = /\sencoding\s*=\s*["']([^"']*)["']/.exec(start.slice(0, end))?.[1]
  return declared === undefined ? 'utf-8' : labelOf(declared)
}

function labelOf(declared: string): string {
  const label = LABELS[declared.trim().toLowerCase()]
  if (label !== undefined) return label
  throw new CommercemlError(
    'unknown-encoding',
    `the encoding ${JSON.stringify(declared.slice(0, 40))} is not one of UTF-8, UTF-16 and windows-1251`,
    { line: 1, column: 1, path: '' },
  )
}

function concat(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const joined = new Uint8Array(head.length + tail.length)
  joined.set(head)
  joined.set(tail, head.length)
  return joined
}

const DECLARATION_START = '<?xml'
/** A declaration that hasn't ended by then is none. */
const DECLARATION_LIMIT = 1024
const NOWHERE = { line: 0, column: 0, path: '' }
const LABELS: Record<string, string> = {
  __proto__: null as never,
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'windows-1251': 'windows-1251',
  'win-1251': 'windows-1251',
  cp1251: 'windows-1251',
}
