import type { Database } from '../../db/database.js'
import type { Logger } from '../../log.js'
import { addRepeats, countRepeats, placeRejected, shortenRejected } from './rejected-requests.js'
import { type FinishedRecord, writeRecords } from './write-records.js'

/**
 * The one buffer of the journal: requests that have ended are written together, in the order of each session.
 */
export interface JournalBuffer {
  /** `ready` resolves when its body is written, or given up. */
  add(record: FinishedRecord, ready?: Promise<void>): void
  /** Counts a refused call that is not recorded. */
  repeat(call: { login: string; address: string }): void
  /** Resolves when everything added is written or given up. */
  settled(): Promise<void>
}

/** Twice a second: long enough to combine all calls of an exchange, short enough for people watching. */
const WRITE_EVERY_MS = 500
/** With so many the buffer is written at once, so many in one transaction. */
const RECORDS_AT_ONCE = 2000
/** What waits beyond this, while the database is slow or down, is dropped and counted. */
const MAX_RECORDS = 10_000
const MAX_BYTES = 32 * 2 ** 20
/** Of a record without its bodies, in memory. */
const RECORD_BYTES = 1500
/** Sessions whose dropped calls are counted. */
const MAX_SESSIONS_COUNTED = 1000
/** Records of a locked session are tried again so many times; the others don't wait for them. */
const MAX_ATTEMPTS = 40

interface Waiting {
  record: FinishedRecord
  bytes: number
  /** Undefined once it has resolved. */
  ready: Promise<void> | undefined
  attempts: number
}

export interface BufferOptions {
  db: Database
  log: Logger
  /** Called when a call that carried something was written. */
  onOutcome: (integrationKey: number) => void
}

export function openBuffer({ db, log, onOutcome }: BufferOptions): JournalBuffer {
  let waiting: Waiting[] = []
  let bytes = 0
  let dropped = 0
  const droppedOf = new Map<number, number>()
  const repeats = countRepeats()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const schedule = (): void => {
    timer ??= setTimeout(() => void flush(), WRITE_EVERY_MS).unref()
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(writeBatch)
    return writing
  }
  const drop = ({ entry: { sessionId }, request, response }: FinishedRecord): void => {
    dropped++
    request?.discard()
    response.discard()
    if (sessionId === undefined) return
    const known = droppedOf.get(sessionId)
    if (known !== undefined || droppedOf.size < MAX_SESSIONS_COUNTED)
      droppedOf.set(sessionId, (known ?? 0) + 1)
  }
  const take = (): Waiting[] => {
    const held = new Set<number>()
    const batch: Waiting[] = []
    const later: Waiting[] = []
    for (const item of waiting) {
      const { sessionId } = item.record.entry
      if (!item.ready && batch.length < RECORDS_AT_ONCE && !(sessionId && held.has(sessionId)))
        batch.push(item)
      else {
        later.push(item)
        if (sessionId !== undefined) held.add(sessionId)
      }
    }
    waiting = later
    for (const item of batch) bytes -= item.bytes
    return batch
  }
  const writeBatch = async (): Promise<void> => {
    const batch = take()
    const repeated = repeats.take()
    const missing = new Map(droppedOf)
    droppedOf.clear()
    try {
      const records = await placeAll(db, batch)
      const locked = await writeRecords(db, records, missing)
      await addRepeats(db, repeated)
      const isLocked = ({ record: { entry } }: Waiting): boolean =>
        entry.sessionId !== undefined && locked.has(entry.sessionId)
      retry(batch.filter(isLocked))
      for (const { record } of batch.filter(item => !isLocked(item)))
        if (!record.emptyCall && record.entry.integration) onOutcome(record.entry.integration.key)
    } catch (error) {
      log.error({ err: error, calls: batch.length }, 'journal: calls could not be written')
    }
    if (dropped > 0) log.warn({ calls: dropped }, 'journal: calls are missing, too many came at once')
    dropped = 0
    if (waiting.length > 0) schedule()
  }
  const retry = (items: readonly Waiting[]): void => {
    const again = items.filter(item => ++item.attempts < MAX_ATTEMPTS)
    for (const item of items) if (item.attempts === MAX_ATTEMPTS) drop(item.record)
    for (const item of again) bytes += item.bytes
    waiting = [...again, ...waiting]
  }

  return {
    add(record, ready) {
      const size = sizeOf(record)
      const isFull = waiting.length >= MAX_RECORDS || bytes + size > MAX_BYTES
      if (isFull && record.id === undefined) drop(record)
      else {
        const item: Waiting = { record, bytes: size, ready, attempts: 0 }
        waiting.push(item)
        bytes += size
        void ready?.then(() => {
          item.ready = undefined
          schedule()
        })
      }
      if (waiting.length === RECORDS_AT_ONCE) void flush()
      else schedule()
    },
    repeat(call) {
      repeats.add(call)
      schedule()
    },
    async settled() {
      await Promise.all(waiting.map(({ ready }) => ready))
      for (let attempt = 0; attempt < MAX_ATTEMPTS && waiting.length > 0; attempt++) await flush()
      await flush()
      clearTimeout(timer)
      timer = undefined
    },
  }
}

function sizeOf({ emptyCall, request, response }: FinishedRecord): number {
  if (emptyCall !== undefined) return RECORD_BYTES + emptyCall.length
  return RECORD_BYTES + (request?.waitingSize ?? 0) + response.waitingSize
}

/** The records, those without a session with the exchange in which the journal shows them. */
async function placeAll(db: Database, batch: readonly Waiting[]): Promise<FinishedRecord[]> {
  const placed: FinishedRecord[] = []
  for (const { record } of batch) {
    if (record.entry.sessionId === undefined) {
      const entry = shortenRejected(record.entry)
      const place = await placeRejected(db, entry, record.meantFor)
      if (!place) continue
      record.entry = { ...entry, ...place }
    }
    placed.push(record)
  }
  return placed
}
