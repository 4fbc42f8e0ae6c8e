import { ATTACHED_OPERATIONS } from '@obmen/codec'
import type { Upload, UploadedDocument } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import { type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../db/scope.js'

export type ListedUpload = Omit<Upload, 'receivedAt'> & { receivedAt: Date }

/** Files of one exchange in order of arrival; undefined when the scope has no such exchange. */
export async function listUploads(
  db: Queryable,
  scope: Scope,
  sessionId: number,
  { limit, cursor }: PageRequest,
): Promise<Page<ListedUpload> | undefined> {
  const after = readCursor(cursor, ['number'])
  const known = await db.query(
    `select from exchange_session
      where id = $1 and location_id = $2 and ${integrationSeenSql('integration_key', '$3')}`,
    [sessionId, locationIn(scope), companiesIn(scope)],
  )
  if (known.rows.length === 0) return undefined
  const { rows } = await db.query<ListedUpload>(
    `select u.id, u.type, u.name, u.state, u.size, u.received_at as "receivedAt", u.documents, u.changed,
            u.failure, u.failure_reason as "failureReason",
            (select json_build_object('whole', c.whole, 'added', c.added, 'changed', c.changed)
               from catalogue_upload c where c.upload_id = u.id) as catalogue,
            coalesce((
              select json_agg(json_build_object('number', f.number, 'name', f.name, 'kind', f.kind,
                         'failure', f.failure, 'failureReason', f.failure_reason) order by f.number)
                from upload_file f where f.upload_id = u.id), '[]') as files
       from upload u where u.session_id = $1 and u.location_id = $2
        and ${integrationSeenSql('u.integration_key', '$3')} and ($4::bigint is null or u.id > $4)
      order by u.id limit $5`,
    [sessionId, locationIn(scope), companiesIn(scope), after?.[0] ?? null, limit + 1],
  )
  return toPage(rows, limit, ({ id }) => [id])
}

/** What was read from an upload, document by document; undefined when the scope has no such upload. */
export async function listUploadDocuments(
  db: Queryable,
  scope: Scope,
  uploadId: number,
  { limit, cursor }: PageRequest,
): Promise<Page<UploadedDocument> | undefined> {
  const after = readCursor(cursor, ['number', 'number'])
  const known = await db.query(
    `select from upload
      where id = $1 and location_id = $2 and ${integrationSeenSql('integration_key', '$3')}`,
    [uploadId, locationIn(scope), companiesIn(scope)],
  )
  if (known.rows.length === 0) return undefined
  const { rows } = await db.query<UploadedDocument>(
    `select d.file, d.position, o.id as "orderId", d.outcome,
            d.document->>case when d.document->>'operation' = any ($5) then 'basis' else 'number' end
              as "orderNumber",
            coalesce(array(select json_array_elements_text(d.changes->'parts')), '{}') as parts
       from upload_document d left join sale_order o on o.key = d.order_key
      where d.upload_id = $1 and ($2::bigint is null or (d.file, d.position) > ($2, $3::bigint))
      order by d.file, d.position limit $4`,
    [uploadId, after?.[0] ?? null, after?.[1] ?? null, limit + 1, ATTACHED_OPERATIONS],
  )
  return toPage(rows, limit, ({ file, position }) => [file, position])
}
