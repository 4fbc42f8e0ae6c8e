import { describeProblem } from '@obmen/contract'
import type { Database } from '../db/database.js'
import { deleteInSteps } from '../db/rows.js'
import { clearDocuments } from './processing/file-progress.js'
import { UploadRefused } from './upload.js'

/** Each may hold a megabyte. */
const PIECES_AT_ONCE = 200
const UPLOADS_AT_ONCE = 100

/** Deletes these files, with what was read of them, in short statements; returns how many. */
export async function deleteUploads(db: Database, uploadIds: readonly number[]): Promise<number> {
  if (uploadIds.length === 0) return 0
  await deletePieces(db, uploadIds)
  await clearDocuments(db, uploadIds)
  return (await db.query('delete from upload where id = any($1)', [uploadIds])).rowCount
}

/** Deletes the bytes of these files, or of one part of them, in short statements. */
export async function deletePieces(db: Database, uploadIds: readonly number[], part?: number): Promise<void> {
  await deleteInSteps(
    db,
    `delete from upload_piece where (upload_id, part, piece) in (
       select upload_id, part, piece from upload_piece
        where upload_id = any($1) and part = coalesce($2, part) limit $3)`,
    [uploadIds, part],
    PIECES_AT_ONCE,
  )
}

/** Deletes files older than so many days, with what was read of them; returns how many. */
export async function sweepUploads(db: Database, keepDays: number): Promise<number> {
  for (let swept = 0; ; ) {
    const { rows } = await db.query<{ id: number }>(
      `select id from upload where received_at < now() - make_interval(days => $1)
        order by received_at limit $2`,
      [keepDays, UPLOADS_AT_ONCE],
    )
    const ids = rows.map(({ id }) => id)
    swept += await deleteUploads(db, ids)
    if (rows.length < UPLOADS_AT_ONCE) return swept
  }
}

/**
 * Deletes the bytes of the oldest files that have been read, until all that are kept fit. What was read from
 * them stays.
 * @throws UploadRefused
 */
export async function makeRoom(db: Database, integrationKey: number, limit: number): Promise<void> {
  for (;;) {
    const kept = await db.query<{ bytes: number }>(
      `select coalesce(sum(kept_size), 0)::bigint as bytes
         from upload where integration_key = $1 and kept_size > 0`,
      [integrationKey],
    )
    if (kept.rows[0]!.bytes <= limit) return
    const { rows } = await db.query<{ id: number }>(
      `select id from upload
        where integration_key = $1 and state in ('done', 'failed') and kept_size > 0 order by id limit 1`,
      [integrationKey],
    )
    const [oldest] = rows
    if (!oldest) throw new UploadRefused(describeProblem('no-room-for-files', { limit }))
    await deletePieces(db, [oldest.id])
    await db.query('update upload set kept_size = 0 where id = $1', [oldest.id])
  }
}
