import { CommercemlError } from '@obmen/codec'
import { describeProblem } from '@obmen/contract'
import type { Database, Queryable } from '../../db/database.js'
import { type AttentionScope, notifyAttention } from '../../db/live-channel.js'
import { storableJson } from '../../db/values.js'
import { detectContent } from '../content/detect-content.js'
import { accompaniesCatalogue, detectFileKind, type FileKind, KIND_MARGIN } from '../content/file-kind.js'
import { type Archive, openArchive } from '../content/open-archive.js'
import { readPieces } from '../content/pieces.js'
import { UploadRangeReader } from '../content/upload-range-reader.js'
import { type Upload, UploadRefused } from '../upload.js'
import type { UploadLimits } from '../upload-limits.js'
import type { FileReader, ReadOutcome, StoredFile } from './file-reader.js'

export interface ReadUploadOptions {
  db: Database
  limits: UploadLimits
  reader: (kind: Exclude<FileKind, 'other'>) => FileReader
  /** Records the event of an upload whose files have all been read, in the transaction that finishes it. */
  recordEvent: (tx: Queryable, upload: Upload) => Promise<void>
}

interface FileRow {
  number: number
  state: 'waiting' | 'done' | 'failed'
}

/** Reads an upload file by file, from where an earlier attempt was interrupted, and records the results. */
export async function readUpload(
  options: ReadUploadOptions,
  upload: Upload,
  signal: AbortSignal,
): Promise<void> {
  const { db, limits, reader, recordEvent } = options
  let archive: Archive | undefined
  try {
    if (upload.content === 'archive')
      archive = await openArchive(await UploadRangeReader.open(db, upload.id), upload.size, limits)
    const files = archive?.files ?? [
      { name: upload.name, size: upload.size, bytes: () => readPieces(db, upload.id) },
    ]
    for (const [index, { name, size, bytes }] of files.entries()) {
      signal.throwIfAborted()
      const file: StoredFile = { ...pick(upload), number: index + 1, name, bytes }
      const known = await findFile(db, file)
      if (known && known.state !== 'waiting') continue
      const kind = upload.content === 'other' ? 'other' : await kindOf(file)
      if (!known) await addFile(db, file, kind, size)
      if (kind === 'other') await finishFile(db, file, { documents: 0, changed: 0 })
      else await readFile(db, file, reader(kind), signal)
    }
    await db.transaction(async tx => {
      await finishUpload(tx, upload.id)
      await recordEvent(tx, upload)
    })
  } catch (error) {
    const refusal = explainUnreadable(error, upload.name)
    if (!refusal) throw error
    await failUpload(options, upload, refusal)
  } finally {
    archive?.close()
  }
}

const pick = ({ id, integrationKey, locationId, type }: Upload) => ({
  uploadId: id,
  integrationKey,
  locationId,
  type,
})

async function kindOf(file: StoredFile): Promise<FileKind> {
  if (accompaniesCatalogue(file)) return 'other'
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const bytes of file.bytes()) {
    pieces.push(bytes)
    size += bytes.length
    if (size >= KIND_MARGIN) break
  }
  const head = Buffer.concat(pieces).subarray(0, KIND_MARGIN)
  const kind = detectFileKind(head, file.type)
  // Pictures and the like accompany a catalogue. A file that should be readable and isn't goes to the reader, which says why.
  const isDue = /\.xml$/i.test(file.name) || (file.type === 'sale' && detectContent(head) === 'archive')
  return kind === 'other' && isDue ? 'orders' : kind
}

async function readFile(
  db: Database,
  file: StoredFile,
  read: FileReader,
  signal: AbortSignal,
): Promise<void> {
  try {
    await finishFile(db, file, await read(file, signal))
  } catch (error) {
    const refusal = explainUnreadable(error, file.name)
    if (!refusal) throw error
    await db.query(
      `update upload_file set state = 'failed', failure = $3, failure_line = $4, failure_column = $5,
              failure_reason = $6
        where upload_id = $1 and number = $2`,
      [file.uploadId, file.number, refusal.message, refusal.line, refusal.column, reasonOf(refusal)],
    )
  }
}

async function findFile(db: Database, file: StoredFile): Promise<FileRow | undefined> {
  const { rows } = await db.query<FileRow>(
    'select number, state from upload_file where upload_id = $1 and number = $2',
    [file.uploadId, file.number],
  )
  return rows[0]
}

async function addFile(db: Database, file: StoredFile, kind: FileKind, size: number): Promise<void> {
  await db.query(
    'insert into upload_file (upload_id, number, name, kind, size) values ($1, $2, $3, $4, $5)',
    [file.uploadId, file.number, file.name, kind, size],
  )
}

async function finishFile(
  db: Database,
  file: StoredFile,
  { documents, changed }: ReadOutcome,
): Promise<void> {
  await db.query(
    `update upload_file set state = 'done', documents = $3, changed = $4 where upload_id = $1 and number = $2`,
    [file.uploadId, file.number, documents, changed],
  )
}

/** A file that was read needs its first and last bytes no more: of a picture nothing else is kept. */
const FORGET_MARGINS = `head = '', tail = ''`

/** One unreadable file makes the upload a failure; its other files still count. */
async function finishUpload(tx: Queryable, uploadId: number): Promise<void> {
  const { rows } = await tx.query<AttentionScope>(
    `update upload u
        set state = case when f.failure is null then 'done' else 'failed' end, finished_at = now(), reader = null,
            documents = f.documents, changed = f.changed, failure = f.failure, failure_line = f.line, failure_column = f.column,
            failure_reason = f.reason, ${FORGET_MARGINS}
       from (select coalesce(sum(documents), 0) as documents, coalesce(sum(changed), 0) as changed,
                    (array_agg(failure order by number) filter (where failure is not null))[1] as failure,
                    (array_agg(failure_reason order by number) filter (where failure is not null))[1] as reason,
                    (array_agg(failure_line order by number) filter (where failure is not null))[1] as line,
                    (array_agg(failure_column order by number) filter (where failure is not null))[1] as column
               from upload_file where upload_id = $1) f
      where u.id = $1
      returning u.location_id as "locationId", (select id from integration i where i.key = u.integration_key) as "integrationId"`,
    [uploadId],
  )
  await notifyAttention(tx, rows)
}

/**
 * Ends an upload that can't be read to its end. What its files changed before that stays, and is counted and announced as at the end of
 * any other.
 */
export async function failUpload(
  { db, recordEvent }: Pick<ReadUploadOptions, 'db' | 'recordEvent'>,
  upload: Upload,
  refusal: UploadRefused,
): Promise<void> {
  const failure = [refusal.message, refusal.line, refusal.column, reasonOf(refusal)]
  await db.transaction(async tx => {
    await tx.query(
      `update upload_file set state = 'failed', documents = changed, failure = $2, failure_line = $3, failure_column = $4,
              failure_reason = $5
        where upload_id = $1 and state = 'waiting'`,
      [upload.id, ...failure],
    )
    const { rows } = await tx.query<AttentionScope>(
      `update upload u
          set state = 'failed', finished_at = now(), reader = null, documents = f.documents, changed = f.changed,
              failure = $2, failure_line = $3, failure_column = $4, failure_reason = $5, ${FORGET_MARGINS}
         from (select coalesce(sum(documents), 0) as documents, coalesce(sum(changed), 0) as changed
                 from upload_file where upload_id = $1) f
        where id = $1
        returning location_id as "locationId", (select id from integration i where i.key = u.integration_key) as "integrationId"`,
      [upload.id, ...failure],
    )
    await notifyAttention(tx, rows)
    await recordEvent(tx, upload)
  })
}

function reasonOf({ problem: { code, params } }: UploadRefused): string {
  return storableJson({ code, params })
}

/** In words for the accountant, with line, column and remedy; undefined when it is not the file's fault. */
export function explainUnreadable(error: unknown, name: string): UploadRefused | undefined {
  if (error instanceof UploadRefused) return error
  if (!(error instanceof CommercemlError)) return undefined
  const { line, column, code } = error
  return new UploadRefused(describeProblem('file-unreadable', { name, line, column, problem: code }), {
    line,
    column,
  })
}
