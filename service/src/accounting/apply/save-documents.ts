import type { DocumentPart } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { storable } from '../../db/values.js'
import { markStale } from '../../findings/recalculate.js'
import type { ComparedLines } from '../lines/compare-lines.js'
import type { AttachedDocument } from '../reading/read-reported.js'
import type { ReportedDocument, Withdrawn } from '../reported-document.js'
import { boundEarly } from './early-documents.js'
import type { UnknownReason } from './find-order.js'
import type { ReadFacts, ReadTimes } from './order-reading.js'

interface Source {
  integrationKey: number
  /** Null: 1C was read. */
  uploadId: number | null
  now: Date
}

type Upload = Source & { uploadId: number }

export interface ChangedDocument {
  orderKey: number
  before: ReportedDocument | undefined
  reported: ReportedDocument
  withdrawn: Withdrawn[]
  compared: ComparedLines
  parts: DocumentPart[]
  /** What was read, if anything was. */
  readFields: ReadTimes
  readFacts: ReadFacts | null
}

/** Stores what a document of an order says now, and the change for the timeline. */
export async function saveChanged(
  tx: Queryable,
  { integrationKey, uploadId, now }: Source,
  { orderKey, before, reported, withdrawn, compared, parts, readFields, readFacts }: ChangedDocument,
): Promise<void> {
  const { basisRevision, changes: lineChanges } = compared
  await tx.query(
    `insert into accounting_document
            (integration_key, order_key, document_id, reported, withdrawn, basis_revision, line_changes,
             upload_id, received_at, read_fields, read_facts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (integration_key, order_key) do update
        set document_id = excluded.document_id, reported = excluded.reported,
            withdrawn = excluded.withdrawn, basis_revision = excluded.basis_revision,
            line_changes = excluded.line_changes,
            upload_id = coalesce(excluded.upload_id, accounting_document.upload_id),
            received_at = excluded.received_at, read_fields = excluded.read_fields,
            read_facts = excluded.read_facts`,
    [
      integrationKey,
      orderKey,
      reported.documentId,
      JSON.stringify(reported),
      JSON.stringify(withdrawn),
      basisRevision,
      JSON.stringify(lineChanges),
      uploadId,
      now,
      JSON.stringify(readFields),
      readFacts && JSON.stringify(readFacts),
    ],
  )
  if (before && parts.length === 0 && uploadId === null) return markStale(tx, integrationKey, [orderKey])
  await tx.query(
    `insert into accounting_change
            (integration_key, order_key, at, upload_id, changed, document_number, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      integrationKey,
      orderKey,
      now,
      uploadId,
      parts,
      reported.documentNumber,
      before ? JSON.stringify(summaryOf(before)) : null,
      JSON.stringify({ ...summaryOf(reported), lineChanges }),
    ],
  )
  await markStale(tx, integrationKey, [orderKey])
}

function summaryOf(reported: ReportedDocument) {
  const { posted, deleted, canceled, status, total, paid, shipped } = reported
  return { posted, deleted, canceled, status, total, paid, shipped }
}

const IDENTITY_LENGTH = 400

export interface UnknownDocument {
  reported: ReportedDocument
  reason: UnknownReason
  /** If it is a payment or shipment: it is applied once the document of its order comes. */
  attached?: AttachedDocument | undefined
}

/** Stores a document that matches no order, or comes before its order's own; returns whether it is new. */
export async function saveUnknown(
  tx: Queryable,
  { integrationKey, uploadId }: Upload,
  { reported, reason, attached }: UnknownDocument,
): Promise<boolean> {
  const { documentId, orderNumber, documentNumber, documentDate } = reported
  const identity = documentId ?? `${orderNumber ?? ''} ${documentNumber ?? ''} ${documentDate ?? ''}`
  const waits = attached?.basis && attached.basis.length <= IDENTITY_LENGTH
  const { rows } = await tx.query<{ isNew: boolean }>(
    `insert into unknown_document as u
            (integration_key, identity, document_id, number, reported, reason, upload_id, attached)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (integration_key, identity) do update
        set number = excluded.number, reported = excluded.reported, reason = excluded.reason,
            attached = excluded.attached,
            upload_id = excluded.upload_id, last_seen_at = now()
      where u.upload_id <= excluded.upload_id
     returning xmax = 0 as "isNew"`,
    [
      integrationKey,
      storable(identity, IDENTITY_LENGTH),
      documentId,
      orderNumber,
      JSON.stringify(reported),
      reason,
      uploadId,
      waits ? JSON.stringify(attached) : null,
    ],
  )
  if (waits) await boundEarly(tx, integrationKey)
  return rows[0]?.isNew === true
}

/** Deletes a document that has found its order since: it arrived before that was sent. */
export async function deleteUnknown(
  tx: Queryable,
  integrationKey: number,
  documentId: string,
): Promise<void> {
  await tx.query('delete from unknown_document where integration_key = $1 and identity = $2', [
    integrationKey,
    storable(documentId, IDENTITY_LENGTH),
  ])
}
