import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Queryable } from '../../db/database.js'
import type { Side } from '../record/body-writer.js'

const decompress = promisify(gunzip)

export interface BodyPart {
  entryId: number
  side: Side
  /** First byte, from 0. */
  offset?: number | undefined
  /** Most bytes. */
  limit?: number | undefined
}

/** The stored bytes of a body, chunk by chunk, with one chunk in memory at a time. */
export async function* readBody(db: Queryable, part: BodyPart): AsyncGenerator<Buffer> {
  const { entryId, side, offset = 0, limit = Number.POSITIVE_INFINITY } = part
  const { rows: pieces } = await db.query<{ piece: number; raw_size: number }>(
    'select piece, raw_size from journal_body where entry_id = $1 and side = $2 order by piece',
    [entryId, side],
  )
  const end = offset + limit
  let start = 0
  for (const { piece, raw_size } of pieces) {
    if (start >= end) return
    if (start + raw_size > offset) {
      const bytes = await readPiece(db, entryId, side, piece)
      // Swept meanwhile.
      if (!bytes) return
      yield bytes.subarray(Math.max(0, offset - start), Math.min(raw_size, end - start))
    }
    start += raw_size
  }
}

export async function readPiece(
  db: Queryable,
  entryId: number,
  side: Side,
  piece: number,
): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ content: Buffer }>(
    'select content from journal_body where entry_id = $1 and side = $2 and piece = $3',
    [entryId, side, piece],
  )
  return rows[0] && decompress(rows[0].content)
}
