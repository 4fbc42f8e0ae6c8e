import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SiteAddress } from './address.js'

const IN_MEMORY = 4 * 1024 * 1024
const PIECE = 256 * 1024

/** A body of any size, the first megabytes in memory, the rest in a file. `dispose` deletes it. */
class Spool {
  #chunks: Buffer[] = []
  #folder: string | undefined
  #file: FileHandle | undefined
  bytes = 0

  async append(chunk: Buffer): Promise<void> {
    this.bytes += chunk.length
    if (this.#file !== undefined) {
      await writeAll(this.#file, chunk)
      return
    }
    this.#chunks.push(chunk)
    if (this.bytes > IN_MEMORY) await this.#moveToFile()
  }

  /** The body from the beginning, any number of times. */
  async *read(): AsyncGenerator<Buffer> {
    if (this.#file === undefined) {
      yield* this.#chunks
      return
    }
    for (let at = 0; at < this.bytes; ) {
      const { bytesRead, buffer } = await this.#file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at)
      if (bytesRead === 0) return
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }

  async dispose(): Promise<void> {
    await this.#file?.close()
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
    this.#chunks = []
    this.#file = undefined
    this.#folder = undefined
  }

  async #moveToFile(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'obmen-simulator-'))
    this.#file = await open(join(this.#folder, 'answer'), 'w+', 0o600)
    for (const chunk of this.#chunks) await writeAll(this.#file, chunk)
    this.#chunks = []
  }
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders & Record<string, string | string[] | undefined>
  body: Spool
}

/** No answer, or a part of one. `cut`: it broke off after it began, or was stopped on purpose. */
export class NoAnswer extends Error {
  constructor(
    message: string,
    readonly cut: boolean,
  ) {
    super(message)
  }
}

export interface ConnectionOptions {
  address: SiteAddress
  login: string
  password: string
  /** Once there is a cookie, only it is sent. */
  cookieOnly?: boolean
  timeoutMs: number
  signal?: AbortSignal | undefined
}

export interface Call {
  /** From `?` on, appended to the address's path. */
  query: string
  cookie?: string | undefined
  /** Posted as it is if present; otherwise the call is a GET. */
  body?: Buffer | undefined
  /** Stops after so many bytes of the answer: a download that breaks off. */
  stopAfterBytes?: number | undefined
}

/**
 * One connection as 1C keeps it for one authorization: Basic with every request, one socket, no redirects,
 * bodies sent raw as application/octet-stream.
 */
export class Connection {
  readonly #agent: HttpAgent | HttpsAgent

  constructor(readonly options: ConnectionOptions) {
    const settings = { keepAlive: true, maxSockets: 1 }
    this.#agent = options.address.secure ? new HttpsAgent(settings) : new HttpAgent(settings)
  }

  /** Throws NoAnswer. The caller disposes of the answer's body. */
  async call(call: Call): Promise<Answer> {
    const message = await this.#send(call)
    const body = new Spool()
    try {
      await this.#receive(message, body, call.stopAfterBytes)
    } catch (error) {
      await body.dispose()
      throw error instanceof NoAnswer ? error : new NoAnswer((error as Error).message, true)
    }
    return { status: message.statusCode ?? 0, headers: message.headers, body }
  }

  close(): void {
    this.#agent.destroy()
  }

  #send(call: Call): Promise<IncomingMessage> {
    const { query, cookie, body } = call
    const { address, login, password, cookieOnly, timeoutMs, signal } = this.options
    const headers: Record<string, string> = { 'User-Agent': '1C+Enterprise/8.3', Accept: '*/*' }
    if (cookie === undefined || !cookieOnly)
      headers.Authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
    if (cookie !== undefined) headers.Cookie = cookie
    if (body !== undefined) {
      headers['Content-Type'] = 'application/octet-stream'
      headers['Content-Length'] = String(body.length)
    }
    const send = address.secure ? httpsRequest : httpRequest
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => reject(new NoAnswer(error.message, false))
      try {
        const outgoing = send({
          agent: this.#agent,
          host: address.host.replace(/^\[|\]$/g, ''),
          port: address.port,
          path: legalPath(address.path + query),
          method: body === undefined ? 'GET' : 'POST',
          headers,
          ...(signal === undefined ? {} : { signal }),
        })
        outgoing.setTimeout(timeoutMs, () => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)))
        // The site may close a kept connection just when it is used again; the platform then opens a new one,
        // and so do we.
        outgoing.once('error', (error: NodeJS.ErrnoException) => {
          if (outgoing.reusedSocket && error.code === 'ECONNRESET') resolve(this.#send(call))
          else fail(error)
        })
        outgoing.once('response', resolve)
        outgoing.end(body)
      } catch (error) {
        fail(error as Error)
      }
    })
  }

  async #receive(message: IncomingMessage, body: Spool, stopAfterBytes: number | undefined): Promise<void> {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      const room = stopAfterBytes === undefined ? chunk.length : stopAfterBytes - body.bytes
      if (room >= chunk.length) {
        await body.append(chunk)
        continue
      }
      message.destroy()
      throw new NoAnswer(`stopped on purpose after ${stopAfterBytes} bytes`, true)
    }
  }
}

/** What can't stand in a request line is percent-encoded; all else goes as 1C wrote it. */
function legalPath(path: string): string {
  return path.replace(/[^\x21-\x7e]/gu, character => encodeURIComponent(character))
}
