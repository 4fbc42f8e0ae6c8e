import type { Queryable } from '../../db/database.js'
import { storable } from '../../db/values/storable.js'
import type { Said } from '../said.js'
import type { UnknownReason } from './find-order.js'

export interface UnknownDocument {
  integrationKey: number
  uploadId: number
  said: Said
  reason: UnknownReason
}

/** Stores a document that matches no order; true when it was not known yet. */
export async function noteUnknown(
  tx: Queryable,
  { integrationKey, uploadId, said, reason }: UnknownDocument,
): Promise<boolean> {
  const identity =
    said.documentId ?? `${said.orderNumber ?? ''} ${said.documentNumber ?? ''} ${said.documentDate ?? ''}`
  const { rows } = await tx.query<{ fresh: boolean }>(
    `insert into unknown_document as u (integration_key, identity, document_id, number, said, reason, upload_id)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (integration_key, identity) do update
        set number = excluded.number, said = excluded.said, reason = excluded.reason, upload_id = excluded.upload_id,
            last_seen_at = now()
      where u.upload_id <= excluded.upload_id
     returning xmax = 0 as fresh`,
    [
      integrationKey,
      storable(identity, 400),
      said.documentId,
      said.orderNumber,
      JSON.stringify(said),
      reason,
      uploadId,
    ],
  )
  return rows[0]?.fresh ?? false
}

/** Removes documents that match an order by now: they came before their order was sent. */
export async function forgetUnknown(
  tx: Queryable,
  integrationKey: number,
  documentId: string,
): Promise<void> {
  await tx.query('delete from unknown_document where integration_key = $1 and identity = $2', [
    integrationKey,
    storable(documentId, 400),
  ])
}
