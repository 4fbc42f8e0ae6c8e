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
  try {
    return JSON.parse(text)
  } catch (cause) {
    const before = text.slice(0, errorOffset(text, cause as SyntaxError)).split('\n')
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    throw new AppError('bad-json', describeProblem('json-broken-at', place), { cause })
  }
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
