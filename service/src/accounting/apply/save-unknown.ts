import type { Queryable } from '../../db/database.js'
import { storable } from '../../db/values.js'
import type { ReportedDocument } from '../reported-document.js'
import type { UnknownReason } from './find-orders.js'

export interface UnknownDocument {
  reported: ReportedDocument
  reason: UnknownReason
}

/** The key of an unknown document within its integration. */
export function identityOf({
  documentId,
  orderNumber,
  documentNumber,
  documentDate,
}: ReportedDocument): string {
  return storable(documentId ?? `${orderNumber ?? ''} ${documentNumber ?? ''} ${documentDate ?? ''}`, 400)
}

/** Stores documents that match no order, each with an identity of its own; returns the identities of those that are new. */
export async function saveUnknown(
  tx: Queryable,
  { integrationKey, uploadId }: { integrationKey: number; uploadId: number },
  documents: readonly UnknownDocument[],
): Promise<ReadonlySet<string>> {
  if (documents.length === 0) return new Set()
  const { rows } = await tx.query<{ identity: string; fresh: boolean }>(
    `insert into unknown_document as u (integration_key, identity, document_id, number, said, reason, upload_id)
     select $1, d.identity, d.id, d.number, d.said, d.reason, $2
       from unnest($3::text[], $4::text[], $5::text[], $6::json[], $7::text[]) with ordinality
              as d(identity, id, number, said, reason, at)
      order by d.at
     on conflict (integration_key, identity) do update
        set number = excluded.number, said = excluded.said, reason = excluded.reason, upload_id = excluded.upload_id,
            last_seen_at = now()
      where u.upload_id <= excluded.upload_id
     returning identity, xmax = 0 as fresh`,
    [
      integrationKey,
      uploadId,
      documents.map(({ reported }) => identityOf(reported)),
      documents.map(({ reported }) => reported.documentId),
      documents.map(({ reported }) => reported.orderNumber),
      documents.map(({ reported }) => JSON.stringify(reported)),
      documents.map(({ reason }) => reason),
    ],
  )
  return new Set(rows.flatMap(({ identity, fresh }) => (fresh ? identity : [])))
}

/** Deletes documents that have found their order since: they arrived before it was sent. */
export async function deleteUnknown(
  tx: Queryable,
  integrationKey: number,
  documentIds: readonly string[],
): Promise<void> {
  if (documentIds.length === 0) return
  await tx.query('delete from unknown_document where integration_key = $1 and identity = any($2)', [
    integrationKey,
    documentIds.map(id => storable(id, 400)),
  ])
}
