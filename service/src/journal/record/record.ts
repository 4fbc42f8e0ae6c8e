import type { IncomingHttpHeaders } from 'node:http'
import type { Database, Queryable } from '../../db/database.js'
import type { Logger } from '../../log.js'
import { writeCall } from '../brief/brief-calls.js'
import { type BodyBounds, BodyWriter, type Side } from './body-writer.js'
import type { CallBuffer } from './buffer-calls.js'
import { countDocuments, documentTags } from './document-tags.js'
import { finishEntry, insertEntry } from './entry.js'
import type { EntryOutcome, KnownEntry, RecordedIntegration } from './known-entry.js'
import { maskHeaders, maskUrl } from './mask-secrets.js'
import { recordRejectedRequest } from './record-rejected-request.js'
import { SerialWrites } from './serial-writes.js'
import { shortenRejectedRequest } from './shorten-rejected-request.js'

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

interface RecordOptions {
  db: Database
  /** For what waits for the lock of the entry's session, or of the counter of its day. */
  entryDb: (entry: KnownEntry) => Queryable
  log: Logger
  bodyLimit: number
  bounds: BodyBounds
  buffer: CallBuffer
  request: RecordedRequest
  /** Numbers requests in the order in which they began. */
  number: number
  /** Resolves when the session's earlier requests have ended, or after a while; undefined: there are none. */
  earlierEnded: (record: JournalRecord) => Promise<void> | undefined
  /** Counts a refused call that is not recorded. */
  onRepeated: (call: { login: string; address: string }) => void
  /** Called once the session of the request is known. */
  onSession: (sessionId: number) => void
  onWritten: () => void
  /** Called when a request ended that was not stored in brief. */
  onOutcome: (integrationKey: number) => void
}

/** A longer call is shown as running. */
const BRIEF_MS = 1000
/** A longer answer is stored in chunks of its own. */
const BRIEF_BYTES = 4096
/** Most calls stored in a session's row; later ones get rows of their own, so that the row stays small. */
const MAX_BRIEF_CALLS = 200
/** Stored bytes of bodies that nobody reads in the journal: little of a catalogue, nothing of dictionaries. */
const unreadLimit = (type: string | undefined): number => (type === 'reference' ? 0 : 64 * 1024)
const NO_BODY = { size: 0, kept: 0 }

/**
 * The record of one request. It is written asynchronously, step by step, without delaying the exchange. If writing fails, that is logged,
 * the rest is dropped, and the exchange goes on.
 */
export class JournalRecord {
  /** Id of its journal_entry, once written. */
  id: number | undefined
  finished = false
  #hasEnded = false
  #ended: Promise<void> | undefined
  #resolveEnded = (): void => {}
  #failure: string | undefined
  readonly #options: RecordOptions
  /** Created on demand: nearly no call has a body. */
  #request: BodyWriter | undefined
  readonly #response: BodyWriter
  readonly #entry: KnownEntry
  /** Created on demand: nearly all calls are written together with others. */
  #serial: SerialWrites | undefined
  #showTimer: NodeJS.Timeout | undefined
  #isBrief = true
  #isShown = false
  #byCookie = false
  #countOnly = false
  #meantFor: number | undefined

  constructor(options: RecordOptions) {
    this.#options = options
    const { bodyLimit, request } = options
    this.#response = this.#bodyWriter('response', bodyLimit, piece =>
      countDocuments(piece, documentTags(this.#entry.responseHeaders?.['content-type'])),
    )
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

  /** Resolves when its end is written, or writing was given up. */
  get ended(): Promise<void> {
    this.#ended ??= new Promise(resolve => {
      this.#resolveEnded = resolve
      if (this.#hasEnded) resolve()
    })
    return this.#ended
  }

  get number(): number {
    return this.#options.number
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

  /** Sets the session of the request; a long request is shown as running. */
  session(session: { id: number; briefCalls: number; byCookie?: boolean }): void {
    this.#entry.sessionId = session.id
    this.#options.onSession(session.id)
    this.#byCookie = session.byCookie ?? false
    this.#isBrief = session.briefCalls < MAX_BRIEF_CALLS
    this.#showTimer = setTimeout(() => this.#show(), BRIEF_MS).unref()
  }

  /** Sets the batch of the answer, which is shown as running until it ends. */
  batch(batchId: number): void {
    this.#entry.batchId = batchId
    this.#show()
  }

  /** Its login does not exist, and resembles that of this integration. */
  meantFor(integrationKey: number): void {
    this.#meantFor = integrationKey
  }

  /** The request is refused like many before it, and only counted. */
  countOnly(): void {
    this.#countOnly = true
  }

  answer(status: number, headers: Record<string, string>): void {
    this.#entry.status = status
    this.#entry.responseHeaders = maskHeaders(headers)
  }

  requestPiece(piece: Uint8Array): Promise<void> | undefined {
    const { bodyLimit, request } = this.#options
    const limit = request.type === 'sale' ? bodyLimit : Math.min(bodyLimit, unreadLimit(request.type))
    this.#request ??= this.#bodyWriter('request', limit, () => 0)
    return this.#piece(this.#request, piece)
  }

  responsePiece(piece: Uint8Array): Promise<void> | undefined {
    return this.#piece(this.#response, piece)
  }

  finish(outcome: EntryOutcome, orderCount?: number): void {
    this.finished = true
    clearTimeout(this.#showTimer)
    const durationMs = Date.now() - this.#options.request.at.getTime()
    if (this.#endsBriefly(outcome, orderCount)) {
      this.#finishBriefly(durationMs, orderCount)
      return
    }
    const failure = outcome === 'failure' || outcome === 'refused' ? this.#failure : undefined
    this.#writes.add(async () => {
      if (this.#entry.sessionId === undefined) {
        const { login, address } = this.#entry
        if (login === undefined) return
        if (this.#countOnly) return this.#options.onRepeated({ login, address })
        Object.assign(this.#entry, shortenRejectedRequest(this.#entry))
        const owner = await recordRejectedRequest(this.#options, this.#entry, this.#meantFor)
        if (!owner) return
        Object.assign(this.#entry, owner)
        this.#options.onSession(owner.sessionId!)
      }
      this.id ??= await insertEntry(this.#options.entryDb(this.#entry), this.#entry)
      await this.#request?.flush(this.id)
      await this.#response.flush(this.id)
    })
    // How the request ended is recorded even if its body could not be stored.
    this.#writes.follow(before =>
      before
        .then(async () => {
          if (this.id === undefined) return
          // The summary of an exchange has to be updated in the order of its requests: a success after its query.
          await this.#options.earlierEnded(this)
          await this.#options.buffer.flush(this.#entry.sessionId)
          const { size: requestSize, kept: requestKept } = this.#request ?? NO_BODY
          const { size: responseSize, kept: responseKept } = this.#response
          const sizes = { requestSize, requestKept, responseSize, responseKept }
          const ended = { ...this.#entry, ...sizes, outcome, orderCount, durationMs, failure }
          await finishEntry(this.#options.entryDb(ended), this.id, ended)
          if (ended.integration) this.#options.onOutcome(ended.integration.key)
        })
        .catch(error => this.#options.log.error({ err: error }, 'journal: could not finish a record'))
        .finally(() => {
          this.#end()
          this.#options.onWritten()
        }),
    )
  }

  /** Resolves when everything is written, or writing was given up. */
  async written(): Promise<void> {
    if (!this.finished && this.#entry.sessionId !== undefined) this.#show()
    await this.#serial?.done
    if (this.finished && this.id === undefined) await this.#options.buffer.settled()
  }

  #bodyWriter(side: Side, limit: number, countDocuments: (piece: Buffer) => number): BodyWriter {
    const { db, bounds } = this.#options
    const integration = () => this.#entry.integration
    return new BodyWriter({ db, bounds, integration, side, limit, countDocuments })
  }

  get #writes(): SerialWrites {
    const onStopped = (): void => {
      this.#request?.discard()
      this.#response.discard()
    }
    this.#serial ??= new SerialWrites(this.#options.log, () => ({ entryId: this.id }), onStopped)
    return this.#serial
  }

  #end(): void {
    this.#hasEnded = true
    this.#resolveEnded()
  }

  #show(): void {
    this.#isShown = true
    this.#writes.add(async () => {
      this.id ??= await insertEntry(this.#options.entryDb(this.#entry), this.#entry)
    })
  }

  #endsBriefly(outcome: EntryOutcome, orderCount = 0): boolean {
    const { sessionId, batchId } = this.#entry
    if (!this.#isBrief || this.#isShown || sessionId === undefined || batchId !== undefined) return false
    return (
      outcome === 'done' && orderCount === 0 && !this.#request?.size && this.#response.size <= BRIEF_BYTES
    )
  }

  #finishBriefly(durationMs: number, orderCount: number | undefined): void {
    const { sessionId, integration, at, type, mode } = this.#entry
    const { buffer: gatherer, earlierEnded, onWritten } = this.#options
    const response = this.#response.buffered()
    const call = {
      ...{ sessionId: sessionId!, byCookie: this.#byCookie, integration },
      written: writeCall({ ...this.#entry, durationMs, orderCount, response }),
      endedAt: at.getTime() + durationMs,
      opensSession: mode === 'checkauth',
      asksOrders: type === 'sale' && mode === 'query',
    }
    const add = (): void => {
      gatherer.add(call)
      // The buffer is responsible for the call from now on, so later calls of the session need not wait.
      this.#end()
      onWritten()
    }
    const earlier = earlierEnded(this)
    if (earlier) this.#writes.follow(() => earlier.then(add))
    else add()
  }

  #piece(writer: BodyWriter, piece: Uint8Array): Promise<void> | undefined {
    if (writer === this.#response && writer.size === 0) this.#failure = failureText(piece)
    const waits = this.#entry.sessionId === undefined
    // Without a session only the answer, a few words, is stored.
    if (this.#serial?.stopped || (waits && writer === this.#request)) {
      writer.skip(piece)
      return undefined
    }
    if (!writer.add(piece) || waits) return undefined
    if (!this.#isShown) this.#show()
    return this.#writes.addPiece(piece.length, async () => {
      if (this.id !== undefined) await writer.flush(this.id)
    })
  }
}

/** The text after `failure`, if the answer begins with it. */
function failureText(piece: Uint8Array): string | undefined {
  const text = Buffer.from(piece.subarray(0, 2000)).toString('utf8')
  return text.startsWith('failure\n') ? text.slice('failure\n'.length).slice(0, 500) : undefined
}
