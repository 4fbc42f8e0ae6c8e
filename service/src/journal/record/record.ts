import type { Database } from '../../db/database.js'
import type { Logger } from '../../log.js'
import { type BodyBounds, BodyWriter, type Side } from './body-writer.js'
import type { JournalBuffer } from './buffer.js'
import { countDocuments, documentTags } from './document-tags.js'
import { writeEmptyCall } from './empty-call.js'
import {
  beginEntry,
  type Entry,
  type EntryOutcome,
  kept,
  maskHeaders,
  type RecordedIntegration,
  type RecordedRequest,
} from './entry.js'
import { WriteChain } from './write-chain.js'
import { insertRunning } from './write-records.js'

interface RecordOptions {
  db: Database
  log: Logger
  bodyLimit: number
  bounds: BodyBounds
  buffer: JournalBuffer
  request: RecordedRequest
  onFinished: () => void
}

/** A longer call is shown as running. */
const SHOWN_AFTER_MS = 1000
/** A longer answer is stored in chunks of its own. */
const EMPTY_ANSWER_BYTES = 4096
/** Of bodies that nobody reads in the journal: little of a catalogue, nothing of dictionaries. */
const unreadLimit = (type: string | undefined): number => (type === 'reference' ? 0 : 64 * 1024)
/** Only `file` needs a body: of one that comes with another mode, as much as shows what it is. */
const NEEDLESS_BYTES = 1024

/**
 * The record of one request, which never delays the exchange: a long one is shown as running while its body
 * is written. If writing fails, that is logged and the rest dropped.
 */
export class JournalRecord {
  id: number | undefined
  #isFinished = false
  #failure: string | undefined
  readonly #options: RecordOptions
  /** Created on demand: nearly no call has a body. */
  #request: BodyWriter | undefined
  readonly #response: BodyWriter
  readonly #entry: Entry
  #writes: WriteChain | undefined
  #showTimer: NodeJS.Timeout | undefined
  #byCookie = false
  #countOnly = false
  #meantFor: number | undefined

  constructor(options: RecordOptions) {
    this.#options = options
    this.#entry = beginEntry(options.request)
    this.#response = this.#bodyWriter('response', options.bodyLimit, piece =>
      countDocuments(piece, documentTags(this.#entry.responseHeaders?.['content-type'])),
    )
  }

  login(login: string): void {
    this.#entry.login = kept(login, 200)
  }

  integration(integration: RecordedIntegration): void {
    this.#entry.integration = integration
  }

  /** Sets the session of the request; a long request is shown as running. */
  session({ id, byCookie = false }: { id: number; byCookie?: boolean }): void {
    this.#entry.sessionId = id
    this.#byCookie = byCookie
    this.#showTimer = setTimeout(() => this.#show(), SHOWN_AFTER_MS).unref()
  }

  batch(batchId: number): void {
    this.#entry.batchId = batchId
    this.#show()
  }

  /** Its login does not exist, and resembles that of this integration. */
  meantFor(integrationKey: number): void {
    this.#meantFor = integrationKey
  }

  /**
   * Refused like many before it: a failed sign-in is counted, a call of a known integration leaves no
   * record.
   */
  countOnly(): void {
    this.#countOnly = true
  }

  answer(status: number, headers: Record<string, string>): void {
    this.#entry.status = status
    this.#entry.responseHeaders = maskHeaders(headers)
  }

  requestPiece(piece: Uint8Array): Promise<void> | undefined {
    const { bodyLimit, request } = this.#options
    const ofType = request.type === 'sale' ? bodyLimit : unreadLimit(request.type)
    const limit = Math.min(bodyLimit, request.mode?.toLowerCase() === 'file' ? ofType : NEEDLESS_BYTES)
    this.#request ??= this.#bodyWriter('request', limit, () => 0)
    return this.#piece(this.#request, piece)
  }

  /** Returns a promise to wait for if too much is unwritten. */
  responsePiece(piece: Uint8Array): Promise<void> | undefined {
    if (this.#response.size === 0) this.#failure = failureText(piece)
    return this.#piece(this.#response, piece)
  }

  finish(outcome: EntryOutcome, orderCount?: number): void {
    this.#isFinished = true
    clearTimeout(this.#showTimer)
    const { buffer, onFinished } = this.#options
    const { login, address, sessionId, integration } = this.#entry
    if (sessionId === undefined && this.#countOnly) {
      if (login !== undefined && integration === undefined) buffer.repeat({ login, address })
    } else if (sessionId !== undefined || login !== undefined) {
      const durationMs = Date.now() - this.#entry.at.getTime()
      const failure = outcome === 'failure' || outcome === 'refused' ? this.#failure : undefined
      const ending = { outcome, orderCount, durationMs, failure }
      const isEmpty = this.#isEmpty(outcome, orderCount)
      const record = {
        entry: this.#entry,
        ending,
        id: this.id,
        emptyCall: isEmpty ? writeEmptyCall(this.#entry, ending, this.#response.buffered()) : undefined,
        byCookie: this.#byCookie,
        meantFor: this.#meantFor,
        request: this.#request,
        response: this.#response,
        onWritten: (id: number) => {
          this.id = id
        },
      }
      if (isEmpty) this.#response.discard()
      this.#writes?.add(() => this.#flushBodies())
      const ready = this.#writes?.done.then(() => {
        record.id = this.id
      })
      buffer.add(record, ready)
    }
    onFinished()
  }

  async written(): Promise<void> {
    if (!this.#isFinished && this.#entry.sessionId !== undefined) this.#show()
    await this.#writes?.done
    if (this.#isFinished) await this.#options.buffer.settled()
  }

  #bodyWriter(side: Side, limit: number, countDocuments: (piece: Buffer) => number): BodyWriter {
    const integrationKey = () => this.#entry.integration?.key
    return new BodyWriter({ bounds: this.#options.bounds, integrationKey, side, limit, countDocuments })
  }

  #isEmpty(outcome: EntryOutcome, orderCount = 0): boolean {
    const { sessionId } = this.#entry
    if (this.#writes || sessionId === undefined || outcome !== 'done' || orderCount > 0) return false
    return !this.#request?.size && this.#response.size <= EMPTY_ANSWER_BYTES
  }

  #show(): void {
    if (this.#writes) return
    const { db, log } = this.#options
    this.#writes = new WriteChain(log, () => {
      this.#request?.discard()
      this.#response.discard()
    })
    this.#writes.add(async () => {
      this.id = await insertRunning(db, this.#entry)
    })
  }

  #piece(writer: BodyWriter, piece: Uint8Array): Promise<void> | undefined {
    const isStranger = this.#entry.sessionId === undefined
    // Without a session only the answer, a few words, is stored.
    if (this.#writes?.stopped || (isStranger && writer === this.#request)) {
      writer.skip(piece)
      return undefined
    }
    if (!writer.add(piece) || isStranger) return undefined
    this.#show()
    return this.#writes!.addPiece(piece.length, () => this.#flush(writer))
  }

  async #flushBodies(): Promise<void> {
    if (this.#request) await this.#flush(this.#request)
    await this.#flush(this.#response)
  }

  async #flush(writer: BodyWriter): Promise<void> {
    if (this.id !== undefined) await writer.flush(this.id, this.#options.db)
  }
}

function failureText(piece: Uint8Array): string | undefined {
  const text = Buffer.from(piece.subarray(0, 2000)).toString('utf8')
  return text.startsWith('failure\n') ? kept(text.slice('failure\n'.length), 500) : undefined
}
