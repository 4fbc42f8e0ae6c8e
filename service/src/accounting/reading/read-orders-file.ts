import { setTimeout as delay } from 'node:timers/promises'
import type { ReceivedDocument } from '@obmen/codec'
import type { Database, Queryable } from '../../db/database.js'
import { loadFeed } from '../../sale-feed/load-feed.js'
import {
  clearDocuments,
  progressOf,
  recordOutcomes,
  recordProgress,
  stageDocuments,
} from '../../uploads/processing/file-progress.js'
import type { FileReader, ReadOutcome, StoredFile } from '../../uploads/processing/file-reader.js'
import type { UploadLimits } from '../../uploads/upload-limits.js'
import { type AppliedDocument, applyDocuments, lockAccounting } from '../apply/apply-documents.js'
import { parseDocuments } from './parse-documents.js'

/** Documents loaded for one transaction: how many, and how many bytes as the database stores them: unpacked, up to ninety times as many. */
const AT_ONCE = 100
const APPLIED_BYTES = 128 * 1024
/** Bytes of documents staged at once. */
const STAGED_BYTES = 1024 * 1024

export interface ReadOrdersOptions {
  db: Database
  limits: UploadLimits
  /** Records the events of the changes, in their transaction. */
  recordEvents: (tx: Queryable, integrationKey: number, applied: readonly AppliedDocument[]) => Promise<void>
}

/**
 * Reads a file of orders. All documents are staged first, so that nothing of an unreadable file counts; then they are saved
 * in short transactions, each of which records its progress.
 */
export function openOrdersReader(options: ReadOrdersOptions): FileReader {
  return async (file, signal) => {
    const before = await progressOf(options.db, file)
    if (before.applied === 0) await stage(options, file, signal)
    return applyStaged(options, file, signal)
  }
}

async function stage(
  { db, limits }: ReadOrdersOptions,
  file: StoredFile,
  signal: AbortSignal,
): Promise<void> {
  // What an interrupted reading staged.
  await clearDocuments(db, [file.uploadId], file.number)
  let waiting: string[] = []
  let size = 0
  let position = 0
  const write = async (): Promise<void> => {
    if (waiting.length === 0) return
    await stageDocuments(db, file, position, waiting)
    position += waiting.length
    waiting = []
    size = 0
  }
  for await (const documents of parseDocuments(file.bytes(), limits, signal)) {
    for (const document of documents) {
      waiting.push(document)
      size += document.length
      if (size >= STAGED_BYTES) await write()
    }
  }
  await write()
}

async function applyStaged(
  options: ReadOrdersOptions,
  file: StoredFile,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  const { db } = options
  for (;;) {
    signal.throwIfAborted()
    const started = performance.now()
    const { more, outcome } = await applyNext(options, file)
    if (!more) return outcome
    // Leaves the database to others for a while.
    await delay(Math.min(50, (performance.now() - started) / 4), undefined, { signal })
  }

  async function applyNext({ recordEvents }: ReadOrdersOptions, file: StoredFile) {
    const { uploadId, number, integrationKey } = file
    return db.transaction(async tx => {
      await lockAccounting(tx, integrationKey)
      const loaded = await loadFeed(tx, integrationKey)
      const { rows } = await tx.query<{ position: number; document: ReceivedDocument; last: number }>(
        `select position, document, last
           from (select n.*, sum(size) over (order by position) as bytes,
                        (select max(position) from upload_document where upload_id = $1 and file = $2) as last
                   from (select position, document, pg_column_size(document) as size
                           from upload_document
                          where upload_id = $1 and file = $2 and position > (
                                  select applied from upload_file where upload_id = $1 and number = $2 for update)
                          order by position limit $3) n) s
          where bytes - size < $4 order by position`,
        [uploadId, number, AT_ONCE, APPLIED_BYTES],
      )
      // Without settings the integration has been removed, and its documents no longer matter.
      const applied = loaded
        ? await applyDocuments(
            tx,
            rows.map(({ document }) => document),
            { integrationKey, uploadId, feed: loaded.feed, now: new Date() },
          )
        : []
      await recordOutcomes(
        tx,
        file,
        applied.map(({ outcome, orderKey, changes }, index) => ({
          ...{ position: rows[index]!.position, outcome, orderKey, changes },
        })),
      )
      await recordEvents(tx, integrationKey, applied)
      const latest = loaded ? rows[applied.length - 1] : rows.at(-1)
      const changed = applied.filter(({ outcome }) => outcome === 'changed').length
      const progress = latest
        ? await recordProgress(tx, file, { applied: latest.position, changed })
        : await progressOf(tx, file)
      return {
        more: latest !== undefined && latest.position < latest.last,
        outcome: { documents: progress.applied, changed: progress.changed },
      }
    })
  }
}
