import type { ClientChoice } from '../clients.js'
import type { Sentence } from '../sentence.js'
import { type JsonNode, lineAndColumn } from './document/json-node.js'
import { JSON_MESSAGES } from './document/texts-json.js'
import type { Edit } from './document/typography.js'
import { fillSettings, type PaymentRule, type Settings } from './settings.js'
import { SETTINGS_MESSAGES as TEXTS } from './texts-settings.js'

const SMALL_FILE_LIMIT = 65_536
const PAYMENT_DOCUMENTS: Readonly<Partial<Record<ClientChoice, Sentence>>> = {
  auto: TEXTS.paymentDocumentsAuto,
  unf: TEXTS.paymentDocumentsUnf,
  ut: TEXTS.paymentDocumentsUt,
  rt: TEXTS.paymentDocumentsRt,
  bitrix: TEXTS.paymentDocumentsBitrix,
}

/** Corrections of the text with their positions, as sentences. */
export function correctionNotes(text: string, edits: readonly Edit[]): Sentence[] {
  const lines = (...kinds: Edit['kind'][]): Sentence | undefined => {
    const numbers = edits
      .filter(edit => kinds.includes(edit.kind))
      .map(edit => lineAndColumn(text, edit.from).line)
    return numbers.length === 0 ? undefined : JSON_MESSAGES.lines([...new Set(numbers)])
  }
  const notes: Sentence[] = []
  if (lines('bom') !== undefined) notes.push(JSON_MESSAGES.correctedBom)
  const quotes = lines('quotes')
  const pairs = new Set(edits.flatMap(edit => edit.pair ?? []))
  if (quotes !== undefined) notes.push(JSON_MESSAGES.correctedQuotes(quotes, [...pairs].join(', ')))
  const spaces = lines('space')
  if (spaces !== undefined) notes.push(JSON_MESSAGES.correctedSpaces(spaces))
  const semicolons = lines('semicolon')
  if (semicolons !== undefined) notes.push(JSON_MESSAGES.correctedSemicolon(semicolons))
  return notes
}

/** Keys whose values were trimmed. */
export function trimmingNotes(root: JsonNode): Sentence[] {
  return [...new Set(trimmedKeys(root))].map(key => TEXTS.trimmed(key))
}

/** Advice about values that are allowed but probably not intended, or unlikely to work with this 1C. */
export function adviceNotes(settings: Settings): Sentence[] {
  return [
    ...(/[\u00A0\u202F]/.test(settings.paymentmethodname) ? [TEXTS.oddSpace('paymentmethodname')] : []),
    ...unreachedRules(settings.paymentrules),
    ...clientAdvice(settings),
  ]
}

function trimmedKeys(node: JsonNode): string[] {
  if (node.kind === 'array') return node.items.flatMap(trimmedKeys)
  if (node.kind !== 'object') return []
  return node.members.flatMap(({ key, value }) =>
    value.kind === 'string' ? (value.value === value.value.trim() ? [] : [key]) : trimmedKeys(value),
  )
}

function unreachedRules(rules: readonly PaymentRule[]): Sentence[] {
  const covers = (one: PaymentRule, other: PaymentRule): boolean =>
    (one.status ?? other.status) === other.status && (one.gateway ?? other.gateway) === other.gateway
  return rules.flatMap((rule, index) => {
    const by = rules.slice(0, index).findIndex(earlier => covers(earlier, rule))
    return by < 0 ? [] : [TEXTS.ruleNeverReached(index + 1, by + 1)]
  })
}

function clientAdvice(settings: Settings): Sentence[] {
  const { client, encoding, zip, filelimit, ordernumber, ordernumberfrom, payments } = fillSettings(settings)
  const notes: Sentence[] = []
  if (encoding === 'utf-8-bom' && client !== 'bitrix') notes.push(TEXTS.bom)
  if (payments === 'documents' && client !== 'bp')
    notes.push(PAYMENT_DOCUMENTS[client] ?? TEXTS.paymentDocumentsAuto)
  if (zip) notes.push(TEXTS.zipUploads)
  if (filelimit > 0 && filelimit < SMALL_FILE_LIMIT) notes.push(TEXTS.fileLimitSmall)
  if (ordernumber === 'platform' && (client === 'bp' || client === 'unf' || client === 'auto'))
    notes.push(client === 'auto' ? TEXTS.platformNumbersUnknown : TEXTS.platformNumbers)
  if (ordernumber === 'platform' && ordernumberfrom !== undefined) notes.push(TEXTS.startWithoutSequence)
  return notes
}
