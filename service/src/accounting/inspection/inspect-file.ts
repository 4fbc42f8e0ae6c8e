import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { ReceivedDocument } from '@obmen/codec'
import yauzl from 'yauzl'
import { type FileKind, KIND_MARGIN, kindOf } from '../../uploads/content/kind-of.js'
import { openArchive } from '../../uploads/content/open-archive.js'
import { MARGIN, recognize } from '../../uploads/content/recognize.js'
import { explainUnreadable } from '../../uploads/processing/read-upload.js'
import { UPLOAD_TEXTS } from '../../uploads/texts.js'
import { UploadRefused } from '../../uploads/upload.js'
import type { UploadLimits } from '../../uploads/upload-limits.js'
import { parseDocuments } from '../reading/parse-documents.js'
import { readSaid } from '../reading/read-said.js'
import type { Said } from '../said.js'

/** A file on disk, or one in an archive there. */
export interface InspectedFile {
  name: string
  kind: FileKind
  /** How many there are; `documents` may hold fewer. */
  count: number
  documents: InspectedDocument[]
  /** Why it can't be read, Russian. */
  failure: string | null
  line: number | null
  column: number | null
}

export interface InspectedDocument {
  document: ReceivedDocument
  said: Said
}

export interface InspectOptions {
  /** What the file is called in refusals; its path. */
  name?: string
  /** Documents that are given, of all files of an archive together; the others are read and counted. All. */
  most?: number
  /** Ends the reading. */
  signal?: AbortSignal
}

const NEVER = new AbortController().signal

/** What a file of 1C says, read as the server would: XML in any encoding, or an archive. @throws UploadRefused */
export async function inspectFile(
  path: string,
  limits: UploadLimits,
  { name = path, most = Number.POSITIVE_INFINITY, signal = NEVER }: InspectOptions = {},
): Promise<InspectedFile[]> {
  const { head, size } = await lookAt(path)
  const content = recognize(head.subarray(0, MARGIN))
  if (content === 'other' || size === 0) throw new UploadRefused(UPLOAD_TEXTS.notReadable)
  if (content !== 'archive')
    return [
      await inspectOne(name, () => createReadStream(path, { highWaterMark: 256 * 1024 }), limits, {
        most,
        signal,
      }),
    ]
  const archive = await openArchive(new DiskReader(path), size, limits)
  try {
    const files: InspectedFile[] = []
    let left = most
    for (const file of archive.files) {
      const inspected = await inspectOne(file.name, file.bytes, limits, { most: left, signal })
      left -= inspected.documents.length
      files.push(inspected)
    }
    return files
  } finally {
    archive.close()
  }
}

async function lookAt(path: string): Promise<{ head: Buffer; size: number }> {
  await using file = await open(path)
  const { size } = await file.stat()
  const { buffer, bytesRead } = await file.read(Buffer.alloc(KIND_MARGIN), 0, KIND_MARGIN, 0)
  return { head: buffer.subarray(0, bytesRead), size }
}

async function inspectOne(
  name: string,
  bytes: () => AsyncIterable<Uint8Array>,
  limits: UploadLimits,
  { most, signal }: Required<Pick<InspectOptions, 'most' | 'signal'>>,
): Promise<InspectedFile> {
  const file: InspectedFile = {
    name,
    kind: 'orders',
    count: 0,
    documents: [],
    failure: null,
    line: null,
    column: null,
  }
  try {
    file.kind = kindOf(await beginningOf(bytes()))
    if (file.kind === 'other' && !/\.xml$/i.test(name) && /\.\w+$/.test(name)) return file
    for await (const documents of parseDocuments(bytes(), limits, signal))
      for (const text of documents) {
        file.count++
        if (file.documents.length >= most) continue
        const document = JSON.parse(text) as ReceivedDocument
        file.documents.push({ document, said: readSaid(document) })
      }
  } catch (error) {
    const refusal = explainUnreadable(error, name)
    if (!refusal) throw error
    file.failure = refusal.message
    file.line = refusal.line ?? null
    file.column = refusal.column ?? null
  }
  return file
}

async function beginningOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes) {
    pieces.push(piece)
    size += piece.length
    if (size >= KIND_MARGIN) break
  }
  return Buffer.concat(pieces).subarray(0, KIND_MARGIN)
}

class DiskReader extends yauzl.RandomAccessReader {
  readonly #path: string

  constructor(path: string) {
    super()
    this.#path = path
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 })
  }
}
