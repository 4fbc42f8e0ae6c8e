import { setTimeout as delay } from 'node:timers/promises'
import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import type { RightOfWay } from '../../workers/right-of-way.js'
import type { UploadWork } from '../processing/upload-work.js'
import {
  comparedName,
  UPLOAD_COLUMNS,
  UPLOADED,
  type Upload,
  type UploadAnswer,
  UploadRefused,
  YIELD_FACTOR,
} from '../upload.js'
import type { UploadLimits } from '../upload-limits.js'
import { completeFiles, type IncomingPart, lockSessionFiles, receivePart } from './receive-part.js'

export interface UploadDeps {
  db: Database
  limits: UploadLimits
  work: UploadWork
  rightOfWay: RightOfWay
}

/** УТ repeats its request immediately, for as long as it takes: this is how long an answer `progress` is delayed. */
const PROGRESS_MS = 1500

/** mode=file: stores the part; a file that is now complete is read at once, and the result is the answer. */
export async function answerFile(deps: UploadDeps, part: IncomingPart): Promise<UploadAnswer> {
  const { db, limits, work, rightOfWay } = deps
  try {
    const { uploadId, whole, completed } = await receivePart(
      db,
      part,
      limits,
      rightOfWay.pace(YIELD_FACTOR[part.type]),
    )
    for (const id of completed) void work.read(id)
    if (!whole) return UPLOADED
    // A catalogue is asked about again; for orders this answer is the only one that УТ waits for.
    const timeout = part.type === 'sale' ? limits.answerSeconds * 1000 : PROGRESS_MS
    const answer = await waitFor(deps, uploadId, timeout)
    // The file is stored, and any server goes on reading it.
    return answer.result === 'progress' ? UPLOADED : answer
  } catch (error) {
    if (error instanceof UploadRefused) return { result: 'failure', text: error.message }
    throw error
  }
}

/** mode=import: completes the file and reports the progress of reading it. */
export async function answerImport(
  deps: UploadDeps,
  { sessionId, name }: { sessionId: number; name: string | undefined },
): Promise<UploadAnswer> {
  const found = await findUploads(deps.db, sessionId, name)
  if (found.length === 0)
    return { result: 'failure', text: describeProblem('file-not-received', { name: name ?? '' }).message }
  const until = performance.now() + PROGRESS_MS
  for (const { uploadId, file } of found) {
    const answer = await waitFor(deps, uploadId, Math.max(0, until - performance.now()), file)
    if (answer.result !== 'success') return answer
  }
  return UPLOADED
}

interface FoundUpload {
  uploadId: number
  /** The requested file, if the upload is an archive that may contain it. */
  file: string | undefined
}

/**
 * The latest upload with that name, else archives that may contain it: УТ sends an archive under any name and asks for what is in
 * it.
 */
async function findUploads(
  db: Database,
  sessionId: number,
  name: string | undefined,
): Promise<FoundUpload[]> {
  return db.transaction(async tx => {
    await lockSessionFiles(tx, sessionId)
    const { rows } = await tx.query<Upload>(
      `select ${UPLOAD_COLUMNS} from upload where session_id = $1 and size > 0 order by id desc`,
      [sessionId],
    )
    const requestedName = name && comparedName(name)
    const named = requestedName ? rows.find(row => comparedName(row.name) === requestedName) : undefined
    const found = named ? [named] : requestedName ? rows.filter(({ content }) => content === 'archive') : rows
    await completeFiles(
      tx,
      found.filter(({ state }) => state === 'receiving').map(({ id }) => id),
    )
    return found.map(({ id }) => ({ uploadId: id, file: named ? undefined : requestedName }))
  })
}

/** Reads the upload, or waits for the server that is reading it, for at most `timeoutMs`. */
async function waitFor(
  { db, work }: UploadDeps,
  uploadId: number,
  timeoutMs: number,
  file?: string,
): Promise<UploadAnswer> {
  const until = performance.now() + timeoutMs
  const over = new AbortController()
  const timeout = delay(timeoutMs, undefined, { signal: over.signal }).catch(() => undefined)
  await Promise.race([work.read(uploadId), timeout])
  over.abort()
  for (;;) {
    const state = await stateOf(db, uploadId, file)
    if (state.result !== 'progress' || performance.now() >= until) return state
    // Another server is reading it.
    await delay(Math.min(200, Math.max(1, until - performance.now())))
  }
}

async function stateOf(db: Database, uploadId: number, file: string | undefined): Promise<UploadAnswer> {
  const { rows } = await db.query<{ state: Upload['state']; failure: string | null }>(
    'select state, failure from upload where id = $1',
    [uploadId],
  )
  const upload = rows[0]
  if (file !== undefined) {
    const inside = await fileState(db, uploadId, file)
    if (inside) return inside
    if (upload?.state === 'done')
      return { result: 'failure', text: describeProblem('file-not-received', { name: file }).message }
  }
  if (upload?.state === 'failed') return { result: 'failure', text: upload.failure! }
  return upload?.state === 'done' || !upload ? UPLOADED : { result: 'progress' }
}

/** The result for one file of an archive, if known. */
async function fileState(db: Database, uploadId: number, name: string): Promise<UploadAnswer | undefined> {
  const { rows } = await db.query<{ name: string; state: string; failure: string | null }>(
    'select name, state, failure from upload_file where upload_id = $1',
    [uploadId],
  )
  const row = rows.find(candidate => comparedName(candidate.name) === name)
  if (row?.state === 'failed') return { result: 'failure', text: row.failure! }
  return row?.state === 'done' ? UPLOADED : undefined
}
