import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { explainUnreadable } from '../../uploads/processing/read-upload.js'
import type { UploadLimits } from '../../uploads/upload-limits.js'
import { INSPECTION_TEXTS as TEXTS } from '../texts.js'
import { type Inspected, inspectDocument } from './inspect-document.js'
import { type InspectedDocument, type InspectedFile, inspectFile } from './inspect-file.js'

/** Limits of one inspection; each is a setting of the server (FILE_INSPECTION_…). */
export interface InspectionLimits {
  /** Bytes of the file. */
  size: number
  /** Documents of each file whose changes are shown. */
  documents: number
  /** Inspections that run at the same time. */
  atOnce: number
}

export interface FileInspection extends Omit<InspectedFile, 'documents'> {
  documents: (InspectedDocument & { change: Inspected })[]
}

/** Reads a file of 1C as if the integration's 1C had uploaded it, and changes nothing. */
export type Inspection = (
  integrationKey: number,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
) => Promise<FileInspection[]>

/**
 * The file waits on the disk of this server, in its temporary folder, because an archive is read from its end.
 * @throws AppError `too-large`, `too-many-requests`, `invalid` (in words, where the file can't be read at all)
 */
export function openInspection(
  db: Database,
  uploads: UploadLimits,
  { size, documents, atOnce }: InspectionLimits,
): Inspection {
  let running = 0
  return async (integrationKey, name, bytes) => {
    if (running >= atOnce)
      throw new AppError('too-many-requests', TEXTS.busy, { retryAfterSeconds: RETRY_SECONDS })
    running++
    const path = join(tmpdir(), `obmen-inspected-${randomUUID()}`)
    try {
      await pipeline(limited(bytes, size), createWriteStream(path, { mode: 0o600 }))
      const files = await inspectFile(path, uploads, { name, most: documents }).catch((error: unknown) => {
        const refusal = explainUnreadable(error, name)
        throw refusal ? new AppError('invalid', refusal.message) : error
      })
      const inspections: FileInspection[] = []
      for (const file of files) {
        const inspected: FileInspection['documents'] = []
        for (const one of file.documents)
          inspected.push({ ...one, change: await inspectDocument(db, integrationKey, one.document) })
        inspections.push({ ...file, documents: inspected })
      }
      return inspections
    } finally {
      running--
      await rm(path, { force: true })
    }
  }
}

const RETRY_SECONDS = 5

async function* limited(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const piece of bytes) {
    seen += piece.length
    if (seen > size) throw new AppError('too-large', TEXTS.tooLarge(size))
    yield piece
  }
}
