import { closest, distance } from 'fastest-levenshtein'
import { CLIENT_CHOICES } from '../clients.js'
import { isPrintable } from '../printable.js'
import type { Sentence } from '../sentence.js'
import { type JsonMember, type JsonNode, type Place, toPointer } from './document/json-node.js'
import { ENCODINGS, PAYMENTS, type PaymentRule, SCHEMA_VERSIONS, type Settings } from './settings.js'
import {
  MAX_BATCH,
  MAX_METHOD_LENGTH,
  MAX_ORDER_NUMBER,
  MAX_QUARANTINE_AFTER,
  MAX_QUARANTINE_PAUSE,
  MAX_RULES,
  MAX_SILENT_AFTER,
  MAX_WORD_LENGTH,
} from './settings-limits.js'
import { SETTINGS_MESSAGES as TEXTS } from './texts-settings.js'

/** Reports a problem and returns undefined, so that a reader can return it as its value. */
type ReportIssue = (place: Place, path: string, sentence: Sentence) => undefined

/** The value of a key, or undefined after `refuse`, which reports a problem of it. */
type Read<T> = (
  node: JsonNode,
  key: string,
  refuse: (sentence: Sentence) => undefined,
  at: { path: string; report: ReportIssue },
) => T | undefined

/** A string, trimmed; not empty, printable. */
function readText(max: number, tooLong: (key: string, length: number) => Sentence): Read<string> {
  return (node, key, refuse) => {
    if (node.kind !== 'string') return refuse(TEXTS.notString(key))
    const value = node.value.trim()
    if (value === '') return refuse(TEXTS.empty(key))
    if (!isPrintable(value)) return refuse(TEXTS.controlCharacter(key))
    return value.length > max ? refuse(tooLong(key, value.length)) : value
  }
}

function readChoice<Choice extends string>(choices: readonly Choice[]): Read<Choice> {
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

function readInteger(min: number, max: number): Read<number> {
  return (node, key, refuse) =>
    node.kind === 'number' && Number.isSafeInteger(node.value) && node.value >= min && node.value <= max
      ? node.value
      : refuse(TEXTS.notInteger(key, min, max))
}

const readBoolean: Read<boolean> = (node, key, refuse) =>
  node.kind === 'boolean' ? node.value : refuse(TEXTS.notBoolean(key))

const readDate: Read<string> = (node, key, refuse) => {
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

/** A problem, to be worded without position and final period. */
export interface SettingsIssue extends Place {
  /** JSON pointer into the settings. */
  path: string
  sentence: Sentence
}

const methodName = readText(MAX_METHOD_LENGTH, (_key, length) =>
  TEXTS.methodTooLong(MAX_METHOD_LENGTH, length),
)
const readWord = readText(MAX_WORD_LENGTH, (key, length) => TEXTS.tooLong(key, MAX_WORD_LENGTH, length))
const word: Read<string> = (node, key, refuse, at) =>
  node.kind === 'null' ? refuse(TEXTS.nullInRule(key)) : readWord(node, key, refuse, at)

const RULE_KEYS: Record<keyof PaymentRule, Read<unknown>> = {
  status: word,
  gateway: word,
  paymentmethodname: methodName,
}

const SETTINGS_READERS: Record<keyof Settings, Read<unknown>> = {
  paymentrules: (node, _key, _refuse, { path, report }) => readRules(node, path, report),
  paymentmethodname: methodName,
  client: readChoice(CLIENT_CHOICES),
  schemaversion: (node, key, refuse, at) =>
    node.kind === 'number' ? refuse(TEXTS.versionNumber) : readChoice(SCHEMA_VERSIONS)(node, key, refuse, at),
  encoding: readChoice(ENCODINGS),
  payments: readChoice(PAYMENTS),
  ordernumber: readChoice(['sequence', 'platform']),
  ordernumberfrom: readInteger(1, MAX_ORDER_NUMBER),
  batchlimit: readInteger(1, MAX_BATCH),
  ordersfrom: readDate,
  closedbefore: readDate,
  commentprefix: readBoolean,
  orderidrequisite: readBoolean,
  zip: readBoolean,
  filelimit: readInteger(0, Number.MAX_SAFE_INTEGER),
  accept1c: readBoolean,
  quarantineafter: readInteger(0, MAX_QUARANTINE_AFTER),
  quarantinepause: readInteger(0, MAX_QUARANTINE_PAUSE),
  silentafter: readInteger(1, MAX_SILENT_AFTER),
}
/** In the order of messages. */
export const SETTINGS_KEYS = Object.keys(SETTINGS_READERS) as readonly (keyof Settings)[]

const REQUIRED = ['paymentrules', 'paymentmethodname'] as const satisfies readonly (keyof Settings)[]

/** Reads settings from a JSON tree, with all problems; usable only if there are none. */
export function checkSettings(root: JsonNode): { settings: Settings; issues: SettingsIssue[] } {
  const issues: SettingsIssue[] = []
  const report: ReportIssue = (place, path, sentence) => {
    issues.push({ path, from: place.from, to: place.to, sentence })
    return undefined
  }
  if (root.kind !== 'object') {
    report(root, '', TEXTS.notObject)
    return { settings: {} as Settings, issues }
  }
  const settings = readMembers(root.members, { path: '', report }, SETTINGS_READERS, key =>
    Object.hasOwn(RULE_KEYS, key) ? TEXTS.keyOfRule(key) : undefined,
  )
  for (const key of REQUIRED) {
    const place = { from: root.from, to: root.from + 1 }
    if (!root.members.some(member => member.key === key))
      report(place, toPointer('', key), TEXTS.keyMissing(key))
  }
  issues.sort((a, b) => a.from - b.from)
  return { settings: settings as unknown as Settings, issues }
}

function readRules(node: JsonNode, path: string, report: ReportIssue): unknown {
  if (node.kind !== 'array') return report(node, path, TEXTS.rulesNotList)
  if (node.items.length === 0) return report(node, path, TEXTS.rulesEmpty)
  if (node.items.length > MAX_RULES) return report(node, path, TEXTS.rulesTooMany(MAX_RULES))
  return node.items.map((item, index) => {
    const rulePath = toPointer(path, index)
    if (item.kind !== 'object') return report(item, rulePath, TEXTS.ruleNotObject)
    return readMembers(item.members, { path: rulePath, report }, RULE_KEYS, key =>
      Object.hasOwn(SETTINGS_READERS, key) ? TEXTS.keyOfSettings(key) : undefined,
    )
  })
}

function readMembers(
  members: readonly JsonMember[],
  at: { path: string; report: ReportIssue },
  readers: Record<string, Read<unknown>>,
  misplaced: (key: string) => Sentence | undefined,
): Record<string, unknown> {
  const { report } = at
  const values: Record<string, unknown> = {}
  const seen = new Set<string>()
  for (const { key, keyPlace, value } of members) {
    const path = toPointer(at.path, key)
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined
    if (!reader) report(keyPlace, path, misplaced(key) ?? unknownKey(key, Object.keys(readers)))
    else if (seen.has(key)) report(keyPlace, path, TEXTS.keyRepeated(key))
    else values[key] = reader(value, key, sentence => report(value, path, sentence), { path, report })
    seen.add(key)
  }
  return values
}

function unknownKey(key: string, known: readonly string[]): Sentence {
  const near = nearestName(key, known)
  const shown = key.length > 60 ? `${key.slice(0, 60)}…` : key
  return near === undefined ? TEXTS.keyUnknown(shown, known) : TEXTS.keyUnknownNear(shown, near)
}
