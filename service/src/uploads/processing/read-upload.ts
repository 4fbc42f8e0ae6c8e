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
import type { FileReader, StoredFile } from './file-reader.js'

export interface ReadUploadOptions {
  db: Database
  reader: (kind: Exclude<FileKind, 'other'>) => FileReader
  /** Records the event of an upload whose files have all been read, in the transaction that finishes it. */
  recordEvent: (tx: Queryable, upload: Upload) => Promise<void>
}

/** Reads an upload file by file, from where an earlier attempt was interrupted, and records the results. */
export async function readUpload(
  options: ReadUploadOptions,
  upload: Upload,
  signal: AbortSignal,
): Promise<void> {
  const { db, reader, recordEvent } = options
  let archive: Archive | undefined
  try {
    if (upload.content === 'archive')
      archive = await openArchive(await UploadRangeReader.open(db, upload.id), upload.size)
    const files = archive?.files ?? [
      { name: upload.name, size: upload.size, bytes: () => readPieces(db, upload.id) },
    ]
    for (const [index, { name, size, bytes }] of files.entries()) {
      signal.throwIfAborted()
      const { id: uploadId, integrationKey, locationId, type } = upload
      const file: StoredFile = { uploadId, integrationKey, locationId, type, number: index + 1, name, bytes }
      const state = await stateOf(db, file)
      if (state === 'done' || state === 'failed') continue
      const kind = upload.content === 'other' ? 'other' : await kindOf(file)
      if (!state) await addFile(db, file, kind, size)
      if (kind === 'other') await finishFile(db, file, 0)
      else await readFile(db, file, reader(kind), signal)
    }
    await db.transaction(async tx => {
      await endUpload(tx, upload.id)
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
  // A file that should be readable and isn't goes to the reader, which says why.
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
      [file.uploadId, file.number, ...failureOf(refusal)],
    )
  }
}

async function stateOf(db: Database, file: StoredFile): Promise<string | undefined> {
  const { rows } = await db.query<{ state: string }>(
    'select state from upload_file where upload_id = $1 and number = $2',
    [file.uploadId, file.number],
  )
  return rows[0]?.state
}

async function addFile(db: Database, file: StoredFile, kind: FileKind, size: number): Promise<void> {
  await db.query(
    'insert into upload_file (upload_id, number, name, kind, size) values ($1, $2, $3, $4, $5)',
    [file.uploadId, file.number, file.name, kind, size],
  )
}

async function finishFile(db: Database, file: StoredFile, documents: number): Promise<void> {
  await db.query(
    `update upload_file set state = 'done', documents = $3 where upload_id = $1 and number = $2`,
    [file.uploadId, file.number, documents],
  )
}

/**
 * Ends an upload. One unreadable file makes it a failure, for that file's reason unless there is a `refusal`;
 * its other files still count. Of the bytes of a picture nothing is kept.
 */
async function endUpload(tx: Queryable, uploadId: number, refusal?: UploadRefused): Promise<void> {
  const { rows } = await tx.query<AttentionScope>(
    `update upload u
        set state = case when coalesce($2, f.failure) is null then 'done' else 'failed' end,
            finished_at = now(), reader = null, documents = t.documents, changed = t.changed,
            failure = coalesce($2, f.failure), failure_reason = coalesce($5, f.failure_reason),
            failure_line = case when $2 is null then f.failure_line else $3 end,
            failure_column = case when $2 is null then f.failure_column else $4 end, head = '', tail = ''
       from (select coalesce(sum(documents), 0) as documents, coalesce(sum(changed), 0) as changed
               from upload_file where upload_id = $1) t
       left join (select * from upload_file where upload_id = $1 and state = 'failed'
                   order by number limit 1) f on true
      where u.id = $1
      returning u.location_id as "locationId",
                (select id from integration i where i.key = u.integration_key) as "integrationId"`,
    [uploadId, ...(refusal ? failureOf(refusal) : [null, null, null, null])],
  )
  await notifyAttention(tx, rows)
}

/**
 * Ends an upload that can't be read to its end. What its files changed before that stays, and is counted and
 * announced as at the end of any other.
 */
export async function failUpload(
  { db, recordEvent }: Pick<ReadUploadOptions, 'db' | 'recordEvent'>,
  upload: Upload,
  refusal: UploadRefused,
): Promise<void> {
  await db.transaction(async tx => {
    await tx.query(
      `update upload_file
          set state = 'failed', documents = changed, failure = $2, failure_line = $3, failure_column = $4,
              failure_reason = $5
        where upload_id = $1 and state = 'waiting'`,
      [upload.id, ...failureOf(refusal)],
    )
    await endUpload(tx, upload.id, refusal)
    await recordEvent(tx, upload)
  })
}

function failureOf({ message, line, column, problem: { code, params } }: UploadRefused) {
  return [message, line, column, storableJson({ code, params })]
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
