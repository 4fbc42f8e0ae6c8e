import { badFilter } from '../errors.js'

export interface Token {
  kind: 'guid' | 'date' | 'text' | 'number' | 'name' | '(' | ')' | ','
  text: string
}

const GUID = /guid'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'/iy
const DATE = /datetime'(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)'/y
const TEXT = /'((?:[^']|'')*)'/y
const NUMBER = /(-?\d+(?:\.\d+)?)(?![\p{L}_])/uy
const NAME = /([\p{L}_][\p{L}\p{N}_]*(?:\/[\p{L}_][\p{L}\p{N}_]*)*)(?!')/uy
const MARK = /([(),])/y

/** The words of a `$filter`. A plus sign, a broken literal, a comma as in Cyrillic typing: refused. */
export function tokensOf(filter: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(filter)
    if (found) at = pattern.lastIndex
    return found?.[1]
  }
  while (at < filter.length) {
    if (filter[at] === ' ') {
      at++
      continue
    }
    tokens.push(next(take, filter, at))
  }
  return tokens
}

function next(take: (pattern: RegExp) => string | undefined, filter: string, at: number): Token {
  const guid = take(GUID)
  if (guid !== undefined) return { kind: 'guid', text: guid.toLowerCase() }
  const date = take(DATE)
  if (date !== undefined) return { kind: 'date', text: checkedDate(date) }
  const text = take(TEXT)
  if (text !== undefined) return { kind: 'text', text: text.replaceAll("''", "'") }
  const number = take(NUMBER)
  if (number !== undefined) return { kind: 'number', text: number }
  const mark = take(MARK)
  if (mark !== undefined) return { kind: mark as '(', text: mark }
  const name = take(NAME)
  if (name !== undefined) return { kind: 'name', text: name }
  throw badFilter(filter.slice(at, at + 40))
}

function checkedDate(text: string): string {
  const time = Date.parse(`${text}Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== text) throw badFilter(text)
  return text
}
