import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { Queryable } from '../../db/database.js'

const compress = promisify(gzip)

export type Side = 'request' | 'response'

/** Smaller chunks are combined; a page of a stream of orders is larger and stays one chunk. */
const MIN_PIECE_BYTES = 64 * 1024

export interface BodyWriterOptions {
  db: Queryable
  side: Side
  /** Bytes that are stored; the rest is only counted. */
  limit: number
  /** Counts documents that begin in a piece. */
  countDocuments: (piece: Buffer) => number
}

/** Stores one body in gzipped chunks. Its methods must not run concurrently; JournalRecord calls them one after the other. */
export class BodyWriter {
  /** All bytes of the body. */
  size = 0
  /** Bytes that are in journal_body. */
  kept = 0
  #taken = 0
  #waiting: Buffer[] = []
  #waitingSize = 0
  #piece = 0
  readonly #options: BodyWriterOptions

  constructor(options: BodyWriterOptions) {
    this.#options = options
  }

  /** Adds a chunk; returns true when enough is buffered to be written. */
  add(piece: Uint8Array): boolean {
    this.size += piece.length
    const room = this.#options.limit - this.#taken
    if (room <= 0) return false
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, Math.min(piece.length, room))
    this.#taken += bytes.length
    this.#waiting.push(bytes)
    this.#waitingSize += bytes.length
    return this.#waitingSize >= MIN_PIECE_BYTES
  }

  /** Counts a chunk that is not stored. */
  skip(piece: Uint8Array): void {
    this.size += piece.length
  }

  /** Discards the buffer. */
  discard(): void {
    this.#waiting = []
    this.#waitingSize = 0
  }

  /** The buffered bytes. */
  buffered(): Buffer {
    return this.#waiting.length === 1 ? this.#waiting[0]! : Buffer.concat(this.#waiting)
  }

  /** Writes the buffer as one chunk of `entryId`. */
  async flush(entryId: number): Promise<void> {
    if (this.#waitingSize === 0) return
    const { db, side, countDocuments } = this.#options
    const raw = this.#waiting.length === 1 ? this.#waiting[0]! : Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingSize = 0
    const content = await compress(raw, { level: constants.Z_BEST_SPEED })
    await db.query(
      `insert into journal_body (entry_id, side, piece, raw_size, documents, content) values ($1, $2, $3, $4, $5, $6)`,
      [entryId, side, this.#piece++, raw.length, countDocuments(raw), content],
    )
    this.kept += raw.length
  }
}
