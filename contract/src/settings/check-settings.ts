import { type JsonMember, type JsonNode, type Place, toPointer } from './document/json-node.js'
import { nearestName } from './nearest-name.js'
import { CLIENTS, ENCODINGS, PAYMENTS, type PaymentRule, SCHEMA_VERSIONS, type Settings } from './settings.js'
import {
  MAX_BATCH,
  MAX_METHOD_LENGTH,
  MAX_ORDER_NUMBER,
  MAX_RULES,
  MAX_WORD_LENGTH,
} from './settings-limits.js'
import { type Complain, readBoolean, readChoice, readDate, readInteger, readText } from './settings-values.js'
import { SETTINGS_TEXTS as TEXTS } from './texts-settings.js'

/** One thing wrong: `sentence` is Russian, without the place and without a final period. */
export interface SettingsComplaint extends Place {
  /** JSON pointer into the settings. */
  path: string
  sentence: string
}

type Reader = (node: JsonNode, key: string, path: string, complain: Complain) => unknown

const methodName: Reader = (node, key, path, complain) =>
  readText(
    node,
    key,
    path,
    complain,
    length => length > MAX_METHOD_LENGTH && TEXTS.methodTooLong(MAX_METHOD_LENGTH, length),
  )
const word: Reader = (node, key, path, complain) =>
  node.kind === 'null'
    ? complain(node, path, TEXTS.nullInRule(key))
    : readText(
        node,
        key,
        path,
        complain,
        length => length > MAX_WORD_LENGTH && TEXTS.tooLong(key, MAX_WORD_LENGTH, length),
      )

const RULE_KEYS: Record<keyof PaymentRule, Reader> = {
  status: word,
  gateway: word,
  paymentmethodname: methodName,
}

const SETTINGS_READERS: Record<keyof Settings, Reader> = {
  paymentrules: (node, _key, path, complain) => readRules(node, path, complain),
  paymentmethodname: methodName,
  client: readChoice(CLIENTS),
  schemaversion: (node, key, path, complain) =>
    node.kind === 'number'
      ? complain(node, path, TEXTS.versionNumber)
      : readChoice(SCHEMA_VERSIONS)(node, key, path, complain),
  encoding: readChoice(ENCODINGS),
  payments: readChoice(PAYMENTS),
  ordernumber: readChoice(['sequence', 'platform']),
  ordernumberfrom: readInteger(1, MAX_ORDER_NUMBER),
  batchlimit: readInteger(1, MAX_BATCH),
  ordersfrom: readDate,
  commentprefix: readBoolean,
  zip: readBoolean,
  filelimit: readInteger(0, Number.MAX_SAFE_INTEGER),
}
/** In the order in which they are told. */
export const SETTINGS_KEYS = Object.keys(SETTINGS_READERS) as readonly (keyof Settings)[]

const REQUIRED = ['paymentrules', 'paymentmethodname'] as const satisfies readonly (keyof Settings)[]

/** The settings of a JSON tree, with every complaint about it; usable only if there is none. */
export function checkSettings(root: JsonNode): { settings: Settings; complaints: SettingsComplaint[] } {
  const complaints: SettingsComplaint[] = []
  const complain: Complain = (place, path, sentence) => {
    complaints.push({ path, from: place.from, to: place.to, sentence })
    return undefined
  }
  if (root.kind !== 'object') {
    complain(root, '', TEXTS.notObject)
    return { settings: {} as Settings, complaints }
  }
  const settings = readMembers(root.members, '', SETTINGS_READERS, complain, key =>
    Object.hasOwn(RULE_KEYS, key) ? TEXTS.keyOfRule(key) : undefined,
  )
  for (const key of REQUIRED) {
    const place = { from: root.from, to: root.from + 1 }
    if (!root.members.some(member => member.key === key))
      complain(place, toPointer('', key), TEXTS.keyMissing(key))
  }
  complaints.sort((a, b) => a.from - b.from)
  return { settings: settings as unknown as Settings, complaints }
}

function readRules(node: JsonNode, path: string, complain: Complain): unknown {
  if (node.kind !== 'array') return complain(node, path, TEXTS.rulesNotList)
  if (node.items.length === 0) return complain(node, path, TEXTS.rulesEmpty)
  if (node.items.length > MAX_RULES) return complain(node, path, TEXTS.rulesTooMany(MAX_RULES))
  return node.items.map((item, index) => {
    const rulePath = toPointer(path, index)
    if (item.kind !== 'object') return complain(item, rulePath, TEXTS.ruleNotObject)
    return readMembers(item.members, rulePath, RULE_KEYS, complain, key =>
      Object.hasOwn(SETTINGS_READERS, key) ? TEXTS.keyOfSettings(key) : undefined,
    )
  })
}

function readMembers(
  members: readonly JsonMember[],
  parent: string,
  readers: Record<string, Reader>,
  complain: Complain,
  misplaced: (key: string) => string | undefined,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const seen = new Set<string>()
  for (const { key, keyPlace, value } of members) {
    const path = toPointer(parent, key)
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined
    if (!reader) complain(keyPlace, path, misplaced(key) ?? unknownKey(key, Object.keys(readers)))
    else if (seen.has(key)) complain(keyPlace, path, TEXTS.keyRepeated(key))
    else values[key] = reader(value, key, path, complain)
    seen.add(key)
  }
  return values
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearestName(key, known)
  const shown = key.length > 60 ? `${key.slice(0, 60)}…` : key
  return near === undefined ? TEXTS.keyUnknown(shown, known) : TEXTS.keyUnknownNear(shown, near)
}
