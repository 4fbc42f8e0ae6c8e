import { openOrdersReader } from '../accounting/reading/read-orders-file.js'
import { recordAccountingEvents } from '../accounting/record-accounting-events.js'
import { noteFailedFile } from '../catalogue/apply/import.js'
import { recordUploadEvent } from '../catalogue/apply/tally.js'
import type { CatalogueLimits } from '../catalogue/catalogue.js'
import { openCatalogueReader } from '../catalogue/reading/read-catalogue-file.js'
import type { Config } from '../config.js'
import type { Database } from '../db/database.js'
import { type Inspection, openInspection } from '../inspection/open-inspection.js'
import type { Logger } from '../log.js'
import type { FileReader } from '../uploads/processing/file-reader.js'
import { startUploadWork } from '../uploads/processing/upload-work.js'
import type { UploadDeps } from '../uploads/receive/answer-upload.js'
import type { UploadLimits } from '../uploads/upload-limits.js'
import { countHeldBytes } from '../workers/held-bytes.js'

/** Files that 1C sends: receives them, and assigns a reader to each kind. */
export function openUploads({
  config,
  db,
  log,
}: {
  config: Config
  db: Database
  log: Logger
}): UploadDeps & AsyncDisposable {
  const limits = uploadLimits(config)
  const readOrders = openOrdersReader({ db, limits, recordEvents: recordAccountingEvents })
  const readCatalogue = openCatalogueReader({ db, limits, catalogue: catalogueLimits(config) })
  const reader = (kind: 'orders' | 'catalogue'): FileReader =>
    kind === 'catalogue' ? readCatalogue : readOrders
  const work = startUploadWork({
    db,
    limits,
    log,
    reader,
    recordEvent: recordUploadEvent,
    noteLost: ({ integrationKey }) => noteFailedFile(async () => ({ db, integrationKey }), log),
  })
  const held = countHeldBytes(config.uploadBytesLimit)
  return { db, limits, held, work, [Symbol.asyncDispose]: () => work[Symbol.asyncDispose]() }
}

export function uploadLimits(config: Config): UploadLimits {
  return {
    size: config.uploadSizeLimit,
    sessionFiles: config.uploadSessionFiles,
    keepBytes: config.uploadKeepBytes,
    unpacked: config.uploadUnpackedLimit,
    ratio: config.uploadRatioLimit,
    archiveFiles: config.uploadArchiveFiles,
    depth: config.uploadXmlDepth,
    attributes: config.uploadXmlAttributes,
    textLength: config.uploadTextLimit,
    documentElements: config.uploadDocumentElements,
    readSeconds: config.uploadReadSeconds,
    readMemory: config.uploadReadMemory,
    atOnce: config.uploadsAtOnce,
    answerSeconds: config.uploadAnswerSeconds,
    quietMinutes: config.uploadQuietMinutes,
  }
}

export function catalogueLimits(config: Config): CatalogueLimits {
  return {
    items: config.catalogueItemsLimit,
    textLength: config.catalogueTextLimit,
    listLength: config.catalogueListLimit,
  }
}

/** Reads a file of 1C as if it had been uploaded. */
export function inspectionOf(db: Database, config: Config): Inspection {
  return openInspection(db, uploadLimits(config), catalogueLimits(config), {
    size: config.fileInspectionSize,
    documents: config.fileInspectionDocuments,
    lines: config.fileInspectionLines,
    atOnce: config.fileInspectionsAtOnce,
  })
}
