import { type Edit, JsonSyntaxProblem, type Place } from './json-node.js'
import { isTypographicQuote, scanString, scanTypographicString } from './json-strings.js'
import { JSON_MESSAGES } from './texts-json.js'

export type Token = Place &
  (
    | { kind: '{' | '}' | '[' | ']' | ':' | ',' | ';' | '=' | 'end' }
    | { kind: 'string'; value: string; straight: boolean }
    | { kind: 'number'; value: number }
    | { kind: 'word'; value: string }
  )

export interface Scanner {
  /** The next token; throws JsonSyntaxProblem if there is no valid one. */
  next(): Token
  /** Corrections so far. */
  edits: Edit[]
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
const PUNCTUATION = new Set(['{', '}', '[', ']', ':', ',', ';', '='])

/** Splits a text into JSON tokens, reading typographic quotes and spaces as if they were ASCII. */
export function scanJson(text: string): Scanner {
  const words = /[-+.\p{L}\p{N}_$]+/uy
  const edits: Edit[] = []
  let at = 0

  const skipSpaces = (): void => {
    for (; at < text.length; at++) {
      const char = text[at]!
      if (char === ' ' || char === '\n' || char === '\r' || char === '\t') continue
      if (char === '\uFEFF') edits.push({ from: at, to: at + 1, text: '', kind: 'bom' })
      else if (/[\s\u0085]/.test(char)) edits.push({ from: at, to: at + 1, text: ' ', kind: 'space' })
      else if (/[\u200B-\u200F\u2060\u00AD]/.test(char))
        edits.push({ from: at, to: at + 1, text: '', kind: 'space' })
      else return
    }
  }

  const next = (): Token => {
    skipSpaces()
    const from = at
    const char = text[at]
    if (char === undefined) return { kind: 'end', from, to: from }
    if (PUNCTUATION.has(char)) {
      at++
      return { kind: char as '{', from, to: at }
    }
    if (char === '"' || isTypographicQuote(char)) {
      const read = char === '"' ? scanString(text, from) : scanTypographicString(text, from)
      at = read.to
      edits.push(...read.edits)
      return { kind: 'string', value: read.value, straight: char === '"', from, to: at }
    }
    words.lastIndex = at
    const word = words.exec(text)?.[0]
    if (word === undefined) throw strayCharacter(text, at)
    at += word.length
    if (!/^[-+.\d]/.test(word)) return { kind: 'word', value: word, from, to: at }
    if (!NUMBER.test(word)) throw new JsonSyntaxProblem({ from, to: at }, JSON_MESSAGES.badNumber(word))
    return { kind: 'number', value: Number(word), from, to: at }
  }

  return { next, edits }
}

function strayCharacter(text: string, at: number): JsonSyntaxProblem {
  const char = String.fromCodePoint(text.codePointAt(at)!)
  const place = { from: at, to: at + char.length }
  if (/^(\/[/*]|#)/.test(text.slice(at, at + 2))) return new JsonSyntaxProblem(place, JSON_MESSAGES.comment)
  if (/['`‘’‚‛]/.test(char)) return new JsonSyntaxProblem(place, JSON_MESSAGES.singleQuotes)
  return new JsonSyntaxProblem(place, JSON_MESSAGES.strayCharacter(char))
}
