import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import type { Queryable } from '../../db/database.js'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Most bytes of a row, unpacked: a file of any size passes through memory in such pieces. */
export const PIECE_SIZE = 256 * 1024

/**
 * Writes one piece of a part; returns how many bytes are stored. A piece that hardly shrinks (of an archive)
 * is stored unpacked.
 */
export async function writePiece(
  db: Queryable,
  place: { uploadId: number; part: number; piece: number },
  bytes: Buffer,
): Promise<number> {
  const small = await pack(bytes, { level: constants.Z_BEST_SPEED })
  const packed = small.length < bytes.length * 0.9
  const content = packed ? small : bytes
  await db.query(
    `insert into upload_piece (upload_id, part, piece, size, packed, content)
     values ($1, $2, $3, $4, $5, $6)`,
    [place.uploadId, place.part, place.piece, bytes.length, packed, content],
  )
  return content.length
}

interface PieceRow {
  part: number
  piece: number
  packed: boolean
  content: Buffer
}

/** The bytes of a file's completely received parts, in order. Each piece is read by one short statement. */
export async function* readPieces(db: Queryable, uploadId: number): AsyncGenerator<Buffer> {
  let [part, piece] = [0, 0]
  let next = nextPiece(db, uploadId, part, piece)
  for (;;) {
    const row = await next
    if (!row) return
    ;[part, piece] = [row.part, row.piece]
    // The database loads the next piece while this one is processed.
    next = nextPiece(db, uploadId, part, piece)
    next.catch(() => undefined)
    yield row.packed ? await unpack(row.content) : row.content
  }
}

async function nextPiece(
  db: Queryable,
  uploadId: number,
  part: number,
  piece: number,
): Promise<PieceRow | undefined> {
  const { rows } = await db.query<PieceRow>(
    `select p.part, p.piece, p.packed, p.content
       from upload_piece p join upload_part w on w.upload_id = p.upload_id and w.part = p.part
      where p.upload_id = $1 and (p.part, p.piece) > ($2, $3) order by p.part, p.piece limit 1`,
    [uploadId, part, piece],
  )
  return rows[0]
}

/** Where each piece begins in its file, for random access. */
export interface PieceIndex {
  starts: number[]
  places: { part: number; piece: number }[]
}

export async function indexPieces(db: Queryable, uploadId: number): Promise<PieceIndex> {
  const { rows } = await db.query<{ part: number; piece: number; size: number }>(
    `select p.part, p.piece, p.size
       from upload_piece p join upload_part w on w.upload_id = p.upload_id and w.part = p.part
      where p.upload_id = $1 order by p.part, p.piece`,
    [uploadId],
  )
  const index: PieceIndex = { starts: [], places: [] }
  let start = 0
  for (const { part, piece, size } of rows) {
    index.starts.push(start)
    index.places.push({ part, piece })
    start += size
  }
  return index
}

export async function readPiece(
  db: Queryable,
  uploadId: number,
  { part, piece }: { part: number; piece: number },
): Promise<Buffer> {
  const { rows } = await db.query<PieceRow>(
    'select part, piece, packed, content from upload_piece where upload_id = $1 and part = $2 and piece = $3',
    [uploadId, part, piece],
  )
  const row = rows[0]
  if (!row) throw new Error(`a piece of upload ${uploadId} is gone`)
  return row.packed ? unpack(row.content) : row.content
}
