import type { DocumentPart } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { markStale } from '../../findings/recalculate.js'
import type { ComparedLines } from '../lines/compare-lines.js'
import type { ReportedDocument, Withdrawn } from '../reported-document.js'

/** What to store of a document that differs from the known one. */
export interface ChangedDocument {
  orderKey: number
  before: ReportedDocument | undefined
  reported: ReportedDocument
  withdrawn: Withdrawn[]
  compared: ComparedLines
  parts: DocumentPart[]
}

/** Stores what documents of different orders say now, and the change of each for the timeline, in the order given. */
export async function saveChanged(
  tx: Queryable,
  { integrationKey, uploadId, now }: { integrationKey: number; uploadId: number; now: Date },
  changed: readonly ChangedDocument[],
): Promise<void> {
  if (changed.length === 0) return
  const orderKeys = changed.map(({ orderKey }) => orderKey)
  await tx.query(
    `insert into accounting_document as d (integration_key, order_key, document_id, said, withdrawn, basis_revision, line_changes,
                                           upload_id, received_at)
     select $1, g.order_key, g.document_id, g.said, g.withdrawn, g.basis_revision, g.line_changes, $2, $3
       from unnest($4::bigint[], $5::text[], $6::json[], $7::json[], $8::int[], $9::json[])
              as g(order_key, document_id, said, withdrawn, basis_revision, line_changes)
     on conflict (integration_key, order_key) do update
        set document_id = excluded.document_id, said = excluded.said, withdrawn = excluded.withdrawn,
            basis_revision = excluded.basis_revision, line_changes = excluded.line_changes, upload_id = excluded.upload_id,
            received_at = excluded.received_at`,
    [
      integrationKey,
      uploadId,
      now,
      orderKeys,
      changed.map(({ reported }) => reported.documentId),
      changed.map(({ reported }) => JSON.stringify(reported)),
      changed.map(({ withdrawn }) => JSON.stringify(withdrawn)),
      changed.map(({ compared }) => compared.basisRevision),
      changed.map(({ compared }) => JSON.stringify(compared.changes)),
    ],
  )
  await tx.query(
    `insert into accounting_change (integration_key, order_key, at, upload_id, changed, document_number, before, after)
     select $1, g.order_key, $3, $2, array(select json_array_elements_text(g.changed)), g.document_number, g.before, g.after
       from unnest($4::bigint[], $5::json[], $6::text[], $7::json[], $8::json[]) with ordinality
              as g(order_key, changed, document_number, before, after, at)
      order by g.at`,
    [
      integrationKey,
      uploadId,
      now,
      orderKeys,
      changed.map(({ parts }) => JSON.stringify(parts)),
      changed.map(({ reported }) => reported.documentNumber),
      changed.map(({ before }) => (before ? JSON.stringify(summaryOf(before)) : null)),
      changed.map(({ reported, compared }) =>
        JSON.stringify({ ...summaryOf(reported), lineChanges: compared.changes }),
      ),
    ],
  )
  await markStale(tx, integrationKey, orderKeys)
}

/** What the timeline shows of a document before and after. */
function summaryOf(reported: ReportedDocument) {
  const { posted, deleted, canceled, status, total, paid, shipped } = reported
  return { posted, deleted, canceled, status, total, paid, shipped }
}
