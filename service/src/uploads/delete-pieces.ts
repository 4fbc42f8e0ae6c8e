import type { Queryable } from '../db/database.js'

/** Each may hold a megabyte. */
const PIECES_AT_ONCE = 200

/** Deletes the bytes of these files, in short statements. */
export async function deletePieces(db: Queryable, uploadIds: readonly number[]): Promise<void> {
  for (;;) {
    const { rowCount } = await db.query(
      `delete from upload_piece where (upload_id, part, piece) in (
         select upload_id, part, piece from upload_piece where upload_id = any($1) limit $2)`,
      [uploadIds, PIECES_AT_ONCE],
    )
    if (rowCount < PIECES_AT_ONCE) return
  }
}
