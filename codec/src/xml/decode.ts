import { CommercemlError } from '../model/commerceml-error.js'

interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}
// In every browser and every Node.js; declared here, because the library takes no platform's types.
declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => Decoder

/** Text, and whether it is followed by bytes that are invalid in the file's encoding. */
interface Decoded {
  text: string
  bad: boolean
}

/** Decodes a file piece by piece. Not to be used again after invalid bytes. */
export interface ByteDecoder {
  /** The encoding that the file claims; undefined while more bytes are needed to tell. */
  encoding(): string | undefined
  push(bytes: Uint8Array): Decoded
  end(): Decoded
}

/**
 * Decodes by the byte order mark, else by the encoding named in the XML declaration, else as UTF-8. The
 * pieces may be cut anywhere: the text before bad bytes is the same.
 *
 * @throws CommercemlError `unknown-encoding`
 */
export function createByteDecoder(): ByteDecoder {
  let label: string | undefined
  let decoder: Decoder | undefined
  /** All bytes until the encoding is known, then those of an unfinished character. */
  let rest: Uint8Array = NONE
  let isStart = true

  function decode(bytes: Uint8Array, isEnd: boolean): Decoded {
    const whole = rest.length === 0 ? bytes : concat(rest, bytes)
    label ??= detect(whole) ?? (isEnd ? 'utf-8' : undefined)
    const length = label === undefined ? 0 : whole.length - (isEnd ? 0 : unfinished(label, whole))
    rest = length === whole.length ? NONE : whole.slice(length)
    if (label === undefined || length === 0) return { text: '', bad: false }
    decoder ??= new TextDecoder(label, FATAL)
    let bad = false
    let text: string
    try {
      const good = whole.subarray(0, length)
      // As a stream, although nothing is left over: Node 20 takes a slower way for a single text.
      text = decoder.decode(good, { stream: unfinished(label, good) === 0 })
    } catch {
      text = goodStart(label, whole)
      bad = true
    }
    if (isStart) text = text.replace(/^\ufeff/, '')
    isStart = false
    return { text, bad }
  }

  return {
    encoding: () => label,
    push: bytes => decode(bytes, false),
    end: () => decode(NONE, true),
  }
}

/** How many bytes at the end belong to a character that is not complete. */
function unfinished(label: string, bytes: Uint8Array): number {
  if (label === 'windows-1251') return 0
  if (label === 'utf-8') {
    for (let length = 1; length <= Math.min(3, bytes.length); length++) {
      const byte = bytes.at(-length)!
      if (byte < 0x80) break
      if (byte < 0xc0) continue
      const needed = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
      return needed > length ? length : 0
    }
    return 0
  }
  const odd = bytes.length % 2
  const highByte = bytes.at(label === 'utf-16le' ? -1 - odd : -2 - odd) ?? 0
  return odd + (highByte >= 0xd8 && highByte < 0xdc ? 2 : 0)
}

/** Decodes up to the first invalid byte; byte by byte, but that happens once per file. */
function goodStart(label: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(label, FATAL)
  let text = ''
  try {
    for (let i = 0; i < bytes.length; i++) text += decoder.decode(bytes.subarray(i, i + 1), STREAM)
  } catch {
    // This is the invalid byte.
  }
  return text
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
/** A declaration that has not ended by then is none. */
const DECLARATION_LIMIT = 1024
const FATAL = { fatal: true, ignoreBOM: true }
const STREAM = { stream: true }
const NONE: Uint8Array = new Uint8Array(0)
const LABELS: Record<string, string> = {
  __proto__: null as never,
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'windows-1251': 'windows-1251',
  'win-1251': 'windows-1251',
  cp1251: 'windows-1251',
}
