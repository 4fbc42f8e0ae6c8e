import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import type { Queryable } from '../../db/database.js'
import { listPieces, type PiecePlace, readPiece } from './pieces.js'

/** The database failed while yauzl was reading. */
export class PieceReadError extends Error {}

export class UploadRangeReader extends yauzl.RandomAccessReader {
  readonly #db: Queryable
  readonly #uploadId: number
  readonly #places: readonly PiecePlace[]
  #latest: { place: PiecePlace; bytes: Buffer } | undefined

  private constructor(db: Queryable, uploadId: number, places: readonly PiecePlace[]) {
    super()
    this.#db = db
    this.#uploadId = uploadId
    this.#places = places
  }

  static async open(db: Queryable, uploadId: number): Promise<UploadRangeReader> {
    return new UploadRangeReader(db, uploadId, await listPieces(db, uploadId))
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#range(start, end), { objectMode: false })
  }

  async *#range(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const place = this.#places.findLast(({ start }) => start <= at)!
      const bytes = await this.#piece(place)
      const taken = bytes.subarray(at - place.start, end - place.start)
      if (taken.length === 0) return
      yield taken
      at += taken.length
    }
  }

  async #piece(place: PiecePlace): Promise<Buffer> {
    if (this.#latest?.place === place) return this.#latest.bytes
    try {
      const bytes = await readPiece(this.#db, this.#uploadId, place)
      this.#latest = { place, bytes }
      return bytes
    } catch (error) {
      throw new PieceReadError('a piece of an upload could not be read', { cause: error })
    }
  }
}
