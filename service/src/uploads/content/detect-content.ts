import type { UploadContent } from '../upload.js'

/** How many bytes at the beginning and at the end of a file are examined. */
export const MARGIN = 4096

export function detectContent(head: Buffer): UploadContent {
  if (UTF16_MARKS.some(mark => head.subarray(0, 2).equals(mark))) return 'xml'
  let start = head.subarray(0, 3).equals(UTF8_MARK) ? 3 : 0
  while (start < head.length && WHITE_SPACE.has(head[start]!)) start++
  const [first, second, third] = head.subarray(start)
  if (first === undefined) return 'unknown'
  if (first === LESS) return 'xml'
  if (start > 0 || first !== LETTER_P) return isPartOfMark(head) ? 'unknown' : 'other'
  if (second === undefined || (second === LETTER_K && third === undefined)) return 'unknown'
  return second === LETTER_K && (third === 3 || third === 5) ? 'archive' : 'other'
}

/** Whether the last bytes end the file: the XML's root is closed, the archive's directory is there. */
export function isComplete(content: UploadContent, head: Buffer, tail: Buffer, size: number): boolean {
  if (content === 'archive') return hasDirectory(tail, size)
  return content === 'xml' && isRootClosed(head, tail, size)
}

/** The last bytes of a complete archive are the end record of its directory, which says where that begins. */
function hasDirectory(tail: Buffer, size: number): boolean {
  for (let at = tail.length - DIRECTORY_END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== DIRECTORY_END) continue
    if (at + DIRECTORY_END_SIZE + tail.readUInt16LE(at + 20) !== tail.length) continue
    const [length, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
    const end = size - tail.length + at
    if (offset === 0xffffffff || length === 0xffffffff || offset + length <= end) return true
  }
  return false
}

function isRootClosed(head: Buffer, tail: Buffer, size: number): boolean {
  const encoding = encodingOf(head)
  const content = withoutProlog(textOf(head, encoding))
  // Such a file is rejected whatever follows, so it need not be complete.
  if (/^<!DOCTYPE/i.test(content)) return true
  const root = /^<([^\s/><?!]+)/.exec(content)?.[1]
  if (root === undefined) return false
  const odd = encoding.startsWith('utf-16') ? (size - tail.length) % 2 : 0
  const end = textOf(tail.subarray(odd), encoding)
  const name = root.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
  if (new RegExp(`</${name}\\s*>${EPILOG}$`, 'u').test(end)) return true
  return size <= head.length && new RegExp(`^<${name}(?:\\s[^<>]*)?/>${EPILOG}$`, 'u').test(content)
}

function encodingOf(head: Buffer): string {
  if (head.subarray(0, 2).equals(UTF16_MARKS[0]!)) return 'utf-16le'
  if (head.subarray(0, 2).equals(UTF16_MARKS[1]!)) return 'utf-16be'
  const declaration = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([\w-]+)["']/.exec(head.toString('latin1'))
  return /^(windows-1251|win-1251|cp1251)$/i.test(declaration?.[1] ?? '') ? 'windows-1251' : 'utf-8'
}

export function textOf(bytes: Buffer, encoding = encodingOf(bytes)): string {
  return new TextDecoder(encoding).decode(bytes)
}

/**
 * The text without the white space, comments and processing instructions that it begins with. Each is matched
 * for itself: one expression for all of them tries every way to divide them, which takes hours with forty.
 */
export function withoutProlog(text: string): string {
  const next = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y
  let start = 0
  while (next.test(text)) start = next.lastIndex
  return text.slice(start)
}

function isPartOfMark(head: Buffer): boolean {
  return head.length < 3 && UTF8_MARK.subarray(0, head.length).equals(head)
}

const UTF8_MARK = Buffer.of(0xef, 0xbb, 0xbf)
const UTF16_MARKS = [Buffer.of(0xff, 0xfe), Buffer.of(0xfe, 0xff)]
const WHITE_SPACE = new Set([0x20, 0x09, 0x0a, 0x0d])
const LESS = 0x3c
const LETTER_P = 0x50
const LETTER_K = 0x4b
const DIRECTORY_END = 0x06054b50
const DIRECTORY_END_SIZE = 22
const EPILOG = '(?:\\s|<!--(?:(?!-->)[\\s\\S])*-->|<\\?(?:(?!\\?>)[\\s\\S])*\\?>)*'
