import { setTimeout as delay } from 'node:timers/promises'
import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { Busy, Semaphore } from '../../workers/semaphore.js'
import {
  comparedName,
  UPLOAD_COLUMNS,
  UPLOADED,
  type Upload,
  type UploadAnswer,
  type UploadLimits,
  UploadRefused,
} from '../upload.js'
import { completeFiles, type IncomingPart, lockSessionFiles } from './open-part.js'
import { receivePart } from './receive-part.js'

export interface UploadDeps {
  db: Database
  limits: UploadLimits
  /** Parts that come at once: each holds a piece in memory. */
  parts: Semaphore
}

/** Parts under way at once, and those of one location: a client that trickles keeps its place for long. */
const PARTS = 200
const PARTS_OF_LOCATION = 100

export function openParts(): Semaphore {
  return new Semaphore({ limit: PARTS, ofOwner: PARTS_OF_LOCATION })
}

/** How long an answer `progress` is delayed: УТ repeats its request immediately, for as long as it takes. */
const PROGRESS_MS = 1500

/** mode=file: stores the part; a file that is now complete is read at once, and the result is the answer. */
export async function answerFile(deps: UploadDeps, part: IncomingPart): Promise<UploadAnswer> {
  const { db, limits, parts } = deps
  const leave = await parts.enter({ owners: [part.locationId] }).catch((error: unknown) => {
    if (error instanceof Busy) throw new AppError('unavailable', describeProblem('too-many-bytes'))
    throw error
  })
  try {
    const { uploadId, whole } = await receivePart(db, limits, part).finally(leave)
    if (!whole) return UPLOADED
    // A catalogue is asked about again; for orders this answer is the only one that УТ waits for.
    const timeout = part.type === 'sale' ? limits.uploadAnswerSeconds * 1000 : PROGRESS_MS
    const answer = await waitFor(deps, [uploadId], timeout)
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
  const { file, uploadIds } = await findUploads(deps.db, sessionId, name)
  if (uploadIds.length === 0) return notReceived(name)
  return waitFor(deps, uploadIds, PROGRESS_MS, file)
}

function notReceived(name: string | undefined): UploadAnswer {
  return { result: 'failure', text: describeProblem('file-not-received', { name: name ?? '' }).message }
}

interface FoundUploads {
  uploadIds: number[]
  /** The requested file, if the uploads are archives one of which may contain it. */
  file: string | undefined
}

/**
 * The latest upload with that name, else archives that may contain it: УТ sends an archive under any name and
 * asks for what is in it.
 */
async function findUploads(db: Database, sessionId: number, name: string | undefined): Promise<FoundUploads> {
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
    return { uploadIds: found.map(({ id }) => id), file: named ? undefined : requestedName }
  })
}

/** Waits until the uploads are read, for at most `timeoutMs`; answers for `file` in them, if it is given. */
async function waitFor(
  { db }: UploadDeps,
  uploadIds: readonly number[],
  timeoutMs: number,
  file?: string,
): Promise<UploadAnswer> {
  const until = performance.now() + timeoutMs
  for (let pause = 10; ; pause = Math.min(2 * pause, POLL_MS)) {
    const state = file === undefined ? await stateOf(db, uploadIds) : await stateInside(db, uploadIds, file)
    if (state.result !== 'progress' || performance.now() >= until) return state
    await delay(Math.min(pause, Math.max(1, until - performance.now())))
  }
}

/** How often to look whether an upload has been read, at last. */
const POLL_MS = 200

/** The result of uploads, once all are read: a failure of one is theirs, the latest first. */
async function stateOf(db: Database, uploadIds: readonly number[]): Promise<UploadAnswer> {
  const { rows } = await db.query<Pick<Upload, 'state' | 'failure'>>(
    'select state, failure from upload where id = any($1::bigint[]) order by id desc',
    [uploadIds],
  )
  if (rows.some(({ state }) => state !== 'done' && state !== 'failed')) return { result: 'progress' }
  const failed = rows.find(({ state }) => state === 'failed')
  return failed ? { result: 'failure', text: failed.failure! } : UPLOADED
}

/** The result for a file of the latest of these archives that has it. */
async function stateInside(db: Database, uploadIds: readonly number[], file: string): Promise<UploadAnswer> {
  const { rows } = await db.query<{
    uploadId: number
    isRead: boolean
    name: string | null
    state: string | null
    failure: string | null
  }>(
    `select u.id as "uploadId", u.state in ('done', 'failed') as "isRead", f.name, f.state, f.failure
       from upload u left join upload_file f on f.upload_id = u.id
      where u.id = any($1::bigint[]) order by u.id desc, f.number`,
    [uploadIds],
  )
  const row = rows.find(({ name }) => name !== null && comparedName(name) === file)
  // A later one may have it, too.
  if (row && rows.some(({ uploadId, isRead }) => uploadId > row.uploadId && !isRead))
    return { result: 'progress' }
  if (row?.state === 'failed') return { result: 'failure', text: row.failure! }
  if (row) return row.state === 'done' ? UPLOADED : { result: 'progress' }
  // An archive that failed may have had it.
  const state = await stateOf(db, uploadIds)
  return state.result === 'success' ? notReceived(file) : state
}
