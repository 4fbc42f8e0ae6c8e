import { type LookupAddress, type LookupOptions, lookup as lookUp } from 'node:dns'
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import type { AttemptFailure } from '@obmen/contract'
import { storable } from '../../db/values/storable.js'
import { isPublicAddress, literalAddress } from './public-address.js'

export interface Post {
  url: string
  headers: Record<string, string>
  body: string
  limits: PostLimits
  /** Aborted when the server stops: then it throws, and the attempt does not count. */
  signal: AbortSignal
}

export interface PostLimits {
  /** From the lookup of the name to the end of the answer. */
  timeoutMs: number
  answerBytes: number
  /** WEBHOOK_ALLOW_PRIVATE */
  allowPrivate: boolean
}

/** The result of an attempt. It is delivered if the status is 2xx. */
export interface PostOutcome {
  status: number | null
  failure: AttemptFailure | null
  headers: Record<string, string> | null
  answer: string | null
  durationMs: number
}

const SHOWN_CHARACTERS = 4000
const SHOWN_HEADER_CHARACTERS = 500
const SHOWN_HEADERS = 40

class AddressNotPublic extends Error {}
class TimedOut extends Error {}

/**
 * Posts once: only to public addresses, on a new connection, without following redirects, with limits on time and size of the
 * answer. Throws only when `signal` is aborted.
 */
export async function postEvent({ url, headers, body, limits, signal }: Post): Promise<PostOutcome> {
  const started = performance.now()
  const target = new URL(url)
  const outcome = (part: Partial<PostOutcome>): PostOutcome => ({
    ...{ status: null, failure: null, headers: null, answer: null },
    ...{ durationMs: Math.round(performance.now() - started), ...part },
  })
  try {
    const literal = literalAddress(target)
    if (literal !== undefined && !limits.allowPrivate && !isPublicAddress(literal))
      throw new AddressNotPublic()
    const { response, answer } = await post(target, headers, body, limits, signal)
    const status = response.statusCode ?? 0
    return outcome({ status, failure: statusFailure(status), headers: shownHeaders(response), answer })
  } catch (error) {
    signal.throwIfAborted()
    return outcome({ failure: failureOf(error) })
  }
}

function statusFailure(status: number): AttemptFailure | null {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? 'redirect' : 'status'
}

interface ReceivedAnswer {
  response: IncomingMessage
  answer: string
}

function post(
  target: URL,
  headers: Record<string, string>,
  body: string,
  { timeoutMs, answerBytes, allowPrivate }: PostLimits,
  signal: AbortSignal,
): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      signal,
      ...(!allowPrivate && { lookup: lookUpPublic }),
    })
    const timer = setTimeout(() => request.destroy(new TimedOut()), timeoutMs)
    const settle = (work: () => void) => () => {
      clearTimeout(timer)
      work()
    }
    if (!allowPrivate) refusePrivatePeer(request)
    request.on('error', error => settle(() => reject(error))())
    request.on('response', response => {
      const pieces: Buffer[] = []
      let bytes = 0
      const end = settle(() => {
        resolve({ response, answer: storable(Buffer.concat(pieces).toString(), SHOWN_CHARACTERS) })
        request.destroy()
      })
      response.on('data', (piece: Buffer) => {
        bytes += piece.length
        if (bytes > answerBytes) return end()
        pieces.push(piece)
      })
      // The status is known: an answer that breaks off or never ends doesn't change it.
      response.on('end', end).on('error', end).on('close', end)
    })
    request.end(body)
  })
}

/** Resolves names as the system does, and returns only public addresses: connections are made only to these. */
const lookUpPublic = ((name: string, options: LookupOptions, done: (...given: unknown[]) => void): void => {
  lookUp(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error)
    const open = (addresses as LookupAddress[]).filter(({ address }) => isPublicAddress(address))
    if (open.length === 0) return done(new AddressNotPublic())
    if (options.all) done(null, open)
    else done(null, open[0]!.address, open[0]!.family)
  })
}) as LookupFunction

/** Checks the remote address once more before anything is sent. */
function refusePrivatePeer(request: ClientRequest): void {
  request.once('socket', (socket: Socket) => {
    socket.once('connect', () => {
      if (!isPublicAddress(socket.remoteAddress ?? '')) request.destroy(new AddressNotPublic())
    })
  })
}

function failureOf(error: unknown): AttemptFailure {
  if (error instanceof AddressNotPublic) return 'address-not-public'
  if (error instanceof TimedOut) return 'timeout'
  const { code = '' } = error as { code?: string }
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'name-not-found'
  if (/^(ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|EADDR)/.test(code)) return 'connection-failed'
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return 'certificate'
  return 'broken-answer'
}

function shownHeaders({ headers }: IncomingMessage): Record<string, string> {
  const shown = Object.entries(headers)
    .filter(([name]) => name !== 'set-cookie')
    .slice(0, SHOWN_HEADERS)
  return Object.fromEntries(
    shown.map(([name, value]) => [name, storable(String(value), SHOWN_HEADER_CHARACTERS)]),
  )
}
