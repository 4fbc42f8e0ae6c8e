import type { ReceivedDocument } from '@obmen/codec'
import type { DocumentPart } from '@obmen/contract'
import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import type { Feed } from '../../sale-feed/feed.js'
import { skipsChanges } from '../final-state.js'
import { compareLines, loadBasisCandidates } from '../lines/compare-lines.js'
import type { LineChange } from '../lines/line-change.js'
import { mergeAttached, mergeReported } from '../reading/merge-reported.js'
import {
  type AttachedDocument,
  identity,
  readAttached,
  readReported,
  readVoid,
  type VoidParts,
} from '../reading/read-reported.js'
import type { ReportedDocument, Withdrawn } from '../reported-document.js'
import { changedParts } from './changed-parts.js'
import {
  type FoundOrder,
  findHashedIds,
  findOrders,
  type OrderReference,
  type UnknownReason,
} from './find-orders.js'
import { type ChangedDocument, saveChanged } from './save-changed.js'
import { deleteUnknown, identityOf, saveUnknown } from './save-unknown.js'

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

interface KnownRow {
  reported: ReportedDocument
  withdrawn: Withdrawn[]
  basisRevision: number | null
  lineChanges: LineChange[]
  uploadId: number
  receivedAt: Date
}

/** Bytes of orders and of what is known of them, as the database stores them, that one call loads: unpacked, up to ninety times as many. */
const LOADED_BYTES = 512 * 1024

/**
 * Saves what documents say, next to their orders or among the unknown ones, as if they had come one after another; documents that
 * don't depend on each other share statements. The caller holds the integration's lock (lockAccounting).
 * @returns the outcomes of the first documents, one at least; the others are left if their orders are too large to be loaded with them
 */
export async function applyDocuments(
  tx: Queryable,
  documents: readonly ReceivedDocument[],
  context: ApplyContext,
): Promise<AppliedDocument[]> {
  const read = await resolveHashedIds(tx, context.integrationKey, documents.map(readDocument))
  const applied: AppliedDocument[] = []
  let room = LOADED_BYTES
  while (applied.length < read.length && room > 0) {
    const independent = longestIndependentStart(read.slice(applied.length), keysOf)
    const references = independent.map(({ reference }) => reference)
    const found = await findOrders(tx, context.integrationKey, references)
    const located = longestIndependentStart(
      independent.map((document, index): LocatedDocument => ({ ...document, order: found[index]! })),
      ({ order }) => (typeof order === 'string' ? [] : [order.orderKey]),
    )
    const group = withinBytes(located, room)
    room -= group.reduce((bytes, document) => bytes + sizeOf(document), 0)
    applied.push(...(await applyGroup(tx, group, context)))
  }
  return applied
}

interface ReadDocument {
  reported: ReportedDocument
  /** What to look its order up by. */
  reference: OrderReference
  /** If it is not the document of an order, but a payment or shipment of one. */
  attached: AttachedDocument | undefined
  voided: VoidParts
}

/**
 * What a document says, and of which order. A payment is not listed, nor looked up, by its own number: orders have the same. Its
 * `reported.orderNumber` is its `Основание`.
 */
export function readDocument(document: ReceivedDocument): ReadDocument {
  const attached = readAttached(document)
  const reported = readReported(document)
  const placedAt = [document.date, document.time].filter(Boolean).join('T')
  if (!attached)
    return { reported, reference: { ...reported, placedAt }, attached, voided: readVoid(document) }
  const { basis } = attached
  return {
    reported: { ...reported, orderNumber: basis },
    reference: { orderNumber: basis, documentId: identity(basis), orderId: basis },
    attached,
    voided: { payments: [], shipments: [] },
  }
}

/** `Основание` may be the hash under which an order with a long id was sent. */
async function resolveHashedIds(
  tx: Queryable,
  integrationKey: number,
  read: readonly ReadDocument[],
): Promise<ReadDocument[]> {
  const hashed = await findHashedIds(
    tx,
    integrationKey,
    read.map(({ reference }) => reference.orderId),
  )
  return read.map(document => {
    const orderId = hashed.get(document.reference.orderId ?? '')
    return orderId === undefined ? document : { ...document, reference: { ...document.reference, orderId } }
  })
}

/** A document with its order, or the reason why it has none. */
interface LocatedDocument extends ReadDocument {
  order: FoundOrder | UnknownReason
}

interface MatchedDocument extends ReadDocument {
  order: FoundOrder
}

/** The longest start of a list in which no two have a key in common. */
function longestIndependentStart<T>(
  all: readonly T[],
  keysOf: (one: T) => readonly (string | number)[],
): T[] {
  const seen = new Set<string | number>()
  const end = all.findIndex(one => {
    const keys = keysOf(one)
    if (keys.some(key => seen.has(key))) return true
    for (const key of keys) seen.add(key)
    return false
  })
  return end < 0 ? [...all] : all.slice(0, end)
}

/** What a document is looked up and identified by. One without number and id matches no order, and depends on no other document. */
function keysOf({ reported, reference }: ReadDocument): string[] {
  const { orderNumber, documentId } = reference
  return [
    ...(reported.orderNumber === null && reported.documentId === null ? [] : [identityOf(reported)]),
    ...(documentId === null || documentId === reported.documentId ? [] : [documentId]),
    ...(orderNumber === null ? [] : [`number ${orderNumber}`]),
  ]
}

/** The longest start of a list whose orders take so many bytes, or its first document. */
function withinBytes(located: readonly LocatedDocument[], bytes: number): readonly LocatedDocument[] {
  let size = 0
  const end = located.findIndex((document, index) => {
    size += sizeOf(document)
    return size > bytes && index > 0
  })
  return end < 0 ? located : located.slice(0, end)
}

function sizeOf({ order }: LocatedDocument): number {
  return typeof order === 'string' ? 0 : order.size
}

/** Documents of different orders, none of which refers to another one. */
async function applyGroup(
  tx: Queryable,
  group: readonly LocatedDocument[],
  context: ApplyContext,
): Promise<AppliedDocument[]> {
  const unknown = group.flatMap(({ reported, order }) =>
    typeof order === 'string' ? [{ reported, reason: order }] : [],
  )
  const matched = group.flatMap(({ order, ...document }): MatchedDocument[] =>
    typeof order === 'string' ? [] : [{ ...document, order }],
  )
  // Of documents that can't be told apart, the last one counts.
  const lastByIdentity = new Map(unknown.map(one => [identityOf(one.reported), one]))
  const firstSeen = new Set(await saveUnknown(tx, context, [...lastByIdentity.values()]))
  const outcomes = await applyMatched(tx, matched, context)
  return group.map(({ reported, order }) => {
    if (typeof order !== 'string') return outcomes.get(order.orderKey)!
    return firstSeen.delete(identityOf(reported))
      ? { outcome: 'unknown', unknown: { reported, reason: order } }
      : { outcome: 'unknown' }
  })
}

/** Returns the outcomes by order key. */
async function applyMatched(
  tx: Queryable,
  matched: readonly MatchedDocument[],
  { integrationKey, uploadId, feed, now }: ApplyContext,
): Promise<ReadonlyMap<number, AppliedDocument>> {
  const applied = new Map<number, AppliedDocument>()
  if (matched.length === 0) return applied
  await deleteUnknown(
    tx,
    integrationKey,
    matched.flatMap(({ reported }) => reported.documentId ?? []),
  )
  const known = await findKnown(
    tx,
    integrationKey,
    matched.map(({ order }) => order.orderKey),
  )
  // For the others, a later file has been read already.
  const current = matched.filter(({ order }) => (known.get(order.orderKey)?.uploadId ?? 0) <= uploadId)
  for (const { order } of matched)
    applied.set(order.orderKey, { outcome: 'outdated', orderKey: order.orderKey })
  const sent = await loadBasisCandidates(
    tx,
    integrationKey,
    current.map(document => ({
      ...document.order,
      keptRevision: keptRevision(known.get(document.order.orderKey), document, feed.settings.client),
    })),
    feed,
  )
  const changed: ChangedDocument[] = []
  for (const { reported, attached, voided, order } of current) {
    const { orderKey } = order
    const before = known.get(orderKey)
    if (attached && !before) {
      // Without the order's own document there is nothing that it could be a part of.
      applied.set(orderKey, { outcome: 'unchanged', orderKey })
      continue
    }
    const merging = attached ? mergeAttached(before!, attached) : mergeReported(before, reported, voided, now)
    const { reported: merged, withdrawn, changed: changedFacts } = merging
    const compared = attached
      ? { basisRevision: before!.basisRevision, changes: before!.lineChanges }
      : compareLines(sent.get(orderKey) ?? [], merged.lines)
    const parts = changedParts({
      changed: changedFacts,
      known: before,
      reported: merged,
      order,
      lines: compared.changes,
    })
    if (before && parts.length === 0 && changedFacts.length === 0) {
      applied.set(orderKey, { outcome: 'unchanged', orderKey })
      continue
    }
    changed.push({ orderKey, before: before?.reported, reported: merged, withdrawn, compared, parts })
    applied.set(orderKey, { outcome: 'changed', orderKey, changes: { parts, lines: compared.changes } })
  }
  await saveChanged(tx, { integrationKey, uploadId, now }, changed)
  return applied
}

/** The revision that the document is still based on, if its 1C has skipped all changes since; otherwise null. */
function keptRevision(
  known: KnownRow | undefined,
  { reported, order }: MatchedDocument,
  client: ClientChoice,
): number | null {
  const skips = known !== undefined && [known.reported, reported].every(said => skipsChanges(said, client))
  return skips ? Math.max(known.basisRevision ?? 0, order.takenOverRevision ?? 0) : null
}

async function findKnown(
  tx: Queryable,
  integrationKey: number,
  orderKeys: readonly number[],
): Promise<ReadonlyMap<number, KnownRow>> {
  const { rows } = await tx.query<KnownRow & { orderKey: number }>(
    `select order_key as "orderKey", said as reported, withdrawn, basis_revision as "basisRevision", line_changes as "lineChanges", upload_id as "uploadId",
            received_at as "receivedAt"
       from accounting_document where integration_key = $1 and order_key = any($2::bigint[])`,
    [integrationKey, orderKeys],
  )
  return new Map(rows.map(row => [row.orderKey, row]))
}

/** Serializes the documents of an integration, so that two files never mix. */
export async function lockAccounting(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [ACCOUNTING_LOCK, integrationKey])
}

const ACCOUNTING_LOCK = 71_204
