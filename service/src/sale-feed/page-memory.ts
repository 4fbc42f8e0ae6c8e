import { describeProblem } from '@obmen/contract'
import { AppError } from '../errors/app-error.js'
import { type ByteBudget, openByteBudget } from '../workers/byte-budget.js'

/** The memory shared by all answers with orders. */
export interface Downloads {
  budget: ByteBudget
  /** How long an answer waits for memory. */
  waitSeconds: number
  /** Ends the answer of a batch that is being given by this server, by the id of the batch. */
  running: Map<number, () => void>
}

/** `holdSeconds`: how long an answer may keep a page while others wait; `stallSeconds`: how long its reader may take nothing meanwhile. */
export function openDownloads(limits: {
  bytes: number
  holdSeconds: number
  stallSeconds: number
  waitSeconds: number
}): Downloads {
  const { bytes, holdSeconds, stallSeconds, waitSeconds } = limits
  const budget = openByteBudget(bytes, { holdMs: holdSeconds * 1000, stallMs: stallSeconds * 1000 })
  return { budget, waitSeconds, running: new Map() }
}

/** Estimated bytes of memory for each byte of stored JSON while an order is written: as text, values, document and XML. */
const MEMORY_PER_BYTE = 10

const PAGE_BYTES = 2 ** 20

/** Result of reading a page: its bytes of JSON, or the size of the next order if it does not fit. */
type ReadResult<P> = { page: P; bytes: number } | { tooLarge: number }

/** The memory of one answer. */
export interface PageMemory {
  /**
   * Reads a page once there is room for it. `read` gets the number of bytes allowed, undefined if there is no limit. Call `done` when the
   * page has been written. Throws AppError `unavailable`.
   */
  read<P>(read: ReadPage<P>): Promise<HeldPage<P>>
  /** The same if it is possible without waiting; undefined otherwise. */
  readAhead<P>(read: ReadPage<P>): Promise<HeldPage<P> | undefined>
  /** The pieces of the answer as they come; notes while one waits for its reader. */
  passOn(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer>
  close(): void
}

type ReadPage<P> = (room?: number) => Promise<ReadResult<P>>

interface HeldPage<P> {
  page: P
  done(): void
}

export interface PageMemoryOptions {
  /** Undefined: no limit. */
  downloads: Downloads | undefined
  /** Bytes of JSON in a page of more than one order. */
  pageBytes: number | undefined
  /** Answers of the same owner share its memory: the company. */
  owner: string
  signal: AbortSignal
  /** Called to end the answer with this refusal, since it has held memory, or its reader has taken nothing, for too long while others wait. */
  overdue: (refusal: AppError) => void
}

export function pageMemory({
  downloads,
  pageBytes = PAGE_BYTES,
  owner,
  signal,
  overdue,
}: PageMemoryOptions): PageMemory {
  if (!downloads) return UNLIMITED
  const share = downloads.budget.open(owner)
  share.onOverdue = () => overdue(new AppError('unavailable', describeProblem('answer-taken-too-slowly')))
  const waitFor = async (memory: number): Promise<void> => {
    const timeout = AbortSignal.timeout(downloads.waitSeconds * 1000)
    try {
      await share.wait(memory, AbortSignal.any([signal, timeout]))
    } catch (cause) {
      if (!timeout.aborted || signal.aborted) throw cause
      throw new AppError('unavailable', describeProblem('no-room-for-answer'), {
        cause,
        retryAfterSeconds: downloads.waitSeconds,
      })
    }
  }
  /** Returns the unused part of the memory already taken. */
  const readInto = async <P>(room: number, read: ReadPage<P>): Promise<HeldPage<P> | number> => {
    let used = 0
    try {
      const found = await read(room)
      if ('tooLarge' in found) return found.tooLarge
      used = found.bytes * MEMORY_PER_BYTE
      return { page: found.page, done: () => share.give(used) }
    } finally {
      share.give(room * MEMORY_PER_BYTE - used)
    }
  }
  return {
    async read(read) {
      for (let room = pageBytes; ; ) {
        await waitFor(room * MEMORY_PER_BYTE)
        const found = await readInto(room, read)
        if (typeof found !== 'number') return found
        room = found
      }
    },
    async readAhead(read) {
      for (let room = pageBytes; share.takeSpare(room * MEMORY_PER_BYTE); ) {
        const found = await readInto(room, read)
        if (typeof found !== 'number') return found
        room = found
      }
      return undefined
    },
    async *passOn(pieces) {
      for await (const piece of pieces) {
        share.waitForClient(true)
        yield piece
        share.waitForClient(false)
      }
    },
    close: share.close,
  }
}

const readUnlimited = async <P>(read: ReadPage<P>): Promise<HeldPage<P>> => {
  const found = await read()
  if ('tooLarge' in found) throw new Error('nothing is too large without bounds')
  return { page: found.page, done: () => undefined }
}
const UNLIMITED: PageMemory = {
  read: readUnlimited,
  readAhead: readUnlimited,
  passOn: pieces => pieces,
  close: () => undefined,
}
