import { randomUUID } from 'node:crypto'
import { open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReceivedDocument } from '@obmen/codec'
import { describeProblem } from '@obmen/contract'
import type { FileInspection } from '@obmen/contract/rest'
import { readDocument } from '../accounting/apply/apply-documents.js'
import type { CatalogueLimits } from '../catalogue/catalogue.js'
import { withComparison } from '../catalogue/inspection/catalogue-comparison.js'
import type { Database } from '../db/database.js'
import { AppError } from '../errors/app-error.js'
import { explainUnreadable } from '../uploads/processing/read-upload.js'
import { inspectDocument } from './inspect-document.js'
import { inspectFile, SHOWN_CHARACTERS } from './inspect-file.js'

/**
 * Keys of the config. Documents, or items of a catalogue, and changes of lines count over all files of an
 * archive. Of the inspections at once, one location may have half, but at least one.
 */
export type InspectionLimits = CatalogueLimits &
  Record<
    'fileInspectionSize' | 'fileInspectionDocuments' | 'fileInspectionLines' | 'fileInspectionsAtOnce',
    number
  >

type InspectedDocument = FileInspection['items'][number]['documents'][number]

/** Reads a file of 1C as if the integration's 1C had uploaded it, and changes nothing. */
export type Inspection = (
  integration: { key: number; locationId: string },
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  gone: AbortSignal,
) => Promise<FileInspection>

/**
 * The returned function first stores the file in the temporary folder, because an archive is read from its
 * end; its name is removed at once, so that nothing stays there if the server dies.
 * @throws AppError `too-large`, `too-many-requests`, or `invalid` if the file can't be read at all
 */
export function openInspection(db: Database, limits: InspectionLimits): Inspection {
  const { fileInspectionDocuments: shown, fileInspectionsAtOnce: atOnce } = limits
  const running: string[] = []
  const perLocation = Math.max(1, Math.floor(atOnce / 2))
  return async ({ key, locationId }, name, bytes, signal) => {
    const own = running.filter(location => location === locationId).length
    if (running.length >= atOnce || own >= perLocation)
      throw new AppError('too-many-requests', describeProblem('inspections-busy'))
    running.push(locationId)
    const path = join(tmpdir(), `obmen-inspected-${randomUUID()}`)
    try {
      await using file = await open(path, 'wx+', 0o600)
      // Windows may refuse this while the file is open.
      await rm(path).catch(() => undefined)
      await writeFile(file, limitSize(bytes, limits.fileInspectionSize))
      const with1c = { integrationKey: key, limit: limits.catalogueItemsLimit, shown }
      const { files, changes } = await inspectFile(file, {
        limits,
        name,
        maxItems: shown,
        signal,
        show: showDocuments(db, key, limits),
        withComparison: work => withComparison(db, with1c, work),
      }).catch((error: unknown) => {
        const refusal = explainUnreadable(error, name)
        throw refusal ? new AppError('invalid', refusal.problem) : error
      })
      return { items: files, catalogue: changes }
    } finally {
      running.splice(running.indexOf(locationId), 1)
      await rm(path, { force: true })
    }
  }
}

/** Compares the first documents of all files, within the limits. */
function showDocuments(
  db: Database,
  integrationKey: number,
  limits: InspectionLimits,
): (document: string) => Promise<InspectedDocument | undefined> {
  let { fileInspectionDocuments: documents, fileInspectionLines: lines } = limits
  let characters = SHOWN_CHARACTERS
  return async text => {
    if (documents <= 0 || lines <= 0 || characters <= 0) return undefined
    const document = JSON.parse(text) as ReceivedDocument
    const { orderNumber, documentNumber, documentDate, total, currency, posted, deleted, canceled } =
      readDocument(document).reported
    const { outcome, orderId = null, changes } = await inspectDocument(db, integrationKey, document)
    const shown: InspectedDocument = {
      orderId,
      orderNumber,
      documentNumber,
      documentDate,
      total,
      currency,
      posted,
      deleted,
      canceled,
      outcome,
      parts: changes?.parts ?? [],
      lineChanges: changes?.lines ?? [],
    }
    documents--
    lines -= shown.lineChanges.length
    characters -= JSON.stringify(shown).length
    return shown
  }
}

async function* limitSize(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const piece of bytes) {
    seen += piece.length
    if (seen > size)
      throw new AppError('too-large', describeProblem('inspected-file-too-large', { limit: size }))
    yield piece
  }
}
