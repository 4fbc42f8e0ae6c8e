import type { Sentence } from '../../sentence.js'
import type { JsonNode, Place } from './json-node.js'
import { JSON_MESSAGES } from './texts-json.js'

export type Expected = 'key' | 'colon' | 'value' | 'separator' | 'end'

/** What was read of a text when the parser stopped. */
export interface ReadSoFar {
  /** The text without its typography. */
  json: string
  expected: Expected
  /** What a key or value was expected after. */
  after: Sentence
  /** The innermost open bracket. */
  open: (JsonNode & { kind: 'object' | 'array' }) | undefined
  /** The last key. */
  key?: string | undefined
  /** The last key, string, number or word. */
  last?: Place
}

interface Mistake extends Place {
  /** None at the end of the text: a bracket is not closed. */
  sentence: Sentence | undefined
}

/** Says what is wrong at a token, so that who does what it says gets no further error. */
export function explainMistake(read: ReadSoFar, token: Place): Mistake {
  const { json, expected, last } = read
  const mixed = last && mixedQuotes(json.slice(last.from, last.to), last.from)
  if (mixed) return mixed
  const end = json.trimEnd().length
  if (token.from >= end) return { from: end, to: end, sentence: undefined }
  const found = json.slice(token.from, token.to)
  const at = (sentence: Sentence): Mistake => ({ ...token, sentence })
  const before = json.slice(0, token.from).trimEnd()
  if (expected === 'end') return at(JSON_MESSAGES.endExpected(before.at(-1)!))
  if (found.startsWith('"')) return stringMistake(found, token) ?? at(unexpected(read))
  if (/^[«»“”„‟]/.test(found)) return typographicMistake(json, token.from)
  if (/^(?:\/[/*]|#)/.test(found)) return at(JSON_MESSAGES.comment)
  if (/^['`‘’‚‛]/.test(found)) return at(JSON_MESSAGES.singleQuotes)
  if (found.startsWith(';')) return semicolonMistake(read, token.from)
  if (before.endsWith(',')) {
    const comma = { from: before.length - 1, to: before.length }
    if (found === ',') return at(JSON_MESSAGES.doubleComma)
    if (found === (read.open?.kind === 'array' ? ']' : '}'))
      return { ...comma, sentence: JSON_MESSAGES.trailingComma(found) }
  }
  if (found.startsWith('=') && expected === 'colon') return at(JSON_MESSAGES.equalsSign(read.key!))
  return wordMistake(read, token) ?? at(unexpected(read))
}

function unexpected({ expected, after, key, open }: ReadSoFar): Sentence {
  if (expected === 'key') return JSON_MESSAGES.keyExpected(after)
  if (expected === 'colon') return JSON_MESSAGES.colonExpected(key!)
  if (expected === 'value') return JSON_MESSAGES.valueExpected(after)
  return open?.kind === 'array'
    ? JSON_MESSAGES.itemEndExpected(open.items.length)
    : JSON_MESSAGES.memberEndExpected(key!)
}

/** A key, number or constant that is none. */
function wordMistake({ json, expected, last }: ReadSoFar, token: Place): Mistake | undefined {
  // Of 007 the parser takes the first digit for a number.
  const from = last?.to === token.from && expected === 'separator' ? last.from : token.from
  const word = /^[-+.\p{L}\p{N}_$]+/u.exec(json.slice(from))?.[0]
  const character = String.fromCodePoint(json.codePointAt(token.from)!)
  if (word === undefined) {
    if ('{}[]:,'.includes(character)) return undefined
    const to = token.from + character.length
    return { from: token.from, to, sentence: JSON_MESSAGES.strayCharacter(character) }
  }
  const place = { from, to: from + word.length }
  if (/^[-+.\d]/.test(word))
    return NUMBER.test(word) ? undefined : { ...place, sentence: JSON_MESSAGES.badNumber(shown(word)) }
  if (CONSTANTS.has(word) && expected === 'value') return undefined
  if (expected === 'key') return { ...place, sentence: JSON_MESSAGES.bareKey(shown(word)) }
  return expected === 'value' ? { ...place, sentence: JSON_MESSAGES.bareWord(shown(word)) } : undefined
}

/** A comma belongs in its place only where another member or item follows. */
function semicolonMistake({ json, expected }: ReadSoFar, from: number): Mistake {
  const semicolons = /^;+/.exec(json.slice(from))![0]
  const to = from + semicolons.length
  const isComma = expected === 'separator' && !/^\s*[,\]}]/.test(json.slice(to))
  return {
    from,
    to,
    sentence: isComma ? JSON_MESSAGES.semicolonInside : JSON_MESSAGES.strayCharacter(shown(semicolons)),
  }
}

function stringMistake(found: string, { from, to }: Place): Mistake | undefined {
  for (const { 1: wrong, 2: control, index } of found.matchAll(IN_STRING)) {
    const at = { from: from + index, to: from + index + (wrong ?? control ?? '').length }
    if (wrong !== undefined) return { ...at, sentence: JSON_MESSAGES.badEscape(wrong) }
    if (control === undefined) continue
    const code = `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    return { ...at, sentence: JSON_MESSAGES.controlInString(code) }
  }
  if (/^"(?:[^"\\]|\\.)*"$/.test(found)) return undefined
  return mixedQuotes(found, from) ?? { from, to, sentence: JSON_MESSAGES.unclosed('"') }
}

/** A string that begins with a straight quote and was meant to end at a typographic one. */
function mixedQuotes(found: string, from: number): Mistake | undefined {
  const [all, inside, quote] = /^"([^«»“”„‟]*)([«»“”„‟])\s*[:,\]}]/.exec(found) ?? []
  if (all === undefined) return undefined
  const at = from + 1 + inside!.length
  return { from: at, to: at + 1, sentence: JSON_MESSAGES.mixedQuotes('"', quote!) }
}

/** A typographic quote that opens a string which no quote of its kind closes. */
function typographicMistake(json: string, from: number): Mistake {
  const line = /^[^\r\n]*/.exec(json.slice(from))![0]
  const opening = line[0]!
  const isAngle = '«»'.includes(opening)
  const other = (isAngle ? /["“”„‟](?=\s*[:,\]}])/ : /["«»](?=\s*[:,\]}])/).exec(line)
  const closing = isAngle ? line.indexOf('»', 1) : -1
  const whole = { from, to: from + line.length }
  if (other !== null && (closing < 0 || other.index < closing)) {
    const at = from + other.index
    return { from: at, to: at + 1, sentence: JSON_MESSAGES.mixedQuotes(opening, other[0]) }
  }
  if (closing >= 0) return { ...whole, sentence: JSON_MESSAGES.unclosedNested(opening, '»') }
  return { ...whole, sentence: JSON_MESSAGES.unclosed(opening) }
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
const CONSTANTS = new Set(['true', 'false', 'null'])
/** Proper escapes, others, and control characters. */
const IN_STRING = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|(\\.?)|([\u0000-\u001f])/g
