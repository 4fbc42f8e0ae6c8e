// Both exist in every browser and every Node.js; declared here, because the library uses no platform's types.
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** The encoding of a file. `utf-8-bom` begins with the byte order mark, which some old 1C need. */
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'windows-1251'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The name in the XML declaration and in `charset=`. */
export function encodingLabel(encoding: Encoding): 'UTF-8' | 'windows-1251' {
  return encoding === 'windows-1251' ? 'windows-1251' : 'UTF-8'
}

/**
 * XML text as bytes. A character that windows-1251 lacks (an emoji, `₽`) becomes a numeric reference, which
 * every reader turns back. No surrogate pair may be cut in two.
 */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  return encoding === 'windows-1251' ? encodeWindows1251(text) : UTF8.encode(text)
}

function encodeWindows1251(text: string): Uint8Array {
  const length = text.length
  const bytes = new Uint8Array(length)
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    const byte = TO_WINDOWS_1251[code]!
    if (byte === MISSING) return encodeWindows1251(withReferences(text, i))
    bytes[i] = byte
  }
  return bytes
}

/** The text with references for all characters that windows-1251 lacks, given the position of the first. */
function withReferences(text: string, first: number): string {
  let result = ''
  let copied = 0
  for (let i = first; i < text.length; i++) {
    if (TO_WINDOWS_1251[text.charCodeAt(i)] !== MISSING) continue
    const code = text.codePointAt(i)!
    result += `${text.slice(copied, i)}&#${isSurrogate(code) ? 0xfffd : code};`
    if (code > 0xffff) i++
    copied = i + 1
  }
  return result + text.slice(copied)
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

/** No character is encoded as byte 0: controls never get this far. */
const MISSING = 0

/** UTF-16 unit → byte. Byte 0x98 has no character (browsers map it to a control), so it is never written. */
const TO_WINDOWS_1251: Uint8Array = (() => {
  const table = new Uint8Array(0x10000)
  const decoder = new TextDecoder('windows-1251')
  for (let byte = 1; byte < 256; byte++) {
    if (byte !== 0x98) table[decoder.decode(Uint8Array.of(byte)).charCodeAt(0)] = byte
  }
  return table
})()

const UTF8 = new TextEncoder()
