import { setTimeout as delay } from 'node:timers/promises'
import type { ReceivedDocument } from '@obmen/codec'
import type { Database, Queryable } from '../../db/database.js'
import type { NewEvent } from '../../events/event.js'
import { recordEvents } from '../../events/record-events.js'
import { loadFeed } from '../../sale-feed/feed.js'
import {
  clearDocuments,
  countApplied,
  recordOutcomes,
  recordProgress,
  stageDocuments,
} from '../../uploads/processing/file-progress.js'
import {
  type FileReader,
  ReadingPaused,
  type StoredFile,
  WORK_MS,
} from '../../uploads/processing/file-reader.js'
import { type AppliedDocument, applyDocuments, lockAccounting } from '../apply/apply-documents.js'
import { loadItemsOf } from '../load-items.js'
import { parseDocuments } from './parse-documents.js'

/** Documents applied in one transaction, and their bytes as the database stores them. */
const AT_ONCE = 100
const APPLIED_BYTES = 128 * 1024
const STAGED_CHARACTERS = 1024 * 1024

/**
 * Reads a file of orders. All documents are staged first, so that nothing of an unreadable file counts; then
 * they are saved in short transactions, each of which records its progress.
 */
export function openOrdersReader(db: Database): FileReader {
  return async (file, signal) => {
    let hasMore = false
    if (!(await isStaged(db, file))) hasMore = await stage(db, file, signal)
    const end = performance.now() + WORK_MS
    for (;;) {
      signal.throwIfAborted()
      const started = performance.now()
      hasMore = await applyNext(db, file, hasMore)
      if (!hasMore) return countApplied(db, file)
      if (performance.now() > end) throw new ReadingPaused()
      // Leaves the database to others for a while.
      await delay(Math.min(50, (performance.now() - started) / 4), undefined, { signal })
    }
  }
}

/** Whether there are any. */
async function stage(db: Database, file: StoredFile, signal: AbortSignal): Promise<boolean> {
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
  for await (const documents of parseDocuments(file.bytes(), signal))
    for (const document of documents) {
      waiting.push(document)
      size += document.length
      if (size >= STAGED_CHARACTERS) await write()
    }
  await write()
  return position > 0
}

/** Whether the latest document that was applied is still there; position 0 never is. */
async function isStaged(db: Database, { uploadId, number }: StoredFile): Promise<boolean> {
  const { rowCount } = await db.query(
    `select from upload_document d join upload_file f on f.upload_id = d.upload_id and f.number = d.file
      where f.upload_id = $1 and f.number = $2 and d.position = f.applied`,
    [uploadId, number],
  )
  return rowCount > 0
}

/** The next documents of a file that are not applied yet, and the position of the last one. */
const NEXT_DOCUMENTS = `
  select position, document, last
    from (select n.*, sum(size) over (order by position) as bytes,
                 (select max(position) from upload_document where upload_id = $1 and file = $2) as last
            from (select position, document, pg_column_size(document) as size
                    from upload_document
                   where upload_id = $1 and file = $2 and position > (
                           select applied from upload_file where upload_id = $1 and number = $2 for update)
                   order by position limit $3) n) s
   where bytes - size < $4 order by position`

/** Applies the next documents, of which there are some if it `hasMore`; whether there are more. */
function applyNext(db: Database, file: StoredFile, hasMore: boolean): Promise<boolean> {
  const { uploadId, number, integrationKey } = file
  return db.transaction(async tx => {
    await lockAccounting(tx, integrationKey)
    const loaded = await loadFeed(tx, integrationKey)
    const { rows } = await tx.query<{ position: number; document: ReceivedDocument; last: number }>(
      NEXT_DOCUMENTS,
      [uploadId, number, AT_ONCE, APPLIED_BYTES],
    )
    const documents = rows.map(({ document }) => document)
    // Without settings the integration has been removed, and its documents no longer matter.
    const applied = loaded
      ? await applyDocuments(tx, documents, { integrationKey, uploadId, feed: loaded.feed, now: new Date() })
      : []
    const outcomes = applied.map(({ outcome, orderKey, changes }, index) => ({
      position: rows[index]!.position,
      outcome,
      orderKey,
      changes,
    }))
    await recordOutcomes(tx, file, outcomes)
    await recordChanges(tx, integrationKey, applied)
    const latest = loaded ? rows[applied.length - 1] : rows.at(-1)
    const changed = applied.filter(({ outcome }) => outcome === 'changed').length
    if (!latest && hasMore && loaded) throw new Error('another server has cleared the documents of a file')
    if (!latest) return false
    await recordProgress(tx, file, { applied: latest.position, changed })
    return latest.position < latest.last
  })
}

/** The events of what was applied. */
async function recordChanges(
  tx: Queryable,
  integrationKey: number,
  applied: readonly AppliedDocument[],
): Promise<void> {
  const orderKeys = applied.flatMap(({ changes, orderKey }) => (changes?.parts.length && orderKey) || [])
  const items = await loadItemsOf(tx, integrationKey, orderKeys)
  const events = applied.flatMap(({ unknown, orderKey, changes }): NewEvent[] => {
    if (unknown) {
      const { documentId, orderNumber: numberIn1c, documentNumber, documentDate } = unknown.reported
      const data = { documentId, numberIn1c, documentNumber, documentDate, reason: unknown.reason }
      return [{ type: 'document.unknown', integrationKey, data }]
    }
    const item = orderKey === undefined ? undefined : items.get(orderKey)
    if (!item || !changes || changes.parts.length === 0) return []
    const data = { ...item, changed: changes.parts }
    return [{ type: 'order.accounting.updated', integrationKey, orderKey, data }]
  })
  await recordEvents(tx, events)
}
