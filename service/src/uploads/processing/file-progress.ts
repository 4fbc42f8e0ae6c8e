import type { Database, Queryable } from '../../db/database.js'
import { deleteInSteps } from '../../db/rows.js'
import type { StoredFile } from './file-reader.js'

type FileId = Pick<StoredFile, 'uploadId' | 'number'>

export async function countApplied(db: Queryable, { uploadId, number }: FileId): Promise<number> {
  const { rows } = await db.query<{ applied: number }>(
    'select applied from upload_file where upload_id = $1 and number = $2',
    [uploadId, number],
  )
  return rows[0]!.applied
}

/**
 * Records progress: `applied` in all, of which this step `changed` so many. Earlier tries no longer count.
 */
export async function recordProgress(
  tx: Queryable,
  { uploadId, number }: FileId,
  { applied, changed }: { applied: number; changed: number },
): Promise<void> {
  await tx.query(
    `with progress as (
       update upload_file set applied = $3, changed = changed + $4 where upload_id = $1 and number = $2)
     update upload set tries = 0 where id = $1 and tries > 0`,
    [uploadId, number, applied, changed],
  )
}

const DOCUMENTS_AT_ONCE = 5000

/** Deletes the documents that were read of uploads, or of one file of them, in short statements. */
export async function clearDocuments(
  db: Database,
  uploadIds: readonly number[],
  file?: number,
): Promise<void> {
  await deleteInSteps(
    db,
    `delete from upload_document where (upload_id, file, position) in (
       select upload_id, file, position from upload_document
        where upload_id = any($1) and file = coalesce($2, file) limit $3)`,
    [uploadIds, file],
    DOCUMENTS_AT_ONCE,
  )
}

/** Stages documents of a file, given as JSON texts, after `position`. */
export async function stageDocuments(
  db: Queryable,
  { uploadId, number }: FileId,
  position: number,
  documents: readonly string[],
): Promise<void> {
  await db.query(
    `insert into upload_document (upload_id, file, position, document)
     select $1, $2, $3 + at, document from unnest($4::json[]) with ordinality as d(document, at)`,
    [uploadId, number, position, documents],
  )
}

export interface DocumentOutcome {
  position: number
  outcome: string
  orderKey: number | undefined
  changes: object | undefined
}

export async function recordOutcomes(
  tx: Queryable,
  { uploadId, number }: FileId,
  outcomes: readonly DocumentOutcome[],
): Promise<void> {
  await tx.query(
    `update upload_document d set outcome = t.outcome, order_key = t.order_key, changes = t.changes
       from unnest($3::int[], $4::text[], $5::bigint[], $6::json[])
              as t(position, outcome, order_key, changes)
      where d.upload_id = $1 and d.file = $2 and d.position = t.position`,
    [
      uploadId,
      number,
      outcomes.map(({ position }) => position),
      outcomes.map(({ outcome }) => outcome),
      outcomes.map(({ orderKey }) => orderKey ?? null),
      outcomes.map(({ changes }) => (changes ? JSON.stringify(changes) : null)),
    ],
  )
}
