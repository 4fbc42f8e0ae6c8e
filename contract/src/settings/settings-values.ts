import { closest, distance } from 'fastest-levenshtein'
import { isPrintable } from '../printable.js'
import type { Sentence } from '../sentence.js'
import type { JsonNode, Place } from './document/json-node.js'
import { SETTINGS_MESSAGES as TEXTS } from './texts-settings.js'

/** Reports a problem and returns undefined, so that a reader can return it as its value. */
export type ReportIssue = (place: Place, path: string, sentence: Sentence) => undefined

type Read<T> = (node: JsonNode, key: string, path: string, report: ReportIssue) => T | undefined

/** A string, trimmed; not empty, printable. */
export function readText(
  node: JsonNode,
  key: string,
  path: string,
  report: ReportIssue,
  tooLong: (length: number) => Sentence | false,
): string | undefined {
  if (node.kind !== 'string') return report(node, path, TEXTS.notString(key))
  const value = node.value.trim()
  if (value === '') return report(node, path, TEXTS.empty(key))
  if (!isPrintable(value)) return report(node, path, TEXTS.controlCharacter(key))
  const long = tooLong(value.length)
  return long === false ? value : report(node, path, long)
}

export function readChoice<Choice extends string>(choices: readonly Choice[]): Read<Choice> {
  return (node, key, path, report) => {
    if (node.kind !== 'string') return report(node, path, TEXTS.notOneOf(key, choices))
    const chosen = choices.find(choice => choice === node.value)
    if (chosen !== undefined) return chosen
    const near = nearestName(node.value, choices)
    if (near === undefined) return report(node, path, TEXTS.notOneOf(key, choices))
    return report(node, path, TEXTS.notOneOfNear(key, node.value, near))
  }
}

export function readInteger(min: number, max: number): Read<number> {
  return (node, key, path, report) =>
    node.kind === 'number' && Number.isSafeInteger(node.value) && node.value >= min && node.value <= max
      ? node.value
      : report(node, path, TEXTS.notInteger(key, min, max))
}

export const readBoolean: Read<boolean> = (node, key, path, report) =>
  node.kind === 'boolean' ? node.value : report(node, path, TEXTS.notBoolean(key))

/** A valid calendar date, `2026-11-01`. */
export const readDate: Read<string> = (node, key, path, report) => {
  if (node.kind !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(node.value)) {
    return report(node, path, TEXTS.notDate(key))
  }
  const date = new Date(`${node.value}T00:00:00Z`)
  const real =
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(node.value) && node.value >= '0001'
  return real ? node.value : report(node, path, TEXTS.noSuchDate(node.value))
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
