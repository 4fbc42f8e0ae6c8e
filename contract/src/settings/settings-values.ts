import { closest, distance } from 'fastest-levenshtein'
import { isPrintable } from '../printable.js'
import type { Sentence } from '../sentence.js'
import type { JsonNode, Place } from './document/json-node.js'
import { SETTINGS_MESSAGES as TEXTS } from './texts-settings.js'

/** Reports a problem and returns undefined, so that a reader can return it as its value. */
export type ReportIssue = (place: Place, path: string, sentence: Sentence) => undefined

/** The value of a key, or undefined after `refuse`, which reports a problem of it. */
export type Read<T> = (
  node: JsonNode,
  key: string,
  refuse: (sentence: Sentence) => undefined,
  at: { path: string; report: ReportIssue },
) => T | undefined

/** A string, trimmed; not empty, printable. */
export function readText(max: number, tooLong: (key: string, length: number) => Sentence): Read<string> {
  return (node, key, refuse) => {
    if (node.kind !== 'string') return refuse(TEXTS.notString(key))
    const value = node.value.trim()
    if (value === '') return refuse(TEXTS.empty(key))
    if (!isPrintable(value)) return refuse(TEXTS.controlCharacter(key))
    return value.length > max ? refuse(tooLong(key, value.length)) : value
  }
}

export function readChoice<Choice extends string>(choices: readonly Choice[]): Read<Choice> {
  return (node, key, refuse) => {
    if (node.kind !== 'string') return refuse(TEXTS.notOneOf(key, choices))
    const chosen = choices.find(choice => choice === node.value)
    if (chosen !== undefined) return chosen
    const near = nearestName(node.value, choices)
    return refuse(
      near === undefined ? TEXTS.notOneOf(key, choices) : TEXTS.notOneOfNear(key, node.value, near),
    )
  }
}

export function readInteger(min: number, max: number): Read<number> {
  return (node, key, refuse) =>
    node.kind === 'number' && Number.isSafeInteger(node.value) && node.value >= min && node.value <= max
      ? node.value
      : refuse(TEXTS.notInteger(key, min, max))
}

export const readBoolean: Read<boolean> = (node, key, refuse) =>
  node.kind === 'boolean' ? node.value : refuse(TEXTS.notBoolean(key))

/** A valid calendar date, `2026-11-01`. */
export const readDate: Read<string> = (node, key, refuse) => {
  if (node.kind !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(node.value)) return refuse(TEXTS.notDate(key))
  const date = new Date(`${node.value}T00:00:00Z`)
  const real =
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(node.value) && node.value >= '0001'
  return real ? node.value : refuse(TEXTS.noSuchDate(node.value))
}

/** The known name that was probably meant, ignoring case; undefined if none is close. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const normalized = name.trim().toLowerCase()
  const nearest = closest(normalized, known as string[])
  if (nearest === undefined) return undefined
  const mistakes = distance(normalized, nearest.toLowerCase())
  const allowed = Math.max(1, Math.floor(nearest.length / 3))
  return mistakes <= allowed || (normalized.length >= 4 && nearest.startsWith(normalized))
    ? nearest
    : undefined
}
