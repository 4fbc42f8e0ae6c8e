import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'
import type { OrderPackage, RequestOutcome, RequestRecord } from '../port.js'
import type { TextAnswer } from './reply.js'

/** How long to keep reading from a client that is still sending, so that it gets its answer. */
const LINGER_MS = 5000

export interface HttpCall {
  request: IncomingMessage
  response: ServerResponse
  record: RequestRecord
  gone: AbortSignal
  /** An answer with orders of which the client takes nothing for so long breaks off. */
  stallMs: number
  headers: Record<string, string>
}

/** Sends a short answer. `lingering`: the client is still sending a body that is not read. */
export async function sendText(
  call: HttpCall,
  answer: TextAnswer,
  lingering: boolean,
): Promise<RequestOutcome> {
  const { request, response, record } = call
  const length = Buffer.byteLength(answer.body)
  const headers = {
    ...call.headers,
    ...answer.headers,
    'content-length': String(length),
    'cache-control': 'no-store',
    ...(lingering && { connection: 'close' }),
  }
  record.answer(answer.status, headers)
  response.writeHead(answer.status, headers)
  if (request.method === 'HEAD') {
    response.end()
  } else {
    await record.responsePiece(bytesOf(answer.recorded ?? answer.body))
    if (lingering) {
      response.write(answer.body)
      await linger(request)
      response.end()
    } else {
      response.end(answer.body)
    }
  }
  await waitForEnd(call)
  return response.writableFinished ? answer.outcome : 'cut'
}

function bytesOf(body: string | Buffer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body
}

/** No faster than the client receives. Throws BrokenAnswer only after the first piece was sent. */
export async function sendOrders(call: HttpCall, orders: OrderPackage): Promise<RequestOutcome> {
  const { response, record, gone } = call
  const { body, contentType, contentLength } = orders
  const stop = (): void => void body.destroy()
  gone.addEventListener('abort', stop, { once: true })
  try {
    const pieces = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    let next = await pieces.next()
    const headers = {
      ...call.headers,
      'content-type': contentType,
      'cache-control': 'no-store',
      ...(contentLength !== undefined && { 'content-length': String(contentLength) }),
    }
    record.answer(200, headers)
    response.writeHead(200, headers)
    try {
      for (; !next.done && !gone.aborted; next = await pieces.next()) {
        const recorded = record.responsePiece(next.value)
        if (!response.write(next.value)) await waitForDrain(call, body)
        await recorded
      }
      if (next.done) response.end()
    } catch (error) {
      // The client must notice the truncation: no closing tag, and no clean end of the response either.
      response.destroy()
      if (!gone.aborted) throw new BrokenAnswer(error)
    }
  } finally {
    gone.removeEventListener('abort', stop)
    body.destroy()
  }
  await waitForEnd(call)
  return response.writableFinished ? 'done' : 'cut'
}

export class BrokenAnswer extends Error {
  constructor(cause: unknown) {
    super('the answer broke off', { cause })
  }
}

/** Also ends when the package broke off: that must not wait for a client that reads nothing. */
function waitForDrain({ response, stallMs }: HttpCall, body: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(stalled)
      response.off('drain', end).off('error', end)
      body.off('close', end)
      resolve()
    }
    const stalled = setTimeout(() => {
      reject(new AppError('unavailable', describeProblem('answer-taken-too-slowly')))
      end()
    }, stallMs)
    response.once('drain', end).once('error', end)
    body.once('close', end)
    if (body.closed) end()
  })
}

async function waitForEnd({ response, gone }: HttpCall): Promise<void> {
  if (response.writableFinished || response.destroyed || gone.aborted) return
  await new Promise<void>(resolve => {
    response.once('finish', resolve).once('close', resolve)
  })
}

async function linger(request: IncomingMessage): Promise<void> {
  request.resume()
  await once(request, 'end', { signal: AbortSignal.timeout(LINGER_MS) }).catch(() => undefined)
}
