import { CLIENT_CHOICES } from '../clients.js'
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
  MAX_WORD_LENGTH,
} from './settings-limits.js'
import {
  nearestName,
  type Read,
  type ReportIssue,
  readBoolean,
  readChoice,
  readDate,
  readInteger,
  readText,
} from './settings-values.js'
import { SETTINGS_MESSAGES as TEXTS } from './texts-settings.js'

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
  zip: readBoolean,
  filelimit: readInteger(0, Number.MAX_SAFE_INTEGER),
  accept1c: readBoolean,
  quarantineafter: readInteger(0, MAX_QUARANTINE_AFTER),
  quarantinepause: readInteger(0, MAX_QUARANTINE_PAUSE),
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
