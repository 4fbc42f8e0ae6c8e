import { createHash } from 'node:crypto'
import type { DocumentOutcome } from '../result.js'
import type { StoredDocument } from './base.js'
import { detached, type Load } from './load.js'

/** Stores a document in the base under its lookup keys and records the outcome. Returns what was stored. */
export function storeDocument(
  load: Load,
  outcome: DocumentOutcome,
  state: string,
  keys: readonly string[],
): StoredDocument {
  const id = load.tx.nextId()
  for (const key of keys) load.tx.set(load.base.index, key, id)
  return put(load, {
    id,
    state,
    edits: [],
    fingerprint: fingerprintOf(outcome),
    outcome: kept(load, outcome),
  })
}

/** Overwrites a document and people's edits. `given`: the site's, where the document keeps others. */
export function replaceDocument(
  load: Load,
  before: StoredDocument,
  outcome: DocumentOutcome,
  { state = before.state, given = outcome }: { state?: string; given?: DocumentOutcome } = {},
): StoredDocument {
  return put(load, {
    ...before,
    state,
    edits: [],
    writes: (before.writes ?? 0) + 1,
    fingerprint: fingerprintOf(given),
    outcome: kept(load, outcome),
  })
}

/** Equal for two loads of an unchanged order. */
export function fingerprintOf(outcome: DocumentOutcome): string {
  const { customer, date, lines, total, vatTotal, status, canceled, comment, requisites, currency } = outcome
  const items = lines.map(line => [line.siteId, line.name, line.quantity, line.price, line.amount, line.vat])
  const content = [
    customer?.siteId,
    customer?.name,
    date,
    items,
    total,
    vatTotal,
    status,
    canceled,
    comment,
    requisites,
    currency,
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('base64').slice(0, 16)
}

export function storedByKey(load: Load, key: string): StoredDocument | undefined {
  const id = load.base.index.get(key)
  return id === undefined ? undefined : load.base.documents.get(id)
}

function put(load: Load, document: StoredDocument): StoredDocument {
  load.tx.set(load.base.documents, document.id, document)
  load.documents.push(document.outcome)
  return document
}

function kept(load: Load, outcome: DocumentOutcome): DocumentOutcome {
  return detached(load.base.settings.detail === 'brief' ? { ...outcome, lines: [], requisites: {} } : outcome)
}
