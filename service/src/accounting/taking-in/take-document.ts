import type { ReceivedDocument } from '@obmen/codec'
import type { SaidPart } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { markStale } from '../../findings/recalculate.js'
import type { Feed } from '../../sale-feed/feed.js'
import { compareLines } from '../lines/compare-lines.js'
import type { LineChange } from '../lines/line-change.js'
import { mergeSaid } from '../reading/merge-said.js'
import { readSaid } from '../reading/read-said.js'
import type { Said, Withdrawn } from '../said.js'
import { type FoundOrder, findOrder } from './find-order.js'
import { forgetUnknown, noteUnknown } from './note-unknown.js'

export interface TakenDocument {
  outcome: 'changed' | 'unchanged' | 'unknown' | 'outdated'
  orderKey?: number
  changes?: { parts: SaidPart[]; lines: LineChange[] }
  /** A document that was not known before and matches no order. */
  unknown?: { said: Said; reason: string }
}

export interface Taking {
  integrationKey: number
  uploadId: number
  feed: Feed
  now: Date
}

interface KnownRow {
  said: Said
  withdrawn: Withdrawn[]
  lineChanges: LineChange[]
  uploadId: number
  receivedAt: Date
}

/** Saves what one document says, beside its order or among the unknown ones. Hold the integration's lock (lockAccounting). */
export async function takeDocument(
  tx: Queryable,
  document: ReceivedDocument,
  taking: Taking,
): Promise<TakenDocument> {
  const { integrationKey, uploadId, now } = taking
  const reported = readSaid(document)
  const order = await findOrder(tx, integrationKey, reported)
  if (typeof order === 'string') {
    const isNew = await noteUnknown(tx, { integrationKey, uploadId, said: reported, reason: order })
    return isNew ? { outcome: 'unknown', unknown: { said: reported, reason: order } } : { outcome: 'unknown' }
  }
  const { orderKey } = order
  if (reported.documentId !== null) await forgetUnknown(tx, integrationKey, reported.documentId)
  const known = await findKnown(tx, integrationKey, orderKey)
  // A later file was read first.
  if (known && known.uploadId > uploadId) return { outcome: 'outdated', orderKey }

  const { said, withdrawn, changed } = mergeSaid(known, reported, now)
  const compared = await compareLines(tx, { integrationKey, ...order }, said.lines, taking.feed)
  const parts = changedParts({ changed, known, said, order, lines: compared.changes })
  if (known && parts.length === 0 && changed.length === 0) return { outcome: 'unchanged', orderKey }

  await tx.query(
    `insert into accounting_document as d (integration_key, order_key, document_id, said, withdrawn, basis_revision, line_changes,
                                           upload_id, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (integration_key, order_key) do update
        set document_id = excluded.document_id, said = excluded.said, withdrawn = excluded.withdrawn,
            basis_revision = excluded.basis_revision, line_changes = excluded.line_changes, upload_id = excluded.upload_id,
            received_at = excluded.received_at`,
    [
      integrationKey,
      orderKey,
      said.documentId,
      JSON.stringify(said),
      JSON.stringify(withdrawn),
      compared.basisRevision,
      JSON.stringify(compared.changes),
      uploadId,
      now,
    ],
  )
  await tx.query(
    `insert into accounting_change (integration_key, order_key, at, upload_id, changed, document_number, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      integrationKey,
      orderKey,
      now,
      uploadId,
      parts,
      said.documentNumber,
      known ? JSON.stringify(summaryOf(known.said)) : null,
      JSON.stringify({ ...summaryOf(said), lineChanges: compared.changes }),
    ],
  )
  await markStale(tx, integrationKey, [orderKey])
  return { outcome: 'changed', orderKey, changes: { parts, lines: compared.changes } }
}

/** What the timeline shows of a document before and after. */
function summaryOf(said: Said) {
  const { posted, deleted, canceled, status, total, paid, shipped } = said
  return { posted, deleted, canceled, status, total, paid, shipped }
}

interface Change {
  changed: readonly SaidPart[]
  known: KnownRow | undefined
  said: Said
  order: FoundOrder
  lines: readonly LineChange[]
}

/**
 * The changed parts, as events name them. Lines and total count if they differ from what was sent; in a document seen for the first
 * time, what is merely returned (customer, comment) is no change.
 */
function changedParts({ changed, known, said, order, lines }: Change): SaidPart[] {
  const isNew = (part: SaidPart): boolean => {
    if (part === 'lines') return JSON.stringify(lines) !== JSON.stringify(known?.lineChanges ?? [])
    if (known) return changed.includes(part)
    if (part === 'total') return said.total !== null && said.total !== order.total
    return changed.includes(part) && !['customer', 'comment', 'requisites', 'delivery'].includes(part)
  }
  const parts: SaidPart[] = [
    'document',
    'posted',
    'deleted',
    'canceled',
    'status',
    'total',
    'paid',
    'shipped',
  ]
  const others: SaidPart[] = [
    'payments',
    'shipments',
    'delivery',
    'comment',
    'customer',
    'lines',
    'requisites',
  ]
  return [...parts, ...others].filter(isNew)
}

async function findKnown(
  tx: Queryable,
  integrationKey: number,
  orderKey: number,
): Promise<KnownRow | undefined> {
  const { rows } = await tx.query<KnownRow>(
    `select said, withdrawn, line_changes as "lineChanges", upload_id as "uploadId", received_at as "receivedAt"
       from accounting_document where integration_key = $1 and order_key = $2`,
    [integrationKey, orderKey],
  )
  return rows[0]
}

/** Serializes the documents of an integration, so that two files never mix. */
export async function lockAccounting(tx: Queryable, integrationKey: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [ACCOUNTING_LOCK, integrationKey])
}

const ACCOUNTING_LOCK = 71_204
