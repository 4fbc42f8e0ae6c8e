import type { Sentence } from '../../sentence.js'
import {
  type Edit,
  type JsonMember,
  type JsonNode,
  JsonSyntaxProblem,
  type Place,
  toPointer,
} from './json-node.js'
import { scanJson, type Token } from './json-scanner.js'
import { mixedAfterStraight } from './json-strings.js'
import { lineAndColumn } from './text-place.js'
import { JSON_MESSAGES } from './texts-json.js'

/** Brackets in brackets. */
export const MAX_DEPTH = 64

/** Reads a JSON text, correcting typographic quotes and spaces and a final `;`. Throws JsonSyntaxProblem at the first mistake. */
export function parseJson(text: string): { root: JsonNode; edits: Edit[] } {
  const scanner = scanJson(text)
  let token = scanner.next()
  let previous: Token | undefined

  const advance = (): Token => {
    const taken = token
    previous = taken
    token = scanner.next()
    return taken
  }

  const fail = (sentence: Sentence, place: Place = token): JsonSyntaxProblem => {
    const mixed =
      previous?.kind === 'string' && previous.straight
        ? mixedAfterStraight(text, previous.from, previous.to)
        : undefined
    if (mixed) return mixed
    // The end of the text is reported after the last token, not below on some empty line.
    const end = previous?.to ?? 0
    return new JsonSyntaxProblem(
      place === token && token.kind === 'end' ? { from: end, to: end } : place,
      sentence,
    )
  }

  const unfinished = (opening: Token): JsonSyntaxProblem => {
    const { line, column } = lineAndColumn(text, opening.from)
    return fail(JSON_MESSAGES.bracketOpen(opening.kind, line, column))
  }

  const readValue = (after: Sentence, depth: number): JsonNode => {
    if (depth > MAX_DEPTH) throw fail(JSON_MESSAGES.tooDeep(MAX_DEPTH))
    const { from, to } = token
    switch (token.kind) {
      case '{':
        return readObject(depth)
      case '[':
        return readArray(depth)
      case 'string':
      case 'number': {
        const { kind, value } = token
        advance()
        return { kind, value, from, to } as JsonNode
      }
      case 'word': {
        const node = constant(token.value, token)
        if (!node) throw fail(JSON_MESSAGES.bareWord(token.value))
        advance()
        return node
      }
      case ',':
        throw fail(previous?.kind === ',' ? JSON_MESSAGES.doubleComma : JSON_MESSAGES.valueExpected(after))
      default:
        throw fail(JSON_MESSAGES.valueExpected(after))
    }
  }

  const readObject = (depth: number): JsonNode => {
    const opening = advance()
    const members: JsonMember[] = []
    let after = JSON_MESSAGES.bracket('{')
    while (members.length > 0 || token.kind !== '}') {
      const key = readKey(opening, after)
      members.push({
        key: key.value,
        keyPlace: key.place,
        value: within(key.value, () => readMember(key.value, depth)),
      })
      const more = within(key.value, () =>
        readSeparator(opening, '}', JSON_MESSAGES.memberEndExpected(key.value)),
      )
      if (!more) break
      after = JSON_MESSAGES.comma
    }
    return { kind: 'object', members, from: opening.from, to: advance().to }
  }

  const readKey = (opening: Token, after: Sentence): { value: string; place: Place } => {
    if (token.kind === 'string') {
      const { value, from, to } = token
      advance()
      return { value, place: { from, to } }
    }
    if (token.kind === 'end') throw unfinished(opening)
    if (token.kind === 'word') throw fail(JSON_MESSAGES.bareKey(token.value))
    if (token.kind === ',' && previous?.kind === ',') throw fail(JSON_MESSAGES.doubleComma)
    throw fail(JSON_MESSAGES.keyExpected(after))
  }

  const readMember = (key: string, depth: number): JsonNode => {
    if (token.kind === '=') throw fail(JSON_MESSAGES.equalsSign(key))
    if (token.kind !== ':') throw fail(JSON_MESSAGES.colonExpected(key))
    advance()
    return readValue(JSON_MESSAGES.colon, depth + 1)
  }

  const readArray = (depth: number): JsonNode => {
    const opening = advance()
    const items: JsonNode[] = []
    let after = JSON_MESSAGES.bracket('[')
    while (items.length > 0 || token.kind !== ']') {
      if (token.kind === 'end') throw unfinished(opening)
      items.push(within(items.length, () => readValue(after, depth + 1)))
      if (!readSeparator(opening, ']', JSON_MESSAGES.itemEndExpected(items.length))) break
      after = JSON_MESSAGES.comma
    }
    return { kind: 'array', items, from: opening.from, to: advance().to }
  }

  /** True after a comma, false before the closing bracket. */
  const readSeparator = (opening: Token, closing: '}' | ']', expected: Sentence): boolean => {
    if (token.kind === closing) return false
    if (token.kind === 'end') throw unfinished(opening)
    if (token.kind === ';') throw fail(JSON_MESSAGES.semicolonInside)
    if (token.kind !== ',') throw fail(expected)
    const comma = advance()
    if ((token.kind as string) === closing) throw fail(JSON_MESSAGES.trailingComma(closing), comma)
    return true
  }

  const readEnd = (): void => {
    const semicolons: Token[] = []
    while (token.kind === ';') semicolons.push(advance())
    if (token.kind !== 'end') {
      throw fail(JSON_MESSAGES.endExpected(previous?.kind === ']' ? ']' : '}'), semicolons[0] ?? token)
    }
    for (const { from, to } of semicolons) scanner.edits.push({ from, to, text: '', kind: 'semicolon' })
  }

  if (token.kind === 'end') throw fail(JSON_MESSAGES.emptyText)
  if (token.kind !== '{' && token.kind !== '[') throw fail(JSON_MESSAGES.startExpected)
  const root = readValue(JSON_MESSAGES.startExpected, 0)
  readEnd()
  return { root, edits: scanner.edits.sort((a, b) => a.from - b.from) }
}

/** Adds the key or index to a problem thrown by `read`. */
function within<T>(key: string | number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof JsonSyntaxProblem) error.path = toPointer('', key) + error.path
    throw error
  }
}

function constant(word: string, { from, to }: Place): JsonNode | undefined {
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', from, to }
  return word === 'null' ? { kind: 'null', from, to } : undefined
}
