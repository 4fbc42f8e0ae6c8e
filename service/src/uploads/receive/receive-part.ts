import { createHash } from 'node:crypto'
import { describeProblem } from '@obmen/contract'
import { addJob } from '../../db/add-job.js'
import type { Database } from '../../db/database.js'
import { detectContent, isComplete, MARGIN } from '../content/detect-content.js'
import { accompaniesCatalogue } from '../content/file-kind.js'
import { PIECE_SIZE, writePiece } from '../content/pieces.js'
import { deletePieces, deleteUploads, makeRoom } from '../delete-uploads.js'
import { READ_JOBS, type UploadContent, type UploadLimits, UploadRefused } from '../upload.js'
import { completeFiles, type IncomingPart, type OpenPart, openPart, type PreviousFile } from './open-part.js'

export interface ReceivedPart {
  uploadId: number
  /** The file is complete and can be read. */
  whole: boolean
}

/**
 * Streams a part into the database. It counts once it is complete: an interrupted one, even by a kill, leaves
 * the file as it was.
 * @throws UploadRefused
 */
export async function receivePart(
  db: Database,
  limits: UploadLimits,
  incoming: IncomingPart,
): Promise<ReceivedPart> {
  const open = await openPart(db, incoming, limits)
  const writer = new PartWriter(db, limits, incoming, open)
  try {
    for await (const bytes of incoming.body) await writer.take(bytes)
    await writer.flush()
    const { dropped, ...received } = await finishPart(db, incoming, open, writer)
    if (dropped === 'part') await dropPart(db, open, writer)
    if (dropped === 'file') await deleteUploads(db, [open.uploadId]).catch(() => undefined)
    return received
  } catch (error) {
    await dropPart(db, open, writer)
    // Another part may be coming: 1C sends one again before it is known here that the first one broke off.
    await db
      .query(`delete from upload where id = $1 and size = 0 and state = 'receiving' and next_part = 2`, [
        open.uploadId,
      ])
      .catch(() => undefined)
    // Another file began before this one had a part, so its row was deleted (completeFiles).
    if ((error as { code?: string }).code === FOREIGN_KEY_VIOLATION)
      throw new UploadRefused(describeProblem('file-complete-already', { name: incoming.name }))
    throw error
  }
}

const FOREIGN_KEY_VIOLATION = '23503'

/** Deletes what was stored of a part, unless it counts. Leftovers don't count, and go with the file. */
async function dropPart(db: Database, { uploadId, part }: OpenPart, { stored }: PartWriter): Promise<void> {
  try {
    // The answer to its commit may have been lost: the update waits for one that is still under way.
    const { rowCount } = await db.transaction(async tx => {
      await tx.query('select from upload where id = $1 for update', [uploadId])
      return tx.query('select from upload_part where upload_id = $1 and part = $2', [uploadId, part])
    })
    if (rowCount > 0) return
    await deletePieces(db, [uploadId], part)
    await db.query('update upload set kept_size = greatest(0, kept_size - $2) where id = $1', [
      uploadId,
      stored,
    ])
  } catch {
    // The sweep comes later.
  }
}

class PartWriter {
  size = 0
  /** Bytes that the row of the file counts as kept for this part. */
  stored = 0
  head: Buffer
  tail: Buffer
  content: UploadContent
  readonly hash = createHash('sha256')
  #waiting: Uint8Array[] = []
  #waitingSize = 0
  #piece = 1
  #seenAt = performance.now()
  readonly #db: Database
  readonly #incoming: IncomingPart
  readonly #open: OpenPart
  readonly #limits: UploadLimits

  constructor(db: Database, limits: UploadLimits, incoming: IncomingPart, open: OpenPart) {
    this.#db = db
    this.#incoming = incoming
    this.#open = open
    this.#limits = limits
    this.head = open.head
    this.tail = open.tail
    this.content = this.#detect()
  }

  #detect(): UploadContent {
    return accompaniesCatalogue(this.#incoming) ? 'other' : detectContent(this.head)
  }

  async take(bytes: Uint8Array): Promise<void> {
    this.size += bytes.length
    if (this.#open.size + this.size > this.#limits.uploadSizeLimit)
      throw new UploadRefused(describeProblem('file-too-large', { limit: this.#limits.uploadSizeLimit }))
    this.hash.update(bytes)
    await this.#stayAlive()
    if (this.head.length < MARGIN) {
      this.head = Buffer.concat([this.head, bytes.subarray(0, MARGIN - this.head.length)])
      this.content = this.#detect()
      // What begins in the middle may be the last part of the previous file once more: finishPart knows.
      if (!this.#open.previous?.lastPart) this.refuseStranger()
    }
    this.tail = Buffer.concat([this.tail, bytes.subarray(-MARGIN)]).subarray(-MARGIN)
    // Pictures and other companions of a catalogue are dropped.
    if (this.content === 'other') return
    this.#waiting.push(bytes)
    this.#waitingSize += bytes.length
    if (this.#waitingSize >= PIECE_SIZE) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#waitingSize === 0) return
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingSize = 0
    const { uploadId, part } = this.#open
    const stored = await writePiece(this.#db, { uploadId, part, piece: this.#piece++ }, bytes)
    this.stored += stored
    // Parts that come at once know of each other by the rows of their files.
    await this.#db.query('update upload set kept_size = kept_size + $2 where id = $1', [uploadId, stored])
    if (this.#piece > 2) await makeRoom(this.#db, this.#incoming.integrationKey, this.#limits.uploadKeepBytes)
  }

  /** Notes that a slow part still comes: after a while without one, a file counts as complete. */
  async #stayAlive(): Promise<void> {
    if (performance.now() - this.#seenAt < (this.#limits.uploadQuietMinutes * 60_000) / TOUCHES) return
    this.#seenAt = performance.now()
    await this.#db.query(`update upload set last_part_at = now() where id = $1 and state = 'receiving'`, [
      this.#open.uploadId,
    ])
  }

  /** Refuses what is neither XML nor an archive, where it can't be a picture of a catalogue. */
  refuseStranger(): void {
    const { type, name } = this.#incoming
    const isDue = type === 'sale' || (/\.xml$/i.test(name) && !accompaniesCatalogue(this.#incoming))
    if (this.content === 'other' && isDue) throw new UploadRefused(describeProblem('file-not-commerceml'))
  }
}

/** How often a part that is coming is noted within the time that its file is waited for. */
const TOUCHES = 20

/** Adds the part to its file, unless it or its file came before. It counts from this commit on. */
async function finishPart(
  db: Database,
  incoming: IncomingPart,
  open: OpenPart,
  writer: PartWriter,
): Promise<ReceivedPart & { dropped?: 'part' | 'file' }> {
  const { uploadId, part, previous } = open
  const hash = writer.hash.digest()
  const { head, tail, content } = writer
  return db.transaction(async tx => {
    const { rows } = await tx.query<{ size: number; state: string; repeated: boolean }>(
      `select size, state,
              coalesce((select p.size = $2 and p.hash = $3 from upload_part p where p.upload_id = $1
                         order by part desc limit 1), false) as repeated
         from upload where id = $1 for update`,
      [uploadId, writer.size, hash],
    )
    const row = rows[0]
    if (row?.state !== 'receiving')
      throw new UploadRefused(describeProblem('file-complete-already', { name: incoming.name }))
    // УНФ repeats a part when it did not get the answer; two equal parts in a row mean just that.
    if (row.repeated && writer.size >= REPEATED_PART_BYTES) return { uploadId, whole: false, dropped: 'part' }
    if (row.size !== open.size)
      throw new UploadRefused(describeProblem('file-parts-crossed', { name: incoming.name }))
    const size = row.size + writer.size
    if (size === 0 && accompaniesCatalogue(incoming)) return { uploadId, whole: false, dropped: 'file' }
    if (size === 0) throw new UploadRefused(describeProblem('file-empty'))
    const whole = isComplete(content, head, tail, size)
    // Blanks after the root belong to the file that was complete when its root was closed.
    const isTail = isBlank(writer) && previous?.content === 'xml'
    // A whole file is no repeated part: it ended the previous one, of which a beginning was left over.
    const isRepeated = !whole && isSame(previous?.lastPart, writer.size, hash)
    if (row.size === 0 && (isTail || isRepeated)) {
      await completeFiles(tx, [uploadId])
      return {
        uploadId: isRepeated ? previous!.uploadId : uploadId,
        whole: isRepeated,
        dropped: 'file',
      }
    }
    writer.refuseStranger()
    await tx.query(
      `with counted as (insert into upload_part (upload_id, part, size, hash) values ($1, $7, $8, $9))
       update upload
          set size = $2, head = $3, tail = $4, content = $5, last_part_at = now(),
              state = case when $6 then 'complete' else state end
        where id = $1`,
      [uploadId, size, head, tail, content, whole, part, writer.size, hash],
    )
    if (whole) await addJob(tx, READ_JOBS[incoming.type], { integrationKey: incoming.integrationKey })
    return { uploadId, whole }
  })
}

const isBlank = ({ content, head, size }: PartWriter): boolean =>
  content === 'unknown' && size === head.length && head.toString('latin1').trim() === ''

/** A part that made its file complete comes once more when УНФ did not get the answer. */
const isSame = (last: PreviousFile['lastPart'], size: number, hash: Buffer): boolean =>
  last !== undefined && last.size === size && last.hash.equals(hash)

/**
 * In the middle of a file smaller parts may be equal by chance, as in a run of blanks. Nobody would notice
 * that one of them was dropped, while one that is stored twice breaks the XML, and 1C learns of it.
 */
const REPEATED_PART_BYTES = 1024
