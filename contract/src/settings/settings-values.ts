import { isPrintable } from '../printable.js'
import type { JsonNode, Place } from './document/json-node.js'
import { nearestName } from './nearest-name.js'
import { SETTINGS_TEXTS as TEXTS } from './texts-settings.js'

/** Notes a complaint; returns undefined, as the value that can't be used. */
export type Complain = (place: Place, path: string, sentence: string) => undefined

type Read<T> = (node: JsonNode, key: string, path: string, complain: Complain) => T | undefined

/** A string, trimmed; not empty, printable. */
export function readText(
  node: JsonNode,
  key: string,
  path: string,
  complain: Complain,
  tooLong: (length: number) => string | false,
): string | undefined {
  if (node.kind !== 'string') return complain(node, path, TEXTS.notString(key))
  const value = node.value.trim()
  if (value === '') return complain(node, path, TEXTS.empty(key))
  if (!isPrintable(value)) return complain(node, path, TEXTS.controlCharacter(key))
  const long = tooLong(value.length)
  return long === false ? value : complain(node, path, long)
}

export function readChoice<Choice extends string>(choices: readonly Choice[]): Read<Choice> {
  return (node, key, path, complain) => {
    if (node.kind !== 'string') return complain(node, path, TEXTS.notOneOf(key, choices))
    const chosen = choices.find(choice => choice === node.value)
    if (chosen !== undefined) return chosen
    const near = nearestName(node.value, choices)
    if (near === undefined) return complain(node, path, TEXTS.notOneOf(key, choices))
    return complain(node, path, TEXTS.notOneOfNear(key, node.value, near))
  }
}

export function readInteger(min: number, max: number): Read<number> {
  return (node, key, path, complain) =>
    node.kind === 'number' && Number.isSafeInteger(node.value) && node.value >= min && node.value <= max
      ? node.value
      : complain(node, path, TEXTS.notInteger(key, min, max))
}

export const readBoolean: Read<boolean> = (node, key, path, complain) =>
  node.kind === 'boolean' ? node.value : complain(node, path, TEXTS.notBoolean(key))

/** A date that the calendar has, `2026-11-01`. */
export const readDate: Read<string> = (node, key, path, complain) => {
  if (node.kind !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(node.value)) {
    return complain(node, path, TEXTS.notDate(key))
  }
  const date = new Date(`${node.value}T00:00:00Z`)
  const real =
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(node.value) && node.value >= '0001'
  return real ? node.value : complain(node, path, TEXTS.noSuchDate(node.value))
}
