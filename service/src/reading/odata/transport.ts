import { setTimeout as sleep } from 'node:timers/promises'
import { buildConnector, Client, type Dispatcher } from 'undici'
import { AddressNotPublic, lookUpName } from '../../net/look-up-name.js'
import { isPublicAddress, literalAddress } from '../../net/public-address.js'
import { type AnswerHead, answerFailure, callFailure, isJson, ReadingError } from './failures.js'

export interface ODataOptions {
  /** Of the service, as `normalizeUrl` writes it. */
  url: string
  login: string
  password: string
  /** ALLOW_PRIVATE_ADDRESSES */
  allowPrivate: boolean
  /** Aborted when the server stops: then calls throw its reason. */
  signal: AbortSignal
  /** Between the end of a call and the next one. */
  pauseMs?: number
  /** How long the status of the first answer may take: a base wakes up to 30 seconds. */
  firstTimeoutMs?: number
  /** The same of later ones, and how long there may be no next piece of any. */
  timeoutMs?: number
}

const PAUSE_MS = 500
const FIRST_TIMEOUT_MS = 90_000
const TIMEOUT_MS = 60_000
const CONNECT_MS = 30_000
/** A whole answer, so that one that never ends doesn't hold a reading for ever. */
const WHOLE_MS = 15 * 60_000
/** Of an answer that is no success. */
const ERROR_BYTES = 64 * 1024

/** How a 1C is called: GETs over one connection, one after another. */
export class Transport implements AsyncDisposable {
  calls = 0
  /** The clock of the web server in its last answer. */
  serverDate: Date | undefined
  readonly #options: ODataOptions
  readonly #authorization: string
  readonly #closed = new AbortController()
  #origin: URL
  #client: Client
  #isBusy = false
  #endedAt = 0

  constructor(options: ODataOptions) {
    this.#options = options
    const credentials = Buffer.from(`${options.login}:${options.password}`, 'utf8').toString('base64')
    this.#authorization = `Basic ${credentials}`
    this.#origin = new URL(new URL(options.url).origin)
    this.#client = this.#open()
  }

  /**
   * The body of an answer 200 with JSON, at most `maxBytes`; anything else throws a ReadingError. The next
   * call may begin once the body is read or left.
   */
  async *get(path: string, set: string, maxBytes: number): AsyncGenerator<Uint8Array> {
    if (this.#isBusy) throw new Error('the answer before is not read to its end')
    this.#isBusy = true
    const { signal } = this.#options
    const call = new AbortController()
    const stop = (): void => call.abort()
    signal.addEventListener('abort', stop)
    const timer = setTimeout(() => call.abort(new ReadingError('timeout', this.#where)), WHOLE_MS)
    let hasAnswered = false
    try {
      const { head, body } = await this.#ask(path, set, call.signal)
      hasAnswered = true
      if (!isJson(head)) throw answerFailure(head, await readStart(body), set)
      let bytes = 0
      for await (const piece of body as AsyncIterable<Buffer>) {
        bytes += piece.length
        if (bytes > maxBytes) throw new ReadingError('too-large', { set, megabytes: maxBytes / 1024 ** 2 })
        yield piece
      }
    } catch (error) {
      signal.throwIfAborted()
      throw callFailure(call.signal.aborted ? call.signal.reason : error, this.#origin.hostname, hasAnswered)
    } finally {
      call.abort()
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      this.#endedAt = performance.now()
      this.#isBusy = false
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort()
    await this.#client.destroy()
  }

  /** Sends it, and once more where it is redirected to: only to https of the same host. */
  async #ask(path: string, set: string, signal: AbortSignal, isRedirected = false): Promise<Answer> {
    const { pauseMs = PAUSE_MS, firstTimeoutMs = FIRST_TIMEOUT_MS, timeoutMs = TIMEOUT_MS } = this.#options
    const left = this.calls === 0 ? 0 : this.#endedAt + pauseMs - performance.now()
    if (left > 0) await sleep(left, undefined, { signal })
    const { allowPrivate } = this.#options
    const literal = literalAddress(this.#origin)
    if (literal !== undefined && !allowPrivate && !isPublicAddress(literal)) throw new AddressNotPublic()
    const answer = await this.#client.request({
      method: 'GET',
      path,
      headers: { authorization: this.#authorization, accept: 'application/json', 'user-agent': 'Obmen' },
      headersTimeout: this.calls++ === 0 ? firstTimeoutMs : timeoutMs,
      bodyTimeout: timeoutMs,
      signal,
    })
    const { statusCode: status, headers, body } = answer
    const date = Date.parse(String(headers.date))
    this.serverDate = Number.isNaN(date) ? undefined : new Date(date)
    const head = {
      status,
      contentType: String(headers['content-type'] ?? ''),
      retryAfter: retryAfter(headers),
    }
    if (status < 300 || status >= 400 || headers.location === undefined) return { head, body }

    body.on('error', () => {}).destroy()
    const target = targetOf(String(headers.location), new URL(path, this.#origin).href)
    if (isRedirected || target?.protocol !== 'https:' || target.hostname !== this.#origin.hostname)
      throw new ReadingError('redirect', { ...this.#where, to: target?.host ?? '' })
    if (target.origin !== this.#origin.origin) {
      await this.#client.destroy()
      this.#origin = new URL(target.origin)
      this.#client = this.#open()
    }
    return this.#ask(target.pathname + target.search, set, signal, true)
  }

  get #where(): { host: string } {
    return { host: this.#origin.hostname }
  }

  /** Checks the remote address once more before anything is sent. */
  #open(): Client {
    const { allowPrivate } = this.#options
    const lookup = lookUpName({ allowPrivate, signal: this.#closed.signal })
    const connect = buildConnector({ lookup, timeout: CONNECT_MS } as buildConnector.BuildOptions)
    return new Client(this.#origin, {
      pipelining: 1,
      connect: (target, done) =>
        connect(target, (...[error, socket]) => {
          if (error) return done(error, null)
          if (allowPrivate || isPublicAddress(socket.remoteAddress ?? '')) return done(null, socket)
          socket.destroy()
          done(new AddressNotPublic(), null)
        }),
    })
  }
}

interface Answer {
  head: AnswerHead
  body: Dispatcher.ResponseData['body']
}

const targetOf = (location: string, from: string): URL | undefined =>
  URL.canParse(location, from) ? new URL(location, from) : undefined

const retryAfter = (headers: Record<string, string | string[] | undefined>): string | undefined =>
  headers['retry-after'] === undefined ? undefined : String(headers['retry-after'])

/** The beginning of an answer that is an error; one that breaks off is still that error. */
async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  try {
    for await (const piece of body) {
      pieces.push(piece)
      bytes += piece.length
      if (bytes > ERROR_BYTES) break
    }
  } catch {
    // What has come tells enough.
  }
  return new TextDecoder().decode(Buffer.concat(pieces))
}
