import type { Database } from '../../db/database.js'
import type { Logger } from '../../log.js'
import { addRepeats, placeRejected, Repeats, shortenRejected } from './rejected-requests.js'
import { type FinishedRecord, writeRecords } from './write-records.js'

/** Twice a second: long enough to combine all calls of an exchange, short enough for people watching. */
const WRITE_EVERY_MS = 500
/** With so many the buffer is written at once, so many in one transaction. */
const RECORDS_AT_ONCE = 2000
/** What waits beyond this, while the database is slow or down, is dropped and counted. */
const MAX_RECORDS = 10_000
const MAX_BYTES = 32 * 2 ** 20
const RECORD_BYTES = 1500
/** Sessions whose dropped calls are counted. */
const MAX_SESSIONS_COUNTED = 1000
/** Records of a locked session are tried again so many times; the others don't wait for them. */
const MAX_ATTEMPTS = 40

interface Waiting {
  record: FinishedRecord
  bytes: number
  ready: Promise<void> | undefined
  attempts: number
}

interface BufferOptions {
  db: Database
  log: Logger
  onOutcome: (integrationKey: number) => void
}

/** Requests that have ended are written together, in the order of each session. */
export class JournalBuffer {
  #waiting: Waiting[] = []
  #bytes = 0
  #dropped = 0
  readonly #droppedOf = new Map<number, number>()
  readonly #repeats = new Repeats()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  readonly #options: BufferOptions

  constructor(options: BufferOptions) {
    this.#options = options
  }

  /** `ready` resolves when its body is written, or given up. */
  add(record: FinishedRecord, ready?: Promise<void>): void {
    const item: Waiting = { record, bytes: sizeOf(record), ready, attempts: 0 }
    const isFull = this.#waiting.length >= MAX_RECORDS || this.#bytes + item.bytes > MAX_BYTES
    if (isFull && record.id === undefined) this.#drop(record)
    else {
      this.#waiting.push(item)
      this.#bytes += item.bytes
      void ready?.then(() => {
        item.ready = undefined
        this.#schedule()
      })
    }
    if (this.#waiting.length === RECORDS_AT_ONCE) void this.#flush()
    else this.#schedule()
  }

  repeat(call: { login: string; address: string }): void {
    this.#repeats.add(call)
    this.#schedule()
  }

  async settled(): Promise<void> {
    await Promise.all(this.#waiting.map(({ ready }) => ready))
    for (let attempt = 0; attempt < MAX_ATTEMPTS && this.#waiting.length > 0; attempt++) await this.#flush()
    await this.#flush()
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.#flush(), WRITE_EVERY_MS).unref()
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#writeBatch())
    return this.#writing
  }

  #drop({ entry: { sessionId }, request, response }: FinishedRecord): void {
    this.#dropped++
    request?.discard()
    response.discard()
    if (sessionId === undefined) return
    const known = this.#droppedOf.get(sessionId)
    if (known !== undefined || this.#droppedOf.size < MAX_SESSIONS_COUNTED)
      this.#droppedOf.set(sessionId, (known ?? 0) + 1)
  }

  /** What is ready, but nothing of a session before its earlier calls. */
  #take(): Waiting[] {
    const held = new Set<number | undefined>()
    const batch: Waiting[] = []
    const later: Waiting[] = []
    for (const item of this.#waiting) {
      const { sessionId } = item.record.entry
      if (!item.ready && batch.length < RECORDS_AT_ONCE && !held.has(sessionId)) batch.push(item)
      else {
        later.push(item)
        if (sessionId !== undefined) held.add(sessionId)
      }
    }
    this.#waiting = later
    for (const item of batch) this.#bytes -= item.bytes
    return batch
  }

  async #writeBatch(): Promise<void> {
    const { db, log, onOutcome } = this.#options
    const batch = this.#take()
    const repeated = this.#repeats.take()
    const missing = new Map(this.#droppedOf)
    this.#droppedOf.clear()
    try {
      const locked = await writeRecords(db, await placeAll(db, batch), missing)
      await addRepeats(db, repeated)
      for (const item of batch.toReversed()) {
        const { entry, emptyCall } = item.record
        if (entry.sessionId !== undefined && locked.has(entry.sessionId)) this.#retry(item)
        else if (!emptyCall && entry.integration) onOutcome(entry.integration.key)
      }
    } catch (error) {
      log.error({ err: error, calls: batch.length }, 'journal: calls could not be written')
    }
    if (this.#dropped > 0)
      log.warn({ calls: this.#dropped }, 'journal: calls are missing, too many came at once')
    this.#dropped = 0
    if (this.#waiting.length > 0) this.#schedule()
  }

  /** Before all that came meanwhile. */
  #retry(item: Waiting): void {
    if (++item.attempts === MAX_ATTEMPTS) this.#drop(item.record)
    else {
      this.#bytes += item.bytes
      this.#waiting.unshift(item)
    }
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
