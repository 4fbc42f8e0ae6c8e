import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { toAppError } from '../../errors/to-app-error.js'
import type { Logger } from '../../log.js'
import { UPLOAD_COLUMNS, type Upload, type UploadLimits, UploadRefused, type UploadType } from '../upload.js'
import { ReadingPaused } from './file-reader.js'
import { failUpload, type ReadUploadOptions, readUpload } from './read-upload.js'

export interface ReadNextOptions extends ReadUploadOptions {
  limits: Pick<UploadLimits, 'uploadReadSeconds'>
  log: Logger
  jobId: number
}

/** A file whose reading failed so often is given up. */
const MAX_TRIES = 7
/** The pause after a first failure; each one is twice as long as the one before. */
const FIRST_PAUSE_SECONDS = 5
/** How often to look whether a file that may not be read yet may be. */
const BUSY_SECONDS = 1
/** An outage (a full disk) counts as a failure of the file once it has lasted so long: later files wait. */
const OUTAGE_HOURS = 24
const CLAIM_LOCK = 71_206

/**
 * Reads the earliest complete file of a 1C and type: later ones wait until it is read or given up. Returns in
 * how many seconds there is something more to read, undefined if nothing is left.
 */
export async function readNext(
  options: ReadNextOptions,
  integrationKey: number,
  type: UploadType,
  closing: AbortSignal,
): Promise<number | undefined> {
  const { db, jobId } = options
  const upload = await claimFirst(db, { integrationKey, type, jobId })
  if (upload) await readClaimed(options, upload, closing)
  const { rows } = await db.query<{ seconds: number }>(
    `select greatest($3, extract(epoch from read_after - now()))::float as seconds
       from upload where integration_key = $1 and type = $2 and state = 'complete' order by id limit 1`,
    [integrationKey, type, upload ? 0 : BUSY_SECONDS],
  )
  return rows[0]?.seconds
}

interface ClaimedUpload extends Upload {
  /** How often reading it failed without saying why the file is unreadable, or ended with its reader. */
  tries: number
}

/**
 * A file belongs to the job that reads it for as long as that is locked. A job that ends gives its file back:
 * one that still names one was being read when its server died. Of files that saw this twice one is read at
 * a time: one of them may have killed the servers, and the others lose no more tries by it.
 */
async function claimFirst(
  db: Database,
  { integrationKey, type, jobId }: { integrationKey: number; type: UploadType; jobId: number },
): Promise<ClaimedUpload | undefined> {
  return db.transaction(async tx => {
    await tx.query('select pg_advisory_xact_lock($1)', [CLAIM_LOCK])
    const { rows } = await tx.query<ClaimedUpload>(
      `update upload u set reader = $3, tries = tries + (reader is not null)::int
      where id = (select id from upload where integration_key = $1 and type = $2 and state = 'complete'
                   order by id limit 1)
        and state = 'complete' and read_after <= now()
        and (reader is null or reader = $3
             or not exists (select from graphile_worker.jobs j
                             where j.id = u.reader and j.locked_at is not null))
        and (tries + (reader is not null)::int < 2
             or not exists (select from upload o join graphile_worker.jobs j on j.id = o.reader
                             where o.state = 'complete' and o.tries > 1 and o.id <> u.id
                               and j.locked_at is not null))
      returning ${UPLOAD_COLUMNS}, tries`,
      [integrationKey, type, jobId],
    )
    return rows[0]
  })
}

async function readClaimed(
  options: ReadNextOptions,
  upload: ClaimedUpload,
  closing: AbortSignal,
): Promise<void> {
  const { limits, log } = options
  if (upload.tries >= MAX_TRIES)
    return giveUp(options, upload, new Error('the server that read the file ended before it did'))
  const late = AbortSignal.timeout(limits.uploadReadSeconds * 1000)
  try {
    await readUpload(options, upload, AbortSignal.any([closing, late]))
  } catch (error) {
    if (error instanceof ReadingPaused) return release(options, upload, 0, 0)
    if (closing.aborted) return release(options, upload, upload.tries, 0)
    if (late.aborted) {
      const problem = describeProblem('file-read-too-long', { seconds: limits.uploadReadSeconds })
      return failUpload(options, upload, new UploadRefused(problem))
    }
    log.warn({ err: error, uploadId: upload.id }, 'a file of 1C could not be read; it will be tried again')
    if (isOutage(error) && upload.ageHours < OUTAGE_HOURS)
      return release(options, upload, upload.tries, FIRST_PAUSE_SECONDS)
    const tries = upload.tries + 1
    if (tries >= MAX_TRIES) return giveUp(options, { ...upload, tries }, error)
    await release(options, upload, tries, FIRST_PAUSE_SECONDS * 2 ** (tries - 1))
  }
}

async function giveUp(options: ReadNextOptions, upload: ClaimedUpload, cause: unknown): Promise<void> {
  const { tries } = upload
  options.log.error(
    { err: cause, uploadId: upload.id },
    'a file of 1C could not be read, however often it was tried',
  )
  await options.db.query('update upload set tries = $2 where id = $1', [upload.id, tries])
  await failUpload(options, upload, new UploadRefused(describeProblem('file-read-failed', { tries })))
}

/** Gives the file back: it may be read again after a pause. */
async function release(
  { db, jobId }: ReadNextOptions,
  { id }: ClaimedUpload,
  tries: number,
  pauseSeconds: number,
): Promise<void> {
  await db.query(
    `update upload set reader = null, tries = $3, read_after = now() + make_interval(secs => $4)
      where id = $1 and reader = $2`,
    [id, jobId, tries, pauseSeconds],
  )
}

/** Faults of a file's own statements: query_canceled, idle_in_transaction_session_timeout, out_of_memory. */
const TOO_MUCH: readonly unknown[] = ['57014', '25P03', '53200']

/** The database or the disk is at fault, and no file. */
function isOutage(error: unknown): boolean {
  if (TOO_MUCH.includes((error as { code?: unknown }).code)) return false
  const { code } = toAppError(error)
  return code === 'unavailable' || code === 'disk-full'
}
