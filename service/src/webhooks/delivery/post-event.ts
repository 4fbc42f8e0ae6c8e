import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import type { AttemptFailure } from '@obmen/contract'
import { storable } from '../../db/values.js'
import { connectionFailure } from '../../net/connection-failure.js'
import { AddressNotPublic, lookUpName } from '../../net/look-up-name.js'
import { isAllowedHost, isPublicAddress, literalAddress } from '../../net/public-address.js'

export interface Post {
  url: string
  headers: Record<string, string>
  body: string
  limits: PostLimits
  /** Aborted when the server stops: then it throws, and the attempt does not count. */
  signal: AbortSignal
}

export interface PostLimits {
  /** From the lookup of the name to the answer's status; later it only ends the reading of the body. */
  timeoutMs: number
  /** ALLOW_PRIVATE_ADDRESSES */
  allowPrivate: boolean
  /** WEBHOOK_HOSTS */
  hosts?: readonly string[] | undefined
  /** Name servers instead of those of the system. */
  nameServers?: readonly string[]
}

/** The result of an attempt. With a status 2xx it is delivered, however the answer ends. */
export interface PostOutcome {
  status: number | null
  failure: AttemptFailure | null
  headers: Record<string, string> | null
  answer: string | null
  durationMs: number
}

/** Of an answer that are read. */
const ANSWER_BYTES = 64 * 1024
const SHOWN_CHARACTERS = 4000
const SHOWN_HEADER_CHARACTERS = 500
const SHOWN_HEADERS = 40

class TimedOut extends Error {}

/**
 * Posts once: only to public addresses, on a new connection, without following redirects, with limits on time
 * and size of the answer. Throws only when `signal` is aborted.
 */
export async function postEvent(event: Post): Promise<PostOutcome> {
  const { limits, signal } = event
  const started = performance.now()
  const target = new URL(event.url)
  const outcome = (part: Partial<PostOutcome>): PostOutcome => ({
    status: null,
    failure: null,
    headers: null,
    answer: null,
    durationMs: Math.round(performance.now() - started),
    ...part,
  })
  try {
    if (!isAllowedHost(target, limits.hosts)) return outcome({ failure: 'host-not-allowed' })
    const literal = literalAddress(target)
    if (literal !== undefined && !limits.allowPrivate && !isPublicAddress(literal))
      throw new AddressNotPublic()
    const { response, answer } = await post(target, event)
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

function post(target: URL, { headers, body, limits, signal }: Post): Promise<ReceivedAnswer> {
  const { timeoutMs, allowPrivate, nameServers } = limits
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest
    const lookUpEnd = new AbortController()
    const request = send(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      signal,
      lookup: lookUpName({ allowPrivate, nameServers, signal: lookUpEnd.signal }),
    })
    let fail = (error: Error): void => settle(() => reject(error))()
    const timer = setTimeout(() => fail(new TimedOut()), timeoutMs)
    const settle = (work: () => void) => () => {
      clearTimeout(timer)
      lookUpEnd.abort()
      work()
      request.destroy()
    }
    if (!allowPrivate) refusePrivatePeer(request)
    request.on('error', error => fail(error))
    request.on('response', response => {
      const pieces: Buffer[] = []
      let bytes = 0
      const end = settle(() =>
        resolve({ response, answer: storable(Buffer.concat(pieces).toString(), SHOWN_CHARACTERS) }),
      )
      // The status is known: an answer that breaks off or never ends doesn't change it.
      fail = end
      response.on('data', (piece: Buffer) => {
        bytes += piece.length
        if (bytes > ANSWER_BYTES) return end()
        pieces.push(piece)
      })
      response.on('end', end).on('error', end).on('close', end)
    })
    // An answer 101 has no body, and Node reports neither a response nor an error.
    request.on('upgrade', (response, socket) => {
      socket.destroy()
      settle(() => resolve({ response, answer: '' }))()
    })
    request.end(body)
  })
}

/** Checks the remote address once more before anything is sent. */
function refusePrivatePeer(request: ClientRequest): void {
  request.once('socket', (socket: Socket) => {
    socket.once('connect', () => {
      if (!isPublicAddress(socket.remoteAddress ?? '')) request.destroy(new AddressNotPublic())
    })
  })
}

function failureOf(error: unknown): AttemptFailure {
  if (error instanceof TimedOut) return 'timeout'
  return connectionFailure(error) ?? 'broken-answer'
}

function shownHeaders({ headers }: IncomingMessage): Record<string, string> {
  const shown = Object.entries(headers)
    .filter(([name]) => name !== 'set-cookie')
    .slice(0, SHOWN_HEADERS)
  return Object.fromEntries(
    shown.map(([name, value]) => [name, storable(String(value), SHOWN_HEADER_CHARACTERS)]),
  )
}
