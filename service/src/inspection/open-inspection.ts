import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { describeProblem } from '@obmen/contract'
import type { CatalogueLimits } from '../catalogue/catalogue-limits.js'
import { withComparison } from '../catalogue/inspection/catalogue-comparison.js'
import type { Database } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import { explainUnreadable } from '../uploads/processing/read-upload.js'
import type { UploadLimits } from '../uploads/upload-limits.js'
import { type Inspected, inspectDocument } from './inspect-document.js'
import {
  type InspectedDocument,
  type InspectedFile,
  type InspectedFiles,
  inspectFile,
} from './inspect-file.js'

/** Limits of one inspection; each is a setting of the server (FILE_INSPECTION_…). */
export interface InspectionLimits {
  /** Bytes of the file. */
  size: number
  /** How many documents, or items of a catalogue, are shown with their changes, over all files of an archive. */
  documents: number
  /** Changes of lines, over all files; the document that reaches this number is the last one shown. */
  lines: number
  /** Inspections at a time; one location may have half of them, but at least one. */
  atOnce: number
}

export interface FileInspection extends Pick<InspectedFiles, 'changes'> {
  files: (Omit<InspectedFile, 'documents'> & { documents: (InspectedDocument & { change: Inspected })[] })[]
}

/** Reads a file of 1C as if the integration's 1C had uploaded it, and changes nothing. */
export type Inspection = (
  integration: { key: number; locationId: string },
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  gone: AbortSignal,
) => Promise<FileInspection>

/**
 * The returned function first stores the file in the temporary folder of this server, because an archive is read from its end. Throws
 * AppError `too-large`, `too-many-requests`, or `invalid` if the file can't be read at all.
 */
export function openInspection(
  db: Database,
  limits: UploadLimits,
  catalogue: CatalogueLimits,
  { size, documents, lines, atOnce }: InspectionLimits,
): Inspection {
  const running: string[] = []
  const perLocation = Math.max(1, Math.floor(atOnce / 2))
  return async ({ key, locationId }, name, bytes, signal) => {
    const own = running.filter(location => location === locationId).length
    if (running.length >= atOnce || own >= perLocation)
      throw new AppError('too-many-requests', describeProblem('inspections-busy'), {
        retryAfterSeconds: RETRY_SECONDS,
      })
    running.push(locationId)
    const path = join(tmpdir(), `obmen-inspected-${randomUUID()}`)
    try {
      await pipeline(limitSize(bytes, size), createWriteStream(path, { mode: 0o600 }))
      const with1c = { integrationKey: key, limit: catalogue.items, shown: documents }
      const { files, changes } = await inspectFile(path, {
        ...{ limits, catalogue, name, maxDocuments: documents, maxItems: documents, signal: signal },
        withComparison: work => withComparison(db, with1c, work),
      }).catch((error: unknown) => {
        const refusal = explainUnreadable(error, name)
        throw refusal ? new AppError('invalid', refusal.problem) : error
      })
      const inspections: FileInspection['files'] = []
      let remaining = lines
      for (const file of files) {
        const inspected: FileInspection['files'][number]['documents'] = []
        for (const inspectedDocument of file.documents) {
          signal.throwIfAborted()
          if (remaining <= 0) break
          const change = await inspectDocument(db, key, inspectedDocument.document)
          remaining -= change.changes?.lines.length ?? 0
          inspected.push({ ...inspectedDocument, change })
        }
        inspections.push({ ...file, documents: inspected })
      }
      return { files: inspections, changes }
    } finally {
      running.splice(running.indexOf(locationId), 1)
      await rm(path, { force: true })
    }
  }
}

const RETRY_SECONDS = 5

async function* limitSize(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const piece of bytes) {
    seen += piece.length
    if (seen > size)
      throw new AppError('too-large', describeProblem('inspected-file-too-large', { limit: size }))
    yield piece
  }
}
