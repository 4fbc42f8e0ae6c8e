import type { Queryable } from '../db/database.js'
import { mapPage, type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { UnknownReason } from './apply/find-order.js'
import type { ReportedDocument } from './reported-document.js'

export interface UnknownDocumentRow {
  id: number
  number: string | null
  reported: ReportedDocument
  reason: UnknownReason
  uploadId: number
  firstSeenAt: Date
  lastSeenAt: Date
}

export async function listUnknown(
  db: Queryable,
  integrationKey: number,
  { limit, cursor }: PageRequest,
): Promise<Page<UnknownDocumentRow>> {
  const after = readCursor(cursor, ['time', 'number'])
  const { rows } = await db.query<UnknownDocumentRow & { seen: string }>(
    `select id, number, reported, reason, upload_id as "uploadId", first_seen_at as "firstSeenAt",
            last_seen_at as "lastSeenAt", last_seen_at::text as seen
       from unknown_document
      where integration_key = $1
        and ($2::timestamptz is null or (last_seen_at, id) < ($2::timestamptz, $3::bigint))
      order by last_seen_at desc, id desc limit $4`,
    [integrationKey, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  )
  return mapPage(
    toPage(rows, limit, ({ seen, id }) => [seen, id]),
    ({ seen: _, ...row }) => row,
  )
}
