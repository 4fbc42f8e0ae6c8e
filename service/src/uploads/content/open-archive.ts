import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { describeProblem } from '@obmen/contract'
import yauzl, { type Entry, type RandomAccessReader, type ZipFile } from 'yauzl'
import { UploadRefused } from '../upload.js'
import { PieceReadError } from './upload-range-reader.js'

export interface ArchiveFile {
  name: string
  /** As declared in the archive; limits apply to what is actually unpacked. */
  size: number
  bytes(): AsyncIterable<Buffer>
}

export interface Archive {
  files: ArchiveFile[]
  close(): void
}

/** What an archive may hold. */
const MOST_FILES = 20_000
const MOST_UNPACKED = 8 * 1024 ** 3
const MOST_RATIO = 200
/** Most bytes of the names, extra fields and comments of an archive: 20,000 files need a tenth of it. */
const MOST_DIRECTORY_BYTES = 16 * 1024 * 1024

/**
 * Lists the files of an archive, each unpacked while it is read; nothing is written. The limit of unpacked
 * bytes applies to all files together.
 * @throws UploadRefused
 */
export async function openArchive(reader: RandomAccessReader, size: number): Promise<Archive> {
  const counter = new UnpackedCounter(size)
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(reader, size, {
      decodeStrings: false,
      autoClose: false,
    })
    const files: ArchiveFile[] = []
    for (const { name, entry } of await listEntries(zip)) {
      if (!entry.canDecodeFileData())
        throw new UploadRefused(describeProblem('archive-method-unknown', { name }))
      files.push({ name, size: entry.uncompressedSize, bytes: () => unpack(zip, entry, counter) })
    }
    counter.check(files.reduce((sum, { size }) => sum + size, 0))
    return { files, close: () => zip.close() }
  } catch (error) {
    throw refusalOf(error)
  }
}

interface NamedEntry {
  name: string
  entry: Entry
}

/** The files in the directory of an archive. Of their entries only what unpacking needs is kept. */
async function listEntries(zip: ZipFile): Promise<NamedEntry[]> {
  if (zip.entryCount > MOST_FILES)
    throw new UploadRefused(describeProblem('archive-too-many-files', { limit: MOST_FILES }))
  const entries: NamedEntry[] = []
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    bytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
    if (bytes > MOST_DIRECTORY_BYTES)
      throw new UploadRefused(describeProblem('archive-directory-too-large', { limit: MOST_DIRECTORY_BYTES }))
    const name = nameOf(entry)
    if (name.endsWith('/')) continue
    // yauzl makes an object of every four bytes of an extra field: forty times the archive, if all were kept.
    Object.assign(entry, NOTHING_MORE)
    entries.push({ name, entry })
  }
  return entries
}

const NOTHING = Buffer.alloc(0)
const NOTHING_MORE = {
  fileName: NOTHING,
  fileNameRaw: NOTHING,
  extraFields: [],
  extraFieldRaw: NOTHING,
  fileComment: NOTHING,
  fileCommentRaw: NOTHING,
  comment: NOTHING,
}

async function* unpack(zip: ZipFile, entry: Entry, counter: UnpackedCounter): AsyncGenerator<Buffer> {
  let sum = 0
  let stream: Readable | undefined
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      counter.add(bytes.length)
      sum = crc32(bytes, sum)
      yield bytes
    }
  } catch (error) {
    throw refusalOf(error)
  } finally {
    stream?.destroy()
  }
  if (sum !== entry.crc32) throw new UploadRefused(describeProblem('archive-broken'))
}

/** Counts the bytes unpacked from an archive, every time one of its files is read. */
class UnpackedCounter {
  #unpacked = 0
  readonly #packed: number

  constructor(packed: number) {
    this.#packed = packed
  }

  add(bytes: number): void {
    this.#unpacked += bytes
    this.check(this.#unpacked)
  }

  check(unpacked: number): void {
    if (unpacked > MOST_UNPACKED)
      throw new UploadRefused(describeProblem('archive-too-large', { limit: MOST_UNPACKED }))
    if (unpacked > RATIO_FROM && unpacked > this.#packed * MOST_RATIO)
      throw new UploadRefused(describeProblem('archive-ratio-too-large', { ratio: MOST_RATIO }))
  }
}

/** Small files may compress to any ratio. */
const RATIO_FROM = 16 * 1024 * 1024

/** From Info-ZIP's Unicode field, else UTF-8 by flag or bytes, else the DOS code page of 1C's archiver. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw
  const isFlagged = (entry.generalPurposeBitFlag & 0x800) !== 0
  const decoder = isFlagged || isSurelyUtf8(raw) ? utf8 : ibm866
  const name = (unicodeNameOf(entry) ?? decoder.decode(raw)).replaceAll('\\', '/')
  const unsafe = yauzl.validateFileName(name)
  if (unsafe !== null)
    throw new UploadRefused(describeProblem('archive-path-outside', { name: name.slice(0, 200) }))
  return name.replaceAll('\0', '').slice(0, 500)
}

/**
 * The name in Info-ZIP's Unicode Path field (APPNOTE.TXT, 4.6.9). One with the checksum of another name does
 * not count: a program that does not know the field renamed the file.
 */
function unicodeNameOf({ fileNameRaw, extraFields }: Entry): string | undefined {
  const sum = crc32(fileNameRaw)
  const field = extraFields.find(
    ({ id, data }) => id === 0x7075 && data.length > 5 && data[0] === 1 && data.readUInt32LE(1) === sum,
  )
  return field && utf8.decode(field.data.subarray(5))
}

/**
 * Whether a name is UTF-8 and no Russian name in CP866. Some of those are valid UTF-8, as «чек» is, but none
 * has a box-drawing character, as the first byte of each Cyrillic letter of UTF-8 is in CP866.
 */
function isSurelyUtf8(raw: Buffer): boolean {
  return isUtf8(raw) && raw.some(byte => byte >= 0xb0 && byte <= 0xdf)
}

const utf8 = new TextDecoder('utf-8')
const ibm866 = new TextDecoder('ibm866')

/** yauzl reports faults of an archive as plain errors; database errors are of other classes. */
function refusalOf(error: unknown): unknown {
  if (error instanceof UploadRefused) return error
  const { code = '', severity } = error as { code?: string; severity?: string }
  if (severity !== undefined || (code !== '' && !code.startsWith('Z_'))) return error
  return error instanceof PieceReadError ? error.cause : new UploadRefused(describeProblem('archive-broken'))
}
