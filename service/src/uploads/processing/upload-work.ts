import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { describeProblem } from '@obmen/contract'
import { toAppError } from '../../errors/to-app-error.js'
import type { Logger } from '../../log.js'
import { completeQuiet, type LostFile } from '../receive/open-part.js'
import { UploadRefused } from '../upload.js'
import {
  type Claimed,
  claim,
  findWaiting,
  LEASE_SECONDS,
  listUnread,
  POLL_MS,
  prolong,
  release,
  type Waiting,
} from './claims.js'
import { failUpload, type ReadUploadOptions, readUpload } from './read-upload.js'
import { ReadingTurns } from './reading-turns.js'

export interface UploadWork extends AsyncDisposable {
  /**
   * Reads the file once those before it are read. Resolves when it has been read, when another server is reading it, or when it, or one
   * before it, can't be read now: it is tried again later.
   */
  read(uploadId: number): Promise<void>
}

interface UploadWorkOptions extends ReadUploadOptions {
  log: Logger
  /** Notes a file of a catalogue of which nothing came, before it counts as done. Never throws. */
  noteLost: (file: LostFile) => Promise<void>
}

/** A file whose reading failed so often is given up; each pause between is twice as long as the one before. */
const MAX_TRIES = 7
/** How often to look whether another server has read the earlier file that one waits for. */
const EARLIER_MS = 500

/**
 * Reads complete files, several at once, including those that a dead server left: a lease on the row says who reads which file, so
 * a kill only costs the time until the lease ends. Those of one integration and type are read in the order in which they came, whichever
 * servers read them.
 */
export function startUploadWork(options: UploadWorkOptions): UploadWork {
  const { db, limits, log, noteLost } = options
  const reading = new Map<number, Promise<void>>()
  const turns = new ReadingTurns(limits.atOnce)
  const closing = new AbortController()
  const reader = randomUUID()
  let awayAt = -Infinity
  const noteAway = (error: unknown): void => {
    if (isOutage(error)) awayAt = performance.now()
  }
  /** The database has been there for so long that a server that lives has renewed its leases. */
  const takesOver = (): boolean => performance.now() - awayAt >= LEASE_SECONDS * 1000

  const work = async (uploadId: number): Promise<void> => {
    let end: (() => void) | undefined
    try {
      const file = await waitForEarlier(uploadId)
      if (!file) return
      end = await turns.take(file)
      if (closing.signal.aborted) return
      const upload = await claim(db, uploadId, reader, takesOver())
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
        await completeQuiet(db, limits.quietMinutes, noteLost).catch((error: unknown) => {
          noteAway(error)
          log.warn({ err: error }, 'could not complete the files that 1C sends no more of')
        })
        const ids = await listUnread(db, reader, takesOver(), [...reading.keys(), ...begun])
        if (ids.length === 0) return
        begun.push(...ids)
        // A large one among them must not keep the rest waiting.
        const pause = delay(POLL_MS, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
        await Promise.race([Promise.all(ids.map(read)), pause])
      }
    } catch (error) {
      noteAway(error)
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
