import { setTimeout as delay } from 'node:timers/promises'
import type { ReceivedDocument } from '@obmen/codec'
import type { Database, Queryable } from '../../db/database.js'
import { loadFeed } from '../../sale-feed/load-feed.js'
import type { FileReader, ReadOutcome, StoredFile } from '../../uploads/processing/file-reader.js'
import type { UploadLimits } from '../../uploads/upload-limits.js'
import { type AppliedDocument, applyDocuments, lockAccounting } from '../apply/apply-documents.js'
import { parseDocuments } from './parse-documents.js'

/** Documents saved in one transaction, and their bytes as the database stores them. */
const AT_ONCE = 100
const TAKEN_BYTES = 1024 * 1024
/** Bytes of documents staged at once. */
const STAGED_BYTES = 1024 * 1024

export interface ReadOrdersOptions {
  db: Database
  limits: UploadLimits
  /** Announces the changes, in their transaction. */
  announce: (tx: Queryable, integrationKey: number, applied: readonly AppliedDocument[]) => Promise<void>
}

/**
 * Reads a file of orders. First all its documents are staged, so that nothing of a file counts that can't be read to its end; then
 * they are saved in short transactions, each of which records its progress.
 */
export function openOrdersReader(options: ReadOrdersOptions): FileReader {
  return async (file, signal) => {
    const before = await progressOf(options.db, file)
    if (before.applied === 0) await stage(options, file, signal)
    return takeIn(options, file, signal)
  }
}

async function progressOf(db: Database, file: StoredFile): Promise<{ applied: number }> {
  const { rows } = await db.query<{ applied: number }>(
    'select applied from upload_file where upload_id = $1 and number = $2',
    [file.uploadId, file.number],
  )
  return rows[0]!
}

async function stage(
  { db, limits }: ReadOrdersOptions,
  file: StoredFile,
  signal: AbortSignal,
): Promise<void> {
  await db.query('delete from upload_document where upload_id = $1 and file = $2', [
    file.uploadId,
    file.number,
  ])
  let waiting: string[] = []
  let size = 0
  let position = 0
  const write = async (): Promise<void> => {
    if (waiting.length === 0) return
    await db.query(
      `insert into upload_document (upload_id, file, position, document)
       select $1, $2, $3 + ordinality, document from unnest($4::json[]) with ordinality as d(document, ordinality)`,
      [file.uploadId, file.number, position, waiting],
    )
    position += waiting.length
    waiting = []
    size = 0
  }
  for await (const documents of parseDocuments(file.bytes(), limits, signal, file.pace())) {
    for (const document of documents) {
      waiting.push(document)
      size += document.length
      if (size >= STAGED_BYTES) await write()
    }
  }
  await write()
}

async function takeIn(
  options: ReadOrdersOptions,
  file: StoredFile,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  const { db } = options
  const pace = file.pace()
  for (;;) {
    signal.throwIfAborted()
    const started = performance.now()
    const { more, outcome } = await pace.run(() => takeSome(options, file))
    if (!more) return outcome
    // Lets others use the database meanwhile.
    await delay(Math.min(50, (performance.now() - started) / 4), undefined, { signal })
  }

  async function takeSome({ announce }: ReadOrdersOptions, { uploadId, number, integrationKey }: StoredFile) {
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
        [uploadId, number, AT_ONCE, TAKEN_BYTES],
      )
      // Without settings the integration has been removed, and its documents no longer matter.
      const applied = loaded
        ? await applyDocuments(
            tx,
            rows.map(({ document }) => document),
            { integrationKey, uploadId, feed: loaded.feed, now: new Date() },
          )
        : []
      await noteApplied(tx, uploadId, number, rows, applied)
      await announce(tx, integrationKey, applied)
      const { rows: sums } = await tx.query<ReadOutcome>(
        `update upload_file set applied = applied + $3, changed = changed + $4 where upload_id = $1 and number = $2
         returning applied as documents, changed`,
        [uploadId, number, rows.length, applied.filter(({ outcome }) => outcome === 'changed').length],
      )
      const latest = rows.at(-1)
      return { more: latest !== undefined && latest.position < latest.last, outcome: sums[0]! }
    })
  }
}

async function noteApplied(
  tx: Queryable,
  uploadId: number,
  file: number,
  rows: readonly { position: number }[],
  applied: readonly AppliedDocument[],
): Promise<void> {
  await tx.query(
    `update upload_document d set outcome = t.outcome, order_key = t.order_key, changes = t.changes
       from unnest($3::int[], $4::text[], $5::bigint[], $6::json[]) as t(position, outcome, order_key, changes)
      where d.upload_id = $1 and d.file = $2 and d.position = t.position`,
    [
      uploadId,
      file,
      applied.map((_, index) => rows[index]!.position),
      applied.map(({ outcome }) => outcome),
      applied.map(({ orderKey }) => orderKey ?? null),
      applied.map(({ changes }) => (changes ? JSON.stringify(changes) : null)),
    ],
  )
}
