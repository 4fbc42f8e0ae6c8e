import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { SiteAddress } from './address.js'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders & Record<string, string | string[] | undefined>
  body: Buffer
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

  /** The whole answer, as 1C has it before it reads it. Throws NoAnswer. */
  async call(call: Call): Promise<Answer> {
    const message = await this.#send(call)
    const { stopAfterBytes = Number.POSITIVE_INFINITY } = call
    const pieces: Buffer[] = []
    let bytes = 0
    try {
      for await (const piece of message as AsyncIterable<Buffer>) {
        bytes += piece.length
        if (bytes > stopAfterBytes) throw new Error(`stopped on purpose after ${stopAfterBytes} bytes`)
        pieces.push(piece)
      }
    } catch (error) {
      throw new NoAnswer((error as Error).message, true)
    }
    return { status: message.statusCode ?? 0, headers: message.headers, body: Buffer.concat(pieces) }
  }

  close(): void {
    this.#agent.destroy()
  }

  #send(call: Call): Promise<IncomingMessage> {
    const { query, cookie, body } = call
    const { address, login, password, cookieOnly, timeoutMs } = this.options
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
}

/** What can't stand in a request line is percent-encoded; all else goes as 1C wrote it. */
function legalPath(path: string): string {
  return path.replace(/[^\x21-\x7e]/gu, character => encodeURIComponent(character))
}
