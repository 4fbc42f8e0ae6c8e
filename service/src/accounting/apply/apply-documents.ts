import type { ReceivedDocument } from '@obmen/codec'
import { DOCUMENT_PARTS, type DocumentPart } from '@obmen/contract'
import type { LineChange } from '@obmen/contract/rest'
import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import type { Feed } from '../../sale-feed/feed.js'
import { skipsChanges } from '../final-state.js'
import { compareLines, loadBasisCandidates } from '../lines/compare-lines.js'
import { deletedPayments, mergeAttached, mergeReported } from '../reading/merge-reported.js'
import {
  type AttachedDocument,
  identity,
  readAttached,
  readReported,
  readVoid,
  type VoidParts,
} from '../reading/read-reported.js'
import type { ReportedDocument, Withdrawn } from '../reported-document.js'
import { takeEarly } from './early-documents.js'
import { type FoundOrder, findOrder, type OrderReference, resolveHashedId } from './find-order.js'
import { keepRead, type ReadFacts, type ReadTimes } from './order-reading.js'
import { deleteUnknown, saveChanged, saveUnknown } from './save-documents.js'

export interface AppliedDocument {
  outcome: 'changed' | 'unchanged' | 'unknown' | 'outdated'
  orderKey?: number
  changes?: { parts: DocumentPart[]; lines: LineChange[] }
  /** A document that was not known before and matches no order. */
  unknown?: { reported: ReportedDocument; reason: string }
}

export interface ApplyContext {
  integrationKey: number
  uploadId: number
  feed: Feed
  now: Date
}

/** Bytes, as the database stores them, of the orders and known documents that one call loads. */
const LOADED_BYTES = 512 * 1024

/**
 * Saves what documents say, next to their orders or among the unknown ones. The caller holds the
 * integration's lock (lockAccounting).
 * @returns the outcomes of the first documents; the call ends with the one that reaches LOADED_BYTES
 */
export async function applyDocuments(
  tx: Queryable,
  documents: readonly ReceivedDocument[],
  context: ApplyContext,
): Promise<AppliedDocument[]> {
  const { integrationKey } = context
  const applied: AppliedDocument[] = []
  let loaded = 0
  for (const received of documents) {
    if (loaded > LOADED_BYTES) break
    const document = readDocument(received)
    const { reported } = document
    const reference = await resolveHashedId(tx, integrationKey, document.reference)
    const order = await findOrder(tx, context, reference)
    if (typeof order === 'string') {
      const isNew = await saveUnknown(tx, context, { reported, reason: order, attached: document.attached })
      applied.push({ outcome: 'unknown', ...(isNew && { unknown: { reported, reason: order } }) })
    } else {
      loaded += order.size
      applied.push({ ...(await applyToOrder(tx, document, order, context)), orderKey: order.orderKey })
    }
  }
  return applied
}

interface ReadDocument {
  reported: ReportedDocument
  reference: OrderReference
  /** If it is not the document of an order, but a payment or shipment of one. */
  attached: AttachedDocument | undefined
  voided: VoidParts
}

/**
 * What a document says, and of which order. A payment is not listed, nor looked up, by its own number:
 * orders have the same. Its `reported.orderNumber` is its `Основание`.
 */
export function readDocument(document: ReceivedDocument): ReadDocument {
  const attached = readAttached(document)
  const reported = readReported(document)
  const placedAt = [document.date, document.time].filter(Boolean).join('T')
  if (!attached)
    return { reported, reference: { ...reported, placedAt }, attached, voided: readVoid(document) }
  const { basis } = attached
  const { total, customer } = reported
  return {
    reported: { ...reported, orderNumber: basis },
    reference: { orderNumber: basis, documentId: identity(basis), orderId: basis, total, customer },
    attached,
    voided: { payments: [], shipments: [] },
  }
}

export interface KnownDocumentRow {
  reported: ReportedDocument
  withdrawn: Withdrawn[]
  basisRevision: number | null
  lineChanges: LineChange[]
  /** Null: no file told it yet. */
  uploadId: number | null
  receivedAt: Date
  readFields: ReadTimes
  readFacts: ReadFacts | null
}

async function applyToOrder(
  tx: Queryable,
  { reported, attached, voided }: ReadDocument,
  order: FoundOrder,
  context: ApplyContext,
): Promise<AppliedDocument> {
  const { integrationKey, uploadId, feed, now } = context
  const { orderKey } = order
  const before = (await findKnown(tx, integrationKey, [orderKey])).get(orderKey)
  if (attached && !before) {
    await saveUnknown(tx, context, { reported, reason: 'before-order', attached })
    return { outcome: 'unknown' }
  }
  if (reported.documentId !== null) await deleteUnknown(tx, integrationKey, reported.documentId)
  // A later file has been read already.
  if (before && (before.uploadId ?? 0) > uploadId) return { outcome: 'outdated' }
  if (before && !attached && feed.profile.reportsPayments)
    voided.payments.push(...deletedPayments(before.reported, reported))
  const told = before && !attached ? keepRead(before, reported) : undefined
  let merged = attached
    ? mergeAttached(before!, attached)
    : mergeReported(before, told?.reported ?? reported, voided, now)
  if (!before)
    for (const early of await takeEarly(tx, context, reported, order)) {
      const { changed } = merged
      merged = mergeAttached({ ...merged, receivedAt: now }, early)
      merged.changed = DOCUMENT_PARTS.filter(part => changed.includes(part) || merged.changed.includes(part))
    }
  const keptRevision = keptRevisionOf(before, reported, order, feed.settings.client)
  const compared = attached
    ? { basisRevision: before!.basisRevision, changes: before!.lineChanges }
    : compareLines(
        await loadBasisCandidates(tx, integrationKey, { ...order, keptRevision }, feed),
        merged.reported.lines ?? [],
      )
  const lines = compared.changes
  const differsInLines = JSON.stringify(lines) !== JSON.stringify(before?.lineChanges ?? [])
  const parts = DOCUMENT_PARTS.filter(part => {
    if (part === 'lines') return differsInLines
    if (before) return merged.changed.includes(part)
    const { total } = merged.reported
    if (part === 'total') return total !== null && total !== order.total
    return merged.changed.includes(part) && !RETURNED_PARTS.includes(part)
  })
  if (before && parts.length === 0 && merged.changed.length === 0) return { outcome: 'unchanged' }
  const readFields = told?.readFields ?? before?.readFields ?? {}
  const readFacts = before?.readFacts ?? null
  const changed = { ...merged, orderKey, before: before?.reported, compared, parts, readFields, readFacts }
  await saveChanged(tx, context, changed)
  return { outcome: 'changed', changes: { parts, lines } }
}

/** In a document seen for the first time, these are merely returned: no change that an event names. */
const RETURNED_PARTS: readonly DocumentPart[] = ['customer', 'comment', 'requisites', 'delivery']

/** The revision that the document is still based on, if its 1C has skipped all changes since. */
function keptRevisionOf(
  known: KnownDocumentRow | undefined,
  reported: ReportedDocument,
  { adoptedRevision }: FoundOrder,
  client: ClientChoice,
): number | null {
  const skips = known && [known.reported, reported].every(each => skipsChanges(each, client))
  return skips ? Math.max(known.basisRevision ?? 0, adoptedRevision ?? 0) : null
}

/** What is known of the documents of these orders, by their keys. */
export async function findKnown(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<Map<number, KnownDocumentRow>> {
  const { rows } = await tx.query<KnownDocumentRow & { orderKey: number }>(
    `select order_key as "orderKey", reported, withdrawn, basis_revision as "basisRevision",
            line_changes as "lineChanges", upload_id as "uploadId", received_at as "receivedAt",
            read_fields as "readFields", read_facts as "readFacts"
       from accounting_document where integration_key = $1 and order_key = any($2::bigint[])`,
    [integrationKey, orderKeys],
  )
  return new Map(rows.map(({ orderKey, ...known }) => [orderKey, known]))
}

const ACCOUNTING_LOCK = 71_204

/** Serializes the documents of an integration, so that two files never mix. */
export async function lockAccounting(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [ACCOUNTING_LOCK, integrationKey])
}
