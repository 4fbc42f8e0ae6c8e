import { type Edit, JsonSyntaxProblem } from './json-node.js'
import { JSON_MESSAGES } from './texts-json.js'

export interface ScannedString {
  value: string
  /** Offset after the closing quote. */
  to: number
  edits: Edit[]
}

const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const QUOTES = '«»“”„‟'
const OPENING = '«„“‟'
/** A quote, a colon and the start of a value inside a string: its closing quote was of another kind, or missing. */
const SWALLOWED = /(["«»“”„‟])\s*:\s*["«»“”„‟[{\d]/

export function isTypographicQuote(char: string): boolean {
  return QUOTES.includes(char)
}

/** A string in straight quotes: its content is left alone, typographic quotes included. */
export function scanString(text: string, from: number): ScannedString {
  let value = ''
  for (let at = from + 1; ; ) {
    const char = text[at]
    if (char === '"') return { value, to: at + 1, edits: [] }
    if (isLineEnd(char)) throw unclosedStraight(text, from, at)
    const piece = readCharacter(text, at)
    value += piece.value
    at = piece.to
  }
}

/**
 * A string in angle, curly or low quotes. Quotes of the same family nest, those of another family and straight ones belong to the
 * value.
 */
export function scanTypographicString(text: string, from: number): ScannedString {
  const opener = text[from]!
  const edits: Edit[] = []
  const opened = [from]
  let value = ''
  for (let at = from + 1; ; ) {
    const char = text[at]
    if (isLineEnd(char)) throw unclosedTypographic(text, opened, at)
    const role = quoteRole(text, at, opener, opened)
    if (role === 'opens') opened.push(at)
    if (role === 'closes' && opened.pop() === from) {
      refuseSwallowed(text, from, at)
      const pair = opener + char
      const quote = (place: number): Edit => ({
        from: place,
        to: place + 1,
        text: '"',
        kind: 'quotes',
        pair,
      })
      return { value, to: at + 1, edits: [quote(from), ...edits, quote(at)] }
    }
    const piece = readCharacter(text, at)
    if (char === '"') edits.push({ from: at, to: at + 1, text: '\\"', kind: 'escape' })
    if (isOddSpace(char)) edits.push({ from: at, to: at + 1, text: ' ', kind: 'space' })
    value += isOddSpace(char) ? ' ' : piece.value
    at = piece.to
  }
}

function quoteRole(
  text: string,
  at: number,
  opener: string,
  opened: number[],
): 'opens' | 'closes' | undefined {
  const char = text[at]!
  if ('«»'.includes(opener)) return char === '«' ? 'opens' : char === '»' ? 'closes' : undefined
  if (char === '„') return 'opens'
  if (char === '”') return 'closes'
  if (char !== '“' && char !== '‟') return undefined
  // “ closes in German and Russian („…“) and opens in English (“…”): it opens at the beginning of a word.
  const before = text[at - 1]!
  const startsWord = opened.at(-1) === at - 1 || /[\s(]/.test(before)
  return startsWord && /[^\s:,;\]}“”„‟]/.test(text[at + 1] ?? ' ') ? 'opens' : 'closes'
}

function readCharacter(text: string, at: number): { value: string; to: number } {
  const char = text[at]!
  if (char === '\\') return readEscape(text, at)
  if (char < ' ') {
    const code = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    throw new JsonSyntaxProblem({ from: at, to: at + 1 }, JSON_MESSAGES.controlInString(code))
  }
  return { value: char, to: at + 1 }
}

function readEscape(text: string, at: number): { value: string; to: number } {
  const simple = ESCAPES[text[at + 1] ?? '']
  if (simple !== undefined) return { value: simple, to: at + 2 }
  const hex = /^\\u([0-9a-fA-F]{4})/.exec(text.slice(at, at + 6))
  if (hex) return { value: String.fromCharCode(Number.parseInt(hex[1]!, 16)), to: at + 6 }
  const pair = text.slice(at, at + 2)
  throw new JsonSyntaxProblem({ from: at, to: at + pair.length }, JSON_MESSAGES.badEscape(pair))
}

function isLineEnd(char: string | undefined): boolean {
  return char === undefined || char === '\n' || char === '\r'
}

function isOddSpace(char: string | undefined): boolean {
  return char !== undefined && /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/.test(char)
}

function unclosedStraight(text: string, from: number, end: number): JsonSyntaxProblem {
  return (
    mixedAfterStraight(text, from, end) ??
    new JsonSyntaxProblem({ from, to: end }, JSON_MESSAGES.unclosed('"'))
  )
}

/** For a string that began with a straight quote and ran past a typographic one that was meant to close it. */
export function mixedAfterStraight(text: string, from: number, to: number): JsonSyntaxProblem | undefined {
  const meant = /([«»“”„‟])\s*[:,\]}]/.exec(text.slice(from, to))
  if (!meant) return undefined
  const at = from + meant.index
  return new JsonSyntaxProblem({ from: at, to: at + 1 }, JSON_MESSAGES.mixedQuotes('"', meant[1]!))
}

function unclosedTypographic(text: string, opened: number[], end: number): JsonSyntaxProblem {
  const from = opened[0]!
  refuseSwallowed(text, from, end)
  const opener = text[from]!
  const place = { from, to: end }
  if (opened.length === 1) return new JsonSyntaxProblem(place, JSON_MESSAGES.unclosed(opener))
  return new JsonSyntaxProblem(place, JSON_MESSAGES.unclosedNested(opener, '«»'.includes(opener) ? '»' : '”'))
}

function refuseSwallowed(text: string, from: number, end: number): void {
  const content = text.slice(from + 1, end)
  const straight = /"\s*[:,\]}]/.exec(content)
  const swallowed = SWALLOWED.exec(content)
  if (!swallowed && !(straight && isLineEnd(text[end]))) return
  const closing = straight && (!swallowed || straight.index <= swallowed.index) ? '"' : swallowed![1]!
  const at = from + 1 + (closing === '"' ? straight!.index : swallowed!.index)
  const opener = text[from]!
  const sentence =
    closing !== '"' && OPENING.includes(opener) && sameFamily(opener, closing)
      ? JSON_MESSAGES.unclosedNested(opener, closing)
      : JSON_MESSAGES.mixedQuotes(opener, closing)
  throw new JsonSyntaxProblem({ from: at, to: at + 1 }, sentence)
}

function sameFamily(one: string, other: string): boolean {
  return '«»'.includes(one) === '«»'.includes(other)
}
