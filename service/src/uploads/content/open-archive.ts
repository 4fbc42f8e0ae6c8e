import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { Queryable } from '../../db/database.js'
import { UPLOAD_TEXTS as TEXTS } from '../texts.js'
import { UploadRefused } from '../upload.js'
import type { UploadLimits } from '../upload-limits.js'
import { indexPieces, type PieceIndex, readPiece } from './pieces.js'

/** A file inside an archive. */
export interface ArchiveFile {
  name: string
  /** As the archive says; what really comes out is counted. */
  size: number
  bytes(): AsyncIterable<Buffer>
}

export interface Archive {
  files: ArchiveFile[]
  close(): void
}

/**
 * The files of an archive that is kept in pieces, each unpacked as it is read; nothing is written anywhere. What comes out is counted
 * over all of them. @throws UploadRefused
 */
export async function openArchive(
  db: Queryable,
  upload: { id: number; size: number },
  limits: UploadLimits,
): Promise<Archive> {
  const index = await indexPieces(db, upload.id)
  const counter = new UnpackedCounter(upload.size, limits)
  let zip: ZipFile
  const entries: Entry[] = []
  try {
    zip = await yauzl.fromRandomAccessReaderPromise(new PieceReader(db, upload.id, index), upload.size, {
      decodeStrings: false,
      autoClose: false,
    })
    if (zip.entryCount > limits.archiveFiles) throw new UploadRefused(TEXTS.archiveFiles(limits.archiveFiles))
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    throw refusalOf(error)
  }
  let announced = 0
  const files = entries.flatMap(entry => {
    const name = nameOf(entry)
    if (name.endsWith('/')) return []
    announced += entry.uncompressedSize
    if (!entry.canDecodeFileData()) throw new UploadRefused(TEXTS.archiveMethod(name))
    return [{ name, size: entry.uncompressedSize, bytes: () => unpack(zip, entry, counter) }]
  })
  counter.check(announced)
  return { files, close: () => zip.close() }
}

async function* unpack(zip: ZipFile, entry: Entry, counter: UnpackedCounter): AsyncGenerator<Buffer> {
  let sum = 0
  let stream: Readable | undefined
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      counter.add(bytes.length)
      if (checksum) sum = checksum(bytes, sum)
      yield bytes
    }
  } catch (error) {
    throw refusalOf(error)
  } finally {
    stream?.destroy()
  }
  if (checksum && sum !== entry.crc32) throw new UploadRefused(TEXTS.archiveBroken)
}

/** There from Node.js 20.15 on. */
const checksum = crc32 as typeof crc32 | undefined

/** Of everything that comes out of an archive, each time it is read. */
class UnpackedCounter {
  #unpacked = 0
  readonly #packed: number
  readonly #limits: UploadLimits

  constructor(packed: number, limits: UploadLimits) {
    this.#packed = packed
    this.#limits = limits
  }

  add(bytes: number): void {
    this.#unpacked += bytes
    this.check(this.#unpacked)
  }

  check(unpacked: number): void {
    const { unpacked: limit, ratio } = this.#limits
    if (unpacked > limit) throw new UploadRefused(TEXTS.unpackedTooLarge(limit))
    if (unpacked > RATIO_FROM && unpacked > this.#packed * ratio)
      throw new UploadRefused(TEXTS.ratioTooLarge(ratio))
  }
}

/** What is small may be of the most regular kind. */
const RATIO_FROM = 16 * 1024 * 1024

/** In UTF-8 where the archive says so, else in the code page of DOS that 1C's archiver writes. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer
  const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  const name = (isUtf8 ? utf8.decode(raw) : ibm866.decode(raw)).replaceAll('\\', '/')
  const unsafe = yauzl.validateFileName(name)
  if (unsafe !== null) throw new UploadRefused(TEXTS.archivePath(name.slice(0, 200)))
  return name.replaceAll('\0', '').slice(0, 500)
}

const utf8 = new TextDecoder('utf-8')
const ibm866 = new TextDecoder('ibm866')

/** yauzl tells of what is wrong with an archive in plain errors; of a database that fails they are not. */
function refusalOf(error: unknown): unknown {
  if (error instanceof UploadRefused) return error
  const { code = '', severity } = error as { code?: string; severity?: string }
  if (severity !== undefined || (code !== '' && !code.startsWith('Z_'))) return error
  return error instanceof PieceError ? error.cause : new UploadRefused(TEXTS.archiveBroken)
}

/** The database failed while yauzl was reading. */
class PieceError extends Error {}

/** Any part of a file out of its pieces. */
class PieceReader extends yauzl.RandomAccessReader {
  readonly #db: Queryable
  readonly #uploadId: number
  readonly #index: PieceIndex
  #latest: { number: number; bytes: Buffer } | undefined

  constructor(db: Queryable, uploadId: number, index: PieceIndex) {
    super()
    this.#db = db
    this.#uploadId = uploadId
    this.#index = index
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

  /** The piece that holds a byte: the last that begins at or before it. */
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
      throw new PieceError('a piece of an upload could not be read', { cause: error })
    }
  }
}
