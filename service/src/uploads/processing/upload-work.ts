import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { describeProblem } from '@obmen/contract'
import type { Database } from '../../db/database.js'
import { toAppError } from '../../errors/to-app-error.js'
import type { Logger } from '../../log.js'
import { completeQuiet } from '../receive/open-part.js'
import { UPLOAD_COLUMNS, type Upload, UploadRefused } from '../upload.js'
import { failUpload, type ReadUploadOptions, readUpload } from './read-upload.js'
import { ReadingTurns, type Waiting as TurnOf } from './reading-turns.js'

export interface UploadWork extends AsyncDisposable {
  /**
   * Reads the file once those before it are read. Resolves when it has been read, when another server is reading it, or when it, or one
   * before it, can't be read now: it is tried again later.
   */
  read(uploadId: number): Promise<void>
}

/** A server that does not renew its lease on a file for this long loses the file to another. */
const LEASE_SECONDS = 15
const POLL_MS = 5000
/** A file whose reading failed so often is given up; each pause between is twice as long as the one before. */
const MAX_TRIES = 7
/** Files that are looked up together. */
const UNREAD_AT_ONCE = 20
/** How often to look whether another server has read the earlier file that one waits for. */
const EARLIER_MS = 500
/** A file that could not be read holds up later ones for this long after it came, no longer: for as long as a database or a disk may fail. */
const HOLD_UP_HOURS = 24

/**
 * The file `e` goes before later ones of its integration and type until it is read or given up. The end is for one whose every try fails
 * without counting, while others can be read: not before its first try, nor while it is being read, by a dead server too until another
 * takes it over.
 */
const GOES_FIRST = `e.state = 'complete' and (e.reader is not null or e.reader_until is null
  or e.last_part_at > now() - interval '${HOLD_UP_HOURS} hours')`

/** The file `u` was being read by another process than `$2`, which died: whoever ends otherwise gives its files back. */
const READER_DIED = 'coalesce(u.reader <> $2 and u.reader_until < now(), false)'

/** How often reading the file `u` was tried in vain: also the file may have ended a reader that died. */
const TRIES = `u.tries + ${READER_DIED}::int`

/** Nobody reads the file `u`, and the pause after its last try is over: none after a first reader that died, then as after a failure. */
const IS_FREE = `(u.reader_until is null or u.reader_until + make_interval(secs =>
  case when ${READER_DIED} then ${POLL_MS / 1000} * (2 ^ u.tries - 1) else 0 end) < now())`

interface Claimed extends Upload {
  /** How often reading it failed without saying why the file is unreadable, or ended with its reader. */
  tries: number
}

/** A complete file, and the one of its integration and type that is read before it. */
interface Waiting extends TurnOf {
  earlier: number | null
  /** Some server reads the earlier one. */
  earlierRead: boolean
}

/**
 * Reads complete files, several at once, including those that a dead server left: a lease on the row says who reads which file, so
 * a kill only costs the time until the lease ends. Those of one integration and type are read in the order in which they came, whichever
 * servers read them.
 */
export function startUploadWork(options: ReadUploadOptions & { log: Logger }): UploadWork {
  const { db, limits, log } = options
  const reading = new Map<number, Promise<void>>()
  const turns = new ReadingTurns(limits.atOnce)
  const closing = new AbortController()
  const reader = randomUUID()

  const work = async (uploadId: number): Promise<void> => {
    let end: (() => void) | undefined
    try {
      const file = await waitForEarlier(uploadId)
      if (!file) return
      end = await turns.take(file)
      if (closing.signal.aborted) return
      const upload = await claim(db, uploadId, reader)
      if (upload) await readClaimed(options, upload, reader, closing.signal)
    } catch (error) {
      if (!closing.signal.aborted)
        log.warn({ err: error, uploadId }, 'a file of 1C could not be read; it will be tried again')
    } finally {
      end?.()
    }
  }

  /** The file, once those before it are read; undefined: it needs no reading, or one of them can't be read now. Holds no turn meanwhile. */
  const waitForEarlier = async (uploadId: number): Promise<Waiting | undefined> => {
    for (let tried: number | undefined; !closing.signal.aborted; ) {
      const file = await findWaiting(db, uploadId, reader)
      if (!file || file.earlier === null) return file
      const known = reading.get(file.earlier)
      if (file.earlierRead && !known)
        await delay(EARLIER_MS, undefined, { signal: closing.signal }).catch(() => undefined)
      else if (file.earlier === tried) return undefined
      else {
        tried = file.earlier
        await (known ?? read(file.earlier))
      }
    }
    return undefined
  }

  const read = (uploadId: number): Promise<void> => {
    const known = reading.get(uploadId)
    if (known) return known
    const task = work(uploadId).finally(() => reading.delete(uploadId))
    reading.set(uploadId, task)
    return task
  }

  /** Begins with all there are; one that can't be read now is tried again after a pause. */
  const readUnread = async (): Promise<void> => {
    let begun: number[] = []
    let forgotten = performance.now()
    try {
      while (!closing.signal.aborted) {
        if (performance.now() - forgotten >= POLL_MS) {
          begun = []
          forgotten = performance.now()
        }
        await completeQuiet(db, limits.quietMinutes).catch((error: unknown) =>
          log.warn({ err: error }, 'could not complete the files that 1C sends no more of'),
        )
        const ids = await listUnread(db, reader, [...reading.keys(), ...begun])
        if (ids.length === 0) return
        begun.push(...ids)
        // A large one among them must not keep the rest waiting.
        const pause = delay(POLL_MS, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
        await Promise.race([Promise.all(ids.map(read)), pause])
      }
    } catch (error) {
      log.warn({ err: error }, 'could not look for files of 1C to read')
    }
  }
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    looking ??= readUnread().finally(() => {
      looking = undefined
    })
  }, POLL_MS).unref()

  return {
    read,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      // Files whose turn comes from now on are not read.
      closing.abort()
      await looking
      await Promise.all(reading.values())
    },
  }
}

async function readClaimed(
  options: ReadUploadOptions & { log: Logger },
  upload: Claimed,
  reader: string,
  closing: AbortSignal,
): Promise<void> {
  const { db, limits, log } = options
  const giveUp = (tries: number, cause: unknown): Promise<void> => {
    log.error(
      { err: cause, uploadId: upload.id },
      'a file of 1C could not be read, however often it was tried',
    )
    return failUpload(options, upload, new UploadRefused(describeProblem('file-read-failed', { tries })))
  }
  if (upload.tries >= MAX_TRIES)
    return await giveUp(upload.tries, new Error('the server that read the file ended before it did'))
  const lost = new AbortController()
  const late = AbortSignal.timeout(limits.readSeconds * 1000)
  const signal = AbortSignal.any([closing, lost.signal, late])
  const lease = setInterval(
    () =>
      void prolong(db, upload.id, reader).then(
        kept => kept || lost.abort(),
        () => undefined,
      ),
    (LEASE_SECONDS * 1000) / 3,
  )
  try {
    await readUpload(options, upload, signal)
  } catch (error) {
    if (late.aborted && !closing.aborted)
      return await failUpload(
        options,
        upload,
        new UploadRefused(describeProblem('file-read-too-long', { seconds: limits.readSeconds })),
      )
    const tries = upload.tries + (isOutage(error) ? 0 : 1)
    if (tries >= MAX_TRIES && !closing.aborted && !lost.signal.aborted) return await giveUp(tries, error)
    await release(db, upload, reader, closing.aborted ? undefined : tries)
    throw error
  } finally {
    clearInterval(lease)
  }
}

/** What a file may do to its own statements: query_canceled (it took too long), idle_in_transaction_session_timeout, out_of_memory. */
const TOO_MUCH: readonly unknown[] = ['57014', '25P03', '53200']

/** The database or the disk is at fault, and no file. */
function isOutage(error: unknown): boolean {
  if (TOO_MUCH.includes((error as { code?: unknown }).code)) return false
  const { code } = toAppError(error)
  return code === 'unavailable' || code === 'disk-full'
}

async function findWaiting(db: Database, uploadId: number, reader: string): Promise<Waiting | undefined> {
  const { rows } = await db.query<Waiting>(
    `select u.integration_key as "integrationKey", u.type, u.content, u.size, ${TRIES} as tries, e.id as earlier, coalesce(e.taken, false) as "earlierRead"
       from upload u
       left join lateral (
         select e.id, e.reader is not null and e.reader_until >= now() as taken from upload e
          where e.integration_key = u.integration_key and e.type = u.type and e.id < u.id and ${GOES_FIRST}
          order by e.id desc limit 1) e on true
      where u.id = $1 and u.state = 'complete'`,
    [uploadId, reader],
  )
  return rows[0]
}

async function claim(db: Database, uploadId: number, reader: string): Promise<Claimed | undefined> {
  const { rows } = await db.query<Claimed>(
    `update upload u set reader = $2, reader_until = now() + make_interval(secs => $3), tries = ${TRIES}
      where id = $1 and state = 'complete' and ${IS_FREE}
        and not exists (
          select from upload e
           where e.integration_key = u.integration_key and e.type = u.type and e.id < u.id and ${GOES_FIRST})
      returning ${UPLOAD_COLUMNS}, tries`,
    [uploadId, reader, LEASE_SECONDS],
  )
  return rows[0]
}

async function prolong(db: Database, uploadId: number, reader: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update upload set reader_until = now() + make_interval(secs => $3) where id = $1 and reader = $2`,
    [uploadId, reader, LEASE_SECONDS],
  )
  return rowCount > 0
}

/** Gives the file back after `tries` tries that failed by its fault, the next after a pause; undefined: the server stops. */
async function release(
  db: Database,
  upload: Claimed,
  reader: string,
  tries: number | undefined,
): Promise<void> {
  const pause = tries === undefined || tries === upload.tries ? 0 : (POLL_MS / 1000) * 2 ** (tries - 1)
  await db
    .query(
      `update upload set reader = null, tries = coalesce($3, tries),
              reader_until = case when $3::integer is not null then now() + make_interval(secs => $4) end
        where id = $1 and reader = $2`,
      [upload.id, reader, tries, pause],
    )
    .catch(() => undefined)
}

/**
 * Some of the complete files that nobody reads, `without` those of these ids: the earliest of each integration, so that hundreds of files
 * of one don't keep others waiting.
 */
async function listUnread(db: Database, reader: string, without: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from (
       select id, row_number() over (partition by integration_key, type order by id) as place from upload u
        where state = 'complete' and ${IS_FREE}
          and not exists (select from unnest($1::bigint[]) as w(id) where w.id = u.id)) u
      order by place, id limit ${UNREAD_AT_ONCE}`,
    [without, reader],
  )
  return rows.map(({ id }) => id)
}
