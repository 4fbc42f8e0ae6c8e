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

const bytesOf = ({ packed, content }: PieceRow): Promise<Buffer> | Buffer =>
  packed ? unpack(content) : content

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
    yield bytesOf(row)
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

export interface PiecePlace {
  part: number
  piece: number
  start: number
}

export async function listPieces(db: Queryable, uploadId: number): Promise<PiecePlace[]> {
  const { rows } = await db.query<PiecePlace>(
    `select p.part, p.piece, sum(p.size) over (order by p.part, p.piece) - p.size as start
       from upload_piece p join upload_part w on w.upload_id = p.upload_id and w.part = p.part
      where p.upload_id = $1 order by p.part, p.piece`,
    [uploadId],
  )
  return rows
}

export async function readPiece(db: Queryable, uploadId: number, place: PiecePlace): Promise<Buffer> {
  const { rows } = await db.query<PieceRow>(
    'select part, piece, packed, content from upload_piece where upload_id = $1 and part = $2 and piece = $3',
    [uploadId, place.part, place.piece],
  )
  if (!rows[0]) throw new Error(`a piece of upload ${uploadId} is gone`)
  return bytesOf(rows[0])
}
