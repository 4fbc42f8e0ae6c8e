import { forgetAskedEarly, takeAskedEarly } from './asked-early.js'
import { apiUrl, type Query } from './base.js'
import { shownLocation } from './location.js'
import { NoAnswerError, problemOf } from './problem.js'
import { askReachable } from './reachable.js'
import { waitForSignIn } from './sign-in-again.js'

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  query?: Query
  body?: unknown
  file?: Blob
  /** The version that was read: 412 if somebody has changed it since. */
  ifMatch?: string | number
  signal?: AbortSignal
  timeoutMs?: number
  /** False for the sign-in itself and for the first request for the profile: their 401 is an answer. */
  signInAgain?: boolean
}

const TIMEOUT_MS = 30_000
/** An act goes on though its page is left; browsers keep 64 KB of such bodies at once, of any characters. */
const KEPT_ALIVE = 15_000

/** The JSON answer of `/api/v1` + path; undefined for 204. Throws ApiError or NoAnswerError. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(path, options)
  if (response.status === 204) return undefined as Answer
  return (await response.json()) as Answer
}

/** The bytes of the answer, for texts whose encoding only the caller knows. */
export async function requestBytes(path: string, options: RequestOptions = {}): Promise<Uint8Array> {
  return new Uint8Array(await (await send(path, options)).arrayBuffer())
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const response = await sendOnce(path, options)
  if (response.ok) return response
  if (response.status === 401 && options.signInAgain !== false && (await waitForSignIn()))
    return send(path, { ...options, signInAgain: false })
  throw await problemOf(response)
}

async function sendOnce(path: string, options: RequestOptions): Promise<Response> {
  const method = options.method ?? 'GET'
  const body = options.body === undefined ? undefined : JSON.stringify(options.body)
  const headers = new Headers({ Accept: 'application/json, application/problem+json, */*;q=0.5' })
  // The app words refusals itself, in the language chosen in it, not in that of the browser.
  headers.set('Accept-Language', 'ru')
  if (method !== 'GET') headers.set('X-Obmen-CSRF', '1')
  const location = shownLocation()
  if (location !== null) headers.set('X-Obmen-Location', location)
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`)
  if (options.body !== undefined) headers.set('Content-Type', 'application/json')
  if (options.file !== undefined) headers.set('Content-Type', 'application/octet-stream')
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
  const url = apiUrl(path, options.query)
  if (method !== 'GET') forgetAskedEarly()
  try {
    const early = method === 'GET' ? await takeAskedEarly(url, location) : undefined
    options.signal?.throwIfAborted()
    if (early !== undefined) return early
    return await fetch(url, {
      method,
      headers,
      keepalive: method === 'POST' && (body?.length ?? 0) < KEPT_ALIVE,
      credentials: 'same-origin',
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
      ...(body === undefined ? {} : { body }),
      ...(options.file === undefined ? {} : { body: options.file }),
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    if (!timeout.aborted) void askReachable()
    throw new NoAnswerError(timeout.aborted, error)
  }
}
