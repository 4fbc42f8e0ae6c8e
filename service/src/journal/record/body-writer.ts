import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { Queryable } from '../../db/database.js'
import { IDS_A_DAY } from '../../db/days.js'

const compress = promisify(gzip)

export type Side = 'request' | 'response'

/** Smaller chunks are combined: an answer with many orders waits for the commit of each. */
const MIN_PIECE_BYTES = 256 * 1024
/** An answer of so few bytes is kept whatever else is: it says what became of a call, in words of ours. */
const SHORT_ANSWER_BYTES = 4096

export interface BodyBounds {
  /** Stored bytes of one integration and day, of all servers. */
  dayLimit: number
  /** The day on which an integration reached it, by its key. */
  reached: Map<number, number>
  /** Bytes of requests that wait to be written; those of answers are their senders'. */
  heldLimit: number
  held: number
}

export interface BodyWriterOptions {
  bounds: BodyBounds
  integrationKey: () => number | undefined
  side: Side
  limit: number
  countDocuments: (piece: Buffer) => number
}

/** Stores one body in gzipped chunks. Its methods must not run concurrently. */
export class BodyWriter {
  size = 0
  kept = 0
  waitingSize = 0
  #taken = 0
  #waiting: Buffer[] = []
  #piece = 0
  /** The rest is only counted: the day's limit is reached, or there is no memory. */
  #isOver = false
  readonly #options: BodyWriterOptions

  constructor(options: BodyWriterOptions) {
    this.#options = options
  }

  /** Adds a chunk; returns true when enough is buffered to be written. */
  add(piece: Uint8Array): boolean {
    this.size += piece.length
    const { limit, side, bounds } = this.#options
    const room = limit - this.#taken
    if (room <= 0 || this.#isOver) return false
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, Math.min(piece.length, room))
    if (side === 'request' && bounds.held + bytes.length > bounds.heldLimit) {
      this.#isOver = true
      return false
    }
    this.#taken += bytes.length
    this.#waiting.push(bytes)
    this.#hold(bytes.length)
    return this.waitingSize >= MIN_PIECE_BYTES
  }

  #hold(bytes: number): void {
    this.waitingSize += bytes
    if (this.#options.side === 'request') this.#options.bounds.held += bytes
  }

  skip(piece: Uint8Array): void {
    this.size += piece.length
  }

  discard(): void {
    this.#hold(-this.waitingSize)
    this.#waiting = []
  }

  buffered(): Buffer {
    return this.#waiting.length === 1 ? this.#waiting[0]! : Buffer.concat(this.#waiting)
  }

  /** Writes the buffer as one chunk of `entryId`, unless the integration has reached the limit of the day. */
  async flush(entryId: number, db: Queryable): Promise<void> {
    if (this.waitingSize === 0) return
    const raw = this.buffered()
    this.discard()
    const { side, bounds, integrationKey, countDocuments } = this.#options
    const key = integrationKey()
    const isShort = side === 'response' && this.#piece === 0 && raw.length <= SHORT_ANSWER_BYTES
    const day = Math.floor(entryId / IDS_A_DAY)
    const counted = key === undefined || isShort ? undefined : { key, day }
    if (counted && bounds.reached.get(counted.key) === day) {
      this.#isOver = true
      return
    }
    const content = await compress(raw, { level: constants.Z_BEST_SPEED })
    const piece = [entryId, side, this.#piece++, raw.length, countDocuments(raw), content]
    if (await insertPiece(db, piece, counted && { ...counted, limit: bounds.dayLimit }))
      this.kept += raw.length
    else if (counted) {
      this.#isOver = true
      bounds.reached.set(counted.key, day)
    }
  }
}

const INSERT = 'insert into journal_body (entry_id, side, piece, raw_size, documents, content)'

/** Returns whether it did: not beyond the limit of the day. */
async function insertPiece(
  db: Queryable,
  piece: unknown[],
  counted: { key: number; day: number; limit: number } | undefined,
): Promise<boolean> {
  if (!counted) {
    await db.query(`${INSERT} values ($1, $2, $3, $4, $5, $6)`, piece)
    return true
  }
  const { rowCount } = await db.query(
    `with counted as (
       insert into journal_day as d (integration_key, day, body_bytes)
       select $7::int, $8::int, length($6::bytea) where length($6::bytea) <= $9::bigint
       on conflict (integration_key, day) do update set body_bytes = d.body_bytes + excluded.body_bytes
        where d.body_bytes + excluded.body_bytes <= $9
       returning 1)
     ${INSERT} select $1::bigint, $2, $3::int, $4::int, $5::int, $6::bytea from counted`,
    [...piece, counted.key, counted.day, counted.limit],
  )
  return rowCount > 0
}
