import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import type { Queryable } from '../../db/database.js'
import { indexPieces, type PieceIndex, readPiece } from './pieces.js'

/** The database failed while yauzl was reading. */
export class PieceReadError extends Error {}

/** Reads any range of a stored file from its pieces. */
export class UploadRangeReader extends yauzl.RandomAccessReader {
  readonly #db: Queryable
  readonly #uploadId: number
  readonly #index: PieceIndex
  #latest: { number: number; bytes: Buffer } | undefined

  private constructor(db: Queryable, uploadId: number, index: PieceIndex) {
    super()
    this.#db = db
    this.#uploadId = uploadId
    this.#index = index
  }

  static async open(db: Queryable, uploadId: number): Promise<UploadRangeReader> {
    return new UploadRangeReader(db, uploadId, await indexPieces(db, uploadId))
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#range(start, end), { objectMode: false })
  }

  async *#range(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const number = this.#find(at)
      const bytes = await this.#piece(number)
      const offset = at - this.#index.starts[number]!
      const taken = bytes.subarray(offset, offset + end - at)
      if (taken.length === 0) return
      yield taken
      at += taken.length
    }
  }

  /** The piece that contains a byte: the last that begins at or before it. */
  #find(at: number): number {
    const { starts } = this.#index
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    return low
  }

  async #piece(number: number): Promise<Buffer> {
    if (this.#latest?.number === number) return this.#latest.bytes
    try {
      const bytes = await readPiece(this.#db, this.#uploadId, this.#index.places[number]!)
      this.#latest = { number, bytes }
      return bytes
    } catch (error) {
      throw new PieceReadError('a piece of an upload could not be read', { cause: error })
    }
  }
}
