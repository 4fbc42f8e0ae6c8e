import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '../db/database.js'
import type { Logger } from '../log.js'
import { BodyWriter } from './body-writer.js'
import { countDocuments, documentMarks } from './document-marks.js'
import { finishEntry, insertEntry, type KnownEntry } from './entry.js'
import { headRefusedCall } from './head-refused-call.js'
import { maskHeaders, maskUrl } from './mask-secrets.js'
import type { SessionOwner } from './session.js'
import { shortened } from './shorten-refused-call.js'

/** done: answered; failure: answered "failure"; refused: sign-in failed; cut: broke off before the end. */
export type EntryOutcome = 'done' | 'failure' | 'refused' | 'cut'

export interface RecordedRequest {
  at: Date
  method: string
  url: string
  headers: IncomingHttpHeaders
  userAgent: string
  address: string
  type: string | undefined
  mode: string | undefined
}

/** A client of whom several batches of one session add up. */
export type RecordedIntegration = SessionOwner & { client: string }

interface RecordOptions {
  db: Database
  log: Logger
  bodyLimit: number
  request: RecordedRequest
  /** Resolves when the records of the session that began before this one have ended, or after a while. */
  earlierEnded: (record: JournalRecord) => Promise<void>
  /** A refused call that is not kept adds to the number of those before it. */
  onRepeated: (call: { login: string; address: string }) => void
  onWritten: () => void
}

/** Bytes that may wait to be written before a stream is asked to wait. */
const MAX_BACKLOG = 4 * 1024 * 1024
/** A database that is slower than this loses the body, not the exchange. */
const MAX_WAIT_MS = 10_000
/** What a catalogue that nobody reads is kept of. */
const MAX_UNREAD_BODY = 64 * 1024

/**
 * The record of one request. What it is told is written one after another behind the exchange; when that fails, the failure is
 * logged, the rest is dropped, and the exchange goes on.
 */
export class JournalRecord {
  /** Of its journal_entry, once that is written. */
  id: number | undefined
  finished = false
  /** Resolves when its end is written, or given up. */
  readonly ended: Promise<void>
  #end = (): void => {}
  #failure: string | undefined
  readonly #options: RecordOptions
  readonly #request: BodyWriter
  readonly #response: BodyWriter
  readonly #entry: KnownEntry
  #writing: Promise<void> = Promise.resolve()
  #backlog = 0
  #broken = false
  #countOnly = false

  constructor(options: RecordOptions) {
    this.#options = options
    this.ended = new Promise(resolve => {
      this.#end = resolve
    })
    const { db, bodyLimit, request } = options
    const marks = () => documentMarks(this.#entry.responseHeaders?.['content-type'])
    this.#request = new BodyWriter({
      db,
      side: 'request',
      limit: request.type === 'sale' ? bodyLimit : Math.min(bodyLimit, MAX_UNREAD_BODY),
      countDocuments: () => 0,
    })
    this.#response = new BodyWriter({
      db,
      side: 'response',
      limit: bodyLimit,
      countDocuments: piece => countDocuments(piece, marks()),
    })
    this.#entry = {
      ...request,
      url: maskUrl(request.url),
      requestHeaders: maskHeaders(request.headers),
      login: undefined,
      integration: undefined,
      sessionId: undefined,
      batchId: undefined,
      status: undefined,
      responseHeaders: undefined,
    }
  }

  get sessionId(): number | undefined {
    return this.#entry.sessionId
  }

  login(login: string): void {
    this.#entry.login = login
  }

  integration(integration: RecordedIntegration): void {
    this.#entry.integration = integration
  }

  /** From here on the request is seen as running. */
  session(session: { id: number }): void {
    this.#entry.sessionId = session.id
    this.#write(async () => {
      this.id = await insertEntry(this.#options.db, this.#entry)
    })
  }

  batch(batchId: number): void {
    this.#entry.batchId = batchId
  }

  /** Refused like many before it: only the number of such calls is kept. */
  countOnly(): void {
    this.#countOnly = true
  }

  answer(status: number, headers: Record<string, string>): void {
    this.#entry.status = status
    this.#entry.responseHeaders = maskHeaders(headers)
  }

  requestPiece(piece: Uint8Array): Promise<void> | undefined {
    return this.#piece(this.#request, piece)
  }

  responsePiece(piece: Uint8Array): Promise<void> | undefined {
    return this.#piece(this.#response, piece)
  }

  finish(outcome: EntryOutcome, orderCount?: number): void {
    this.finished = true
    const durationMs = Date.now() - this.#options.request.at.getTime()
    const failure = outcome === 'failure' || outcome === 'refused' ? this.#failure : undefined
    this.#write(async () => {
      if (this.#entry.sessionId === undefined) {
        const { login, address } = this.#entry
        if (login === undefined) return
        if (this.#countOnly) return this.#options.onRepeated({ login, address })
        Object.assign(this.#entry, shortened(this.#entry))
        const owner = await headRefusedCall(this.#options.db, this.#entry)
        if (!owner) return
        Object.assign(this.#entry, owner)
      }
      this.id ??= await insertEntry(this.#options.db, this.#entry)
      await this.#request.flush(this.id)
      await this.#response.flush(this.id)
    })
    this.#writing = this.#writing
      .then(async () => {
        // Also when a body could not be kept: how the request ended matters more.
        if (this.id === undefined) return
        // An exchange's heading is told in the order in which things happened: a success after its query.
        await this.#options.earlierEnded(this)
        const { size: requestSize, kept: requestKept } = this.#request
        const { size: responseSize, kept: responseKept } = this.#response
        const sizes = { requestSize, requestKept, responseSize, responseKept }
        const ended = { ...this.#entry, ...sizes, outcome, orderCount, durationMs, failure }
        await finishEntry(this.#options.db, this.id, ended)
      })
      .catch(error => this.#options.log.error({ err: error }, 'journal: could not finish a record'))
      .finally(() => {
        this.#end()
        this.#options.onWritten()
      })
  }

  /** Resolves when all that it was told is written, or given up. */
  written(): Promise<void> {
    return this.#writing
  }

  #piece(writer: BodyWriter, piece: Uint8Array): Promise<void> | undefined {
    if (writer === this.#response && writer.size === 0) this.#failure = failureText(piece)
    const waits = this.#entry.sessionId === undefined
    // Before there is a session only the answer itself, a few words, is worth keeping.
    if (this.#broken || (waits && writer === this.#request)) {
      writer.pass(piece)
      return undefined
    }
    if (!writer.take(piece) || waits) return undefined
    this.#backlog += piece.length
    const written = this.#write(async () => {
      if (this.id !== undefined) await writer.flush(this.id)
    }).finally(() => {
      this.#backlog -= piece.length
    })
    return this.#backlog > MAX_BACKLOG ? this.#patiently(written) : undefined
  }

  async #patiently(written: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>(resolve => {
      timer = setTimeout(() => resolve('late'), MAX_WAIT_MS)
    })
    const first = await Promise.race([written, late])
    clearTimeout(timer)
    if (first === 'late' && !this.#broken) {
      this.#break()
      this.#options.log.warn(
        { entryId: this.id },
        'journal: the database is too slow, the rest of a body is not kept',
      )
    }
  }

  #break(): void {
    this.#broken = true
    this.#request.drop()
    this.#response.drop()
  }

  #write(work: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      if (this.#broken) return
      try {
        await work()
      } catch (error) {
        this.#break()
        this.#options.log.error({ err: error }, 'journal: could not write a record')
      }
    })
    return this.#writing
  }
}

/** The words after `failure`, when an answer begins so. */
function failureText(piece: Uint8Array): string | undefined {
  const text = Buffer.from(piece.subarray(0, 2000)).toString('utf8')
  return text.startsWith('failure\n') ? text.slice('failure\n'.length).slice(0, 500) : undefined
}
