import type { Database } from '../db/database.js'
import { clearDocuments } from './processing/file-progress.js'

/** Each may hold a megabyte. */
const PIECES_AT_ONCE = 200

/** Deletes these files, with what was read of them, in short statements; returns how many. */
export async function deleteUploads(db: Database, uploadIds: readonly number[]): Promise<number> {
  if (uploadIds.length === 0) return 0
  await deletePieces(db, uploadIds)
  await clearDocuments(db, uploadIds)
  return (await db.query('delete from upload where id = any($1)', [uploadIds])).rowCount
}

/** Deletes the bytes of these files, or of one part of them, in short statements. */
export async function deletePieces(db: Database, uploadIds: readonly number[], part?: number): Promise<void> {
  for (;;) {
    const { rowCount } = await db.query(
      `delete from upload_piece where (upload_id, part, piece) in (
         select upload_id, part, piece from upload_piece where upload_id = any($1) and part = coalesce($3, part) limit $2)`,
      [uploadIds, PIECES_AT_ONCE, part],
    )
    if (rowCount < PIECES_AT_ONCE) return
  }
}
