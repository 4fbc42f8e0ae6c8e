import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'
import { PROBLEM_TEXTS } from '../../errors/texts.js'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The parsed JSON, or the error. */
export function parseBody(body: Uint8Array): unknown | AppError {
  try {
    return parseJson(body)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** @throws AppError bad-encoding, bad-json (with line and column, both from 1) */
export function parseJson(body: Uint8Array): unknown {
  let text: string
  try {
    text = utf8.decode(body)
  } catch (cause) {
    throw new AppError('bad-encoding', PROBLEM_TEXTS['bad-encoding'], { cause })
  }
  if (text.trim() === '') throw new AppError('bad-json', describeProblem('body-empty'))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const place = placeOf(text, errorOffset(text, cause as SyntaxError))
    throw new AppError('bad-json', describeProblem('json-broken-at', place), { cause })
  }
  const twice = keysIn(text) === keysOf(value) ? undefined : repeatedKey(text)
  if (twice) {
    const place = placeOf(text, twice.at)
    throw new AppError('bad-json', describeProblem('json-key-twice', { key: twice.key, ...place }))
  }
  return value
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** No body that we take is deeper: what is inside is refused as unknown. */
const DEEPEST = 32
const [QUOTE, COLON, BACKSLASH] = [34, 58, 92]
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [123, 125, 91, 93]

/** Keys in the text of JSON. A value of it has as many, unless some object has one twice. */
function keysIn(text: string): number {
  let keys = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === COLON) keys += depth <= DEEPEST ? 1 : 0
    else if (code === OPEN || code === OPEN_LIST) depth++
    else if (code === CLOSE || code === CLOSE_LIST) depth--
  }
  return keys
}

function keysOf(value: unknown, depth = 1): number {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return 0
  let keys = 0
  if (Array.isArray(value)) for (const item of value) keys += keysOf(item, depth + 1)
  else for (const key in value) keys += 1 + keysOf((value as Record<string, unknown>)[key], depth + 1)
  return keys
}

const COLON_AFTER = /\s*:/y

/** The first key that its object has already; `JSON.parse` keeps the last of them without a word. */
function repeatedKey(text: string): { key: string; at: number } | undefined {
  /** The keys so far of each object and list that is open. */
  const open: Set<string>[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === OPEN || code === OPEN_LIST) open.push(new Set())
    else if (code === CLOSE || code === CLOSE_LIST) open.pop()
    if (code !== QUOTE) continue
    const start = at
    at = endOfString(text, start)
    COLON_AFTER.lastIndex = at + 1
    if (!COLON_AFTER.test(text)) continue
    const key = JSON.parse(text.slice(start, at + 1)) as string
    const keys = open.at(-1)!
    if (keys.has(key)) return { key: key.slice(0, 60), at: start }
    keys.add(key)
  }
  return undefined
}

function endOfString(text: string, quote: number): number {
  let at = quote + 1
  for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(++at))
    if (code === BACKSLASH) at++
  return at
}

/** Where in the text the error is. V8 words the position by version, and gives none at the end. */
function errorOffset(text: string, error: SyntaxError): number {
  const position = /position (\d+)/.exec(error.message)
  if (position) return Number(position[1])
  const token = /Unexpected token '?(.+?)'?, "?(?:\.\.\.)?(.*?)(?:\.\.\.)?"? is not valid JSON/s.exec(
    error.message,
  )
  const near = token?.[2] ? text.indexOf(token[2]) : -1
  if (near >= 0) return near + Math.max(0, token![2]!.indexOf(token![1]!))
  return text.length
}
