import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { toAppError } from '../errors/to-app-error.js'
import type { Refusals } from '../log/sum-up-refusals.js'
import type { Logger } from '../log.js'
import type { IncomingRequest } from './call.js'
import type { ExchangePort, RequestOutcome } from './port.js'
import { routeRequest } from './route-request.js'
import { TEXTS } from './texts.js'
import { parseCommand } from './transport/command.js'
import { readCookie } from './transport/credentials.js'
import { type Answer, refusalAnswer, type TextAnswer } from './transport/reply.js'
import { readBody } from './transport/request-body.js'
import { BrokenAnswer, type HttpCall, sendOrders, sendText } from './transport/send.js'

export interface ExchangeOptions {
  port: ExchangePort
  log: Logger
  bodyLimit: number
  partLimit: number
  /** An answer with orders of which the client takes nothing for so long breaks off. */
  stallSeconds: number
  stopping: () => boolean
  /** Told of each call what came of it. */
  ended?: (outcome: RequestOutcome) => void
  /** Counts a call of the integration named in `calledBy`. */
  limit: ReturnType<FastifyInstance['createRateLimit']>
  refusals: Refusals
}

/** Nobody who is not signed in writes longer words into the log. */
const WORD_IN_LOG = 200

const inLog = (word: string): string => word.slice(0, WORD_IN_LOG)

/** Answers one request of a 1C, and records its outcome in the journal whatever happens. */
export async function handleRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ExchangeOptions,
): Promise<void> {
  const { refusals } = options
  reply.hijack()
  const at = new Date()
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  const incoming = readRequest(request, options, { at, gone: gone.signal })
  const { record, body } = incoming
  const headers = {
    'x-request-id': request.id,
    ...(incoming.stopping && { connection: 'close' }),
  }
  const http: HttpCall = {
    request: request.raw,
    response: reply.raw,
    record,
    gone: gone.signal,
    stallMs: options.stallSeconds * 1000,
    headers,
  }

  let outcome: RequestOutcome = 'cut'
  let isStored = false
  let orderCount: number | undefined
  try {
    let answer = await answerRequest(incoming, request.id)
    isStored = answer.kind === 'text' && answer.outcome === 'done'
    if (!isStored) await noteFailedFile(incoming)
    if (answer.kind === 'orders') {
      const { orders } = answer
      record.batch(orders.batchId)
      try {
        outcome = await sendOrders(http, orders)
      } catch (error) {
        if (error instanceof BrokenAnswer || gone.signal.aborted) throw error
        answer = answerFailure(error, incoming, request.id)
      } finally {
        orderCount = orders.orderCount()
      }
    }
    if (answer.kind === 'text') {
      orderCount = answer.orderCount
      outcome = await sendText(http, answer, !body.ended)
    }
  } catch (error) {
    if (!gone.signal.aborted) logBrokenAnswer(error, incoming.log)
    reply.raw.destroy()
    if (!isStored) await noteFailedFile(incoming)
  } finally {
    record.finish(outcome, orderCount)
    options.ended?.(outcome)
    if (outcome !== 'refused' || refusals.isFirst(incoming.caller.address))
      incoming.log.info(
        { method: request.method, outcome, orderCount, ms: Date.now() - at.getTime() },
        'exchange',
      )
  }
}

/** Begins the journal's record of a request, and prepares the reading of its body. */
function readRequest(
  request: FastifyRequest,
  { port, log: serverLog, bodyLimit, partLimit, stopping, limit: count }: ExchangeOptions,
  { at, gone }: { at: Date; gone: AbortSignal },
): IncomingRequest {
  const { raw, method } = request
  const { headers } = raw
  const command = parseCommand(raw.url ?? '')
  const { typeWord: type, modeWord: mode } = command
  const caller = { address: request.ip, userAgent: headers['user-agent'] ?? '' }
  const record = port.record({
    ...caller,
    at,
    method,
    url: request.originalUrl,
    headers,
    type: type || undefined,
    mode: mode || undefined,
  })
  const limit =
    command.mode === 'file'
      ? { bytes: partLimit, refusal: TEXTS.fileTooLarge }
      : { bytes: bodyLimit, refusal: TEXTS.bodyTooLarge }
  return {
    command,
    method,
    headers: {
      authorization: headers.authorization,
      cookie: headers.cookie,
      contentEncoding: headers['content-encoding'],
      origin: headers.origin,
      fetchSite: headers['sec-fetch-site'],
    },
    isEncrypted: request.protocol === 'https',
    caller,
    port,
    record,
    body: readBody(raw, limit, piece => record.requestPiece(piece)),
    log: serverLog.child({
      requestId: request.id,
      address: caller.address,
      type: inLog(type),
      mode: inLog(mode),
    }),
    gone,
    stopping: stopping(),
    async waitSeconds({ id }) {
      request.calledBy = id
      request.comesFrom?.(id)
      // A file may come for a long time, and has bounds of its own.
      if (command.mode === 'file') request.leavePlace?.()
      const state = await count(request)
      return !state.isAllowed && state.isExceeded ? state.ttlInSeconds : 0
    },
    issued: cookie => request.comesFrom?.(request.calledBy!, cookie),
  }
}

/** What a whole catalogue does not mention in a file that did not come must not count as gone. */
async function noteFailedFile({ command, joined, port, headers }: IncomingRequest): Promise<void> {
  if (command.type !== 'catalog' || command.mode !== 'file') return
  const sender = joined?.integration ?? readCookie(headers.cookie)
  if (sender !== undefined) await port.noteFailedFile(sender)
}

/** Determines the answer, and reads the rest of the request's body unless it is too large. */
async function answerRequest(incoming: IncomingRequest, requestId: string): Promise<Answer> {
  let answer: Answer
  try {
    answer = await routeRequest(incoming)
  } catch (error) {
    if (incoming.gone.aborted) throw error
    answer = answerFailure(error, incoming, requestId)
  }
  try {
    await incoming.body.drain()
    return answer
  } catch (error) {
    if (answer.kind === 'orders') answer.orders.body.destroy()
    if (incoming.gone.aborted) throw error
    // A refusal is more useful than "body too large".
    return answer.kind === 'text' && answer.outcome !== 'done'
      ? answer
      : answerFailure(error, incoming, requestId)
  }
}

/** One that was cut off on purpose (queried again, read too slowly) is only a warning. */
function logBrokenAnswer(error: unknown, log: Logger): void {
  const { code, message } = toAppError(error instanceof BrokenAnswer ? error.cause : error)
  if (code === 'internal') log.error({ err: error }, 'exchange: an answer broke off')
  else log.warn({ code, reason: message }, 'exchange: an answer broke off')
}

function answerFailure(error: unknown, { log }: IncomingRequest, requestId: string): TextAnswer {
  const refusal = toAppError(error)
  if (refusal.code === 'internal') log.error({ err: error }, 'exchange: answered failure')
  else log.warn({ code: refusal.code, err: refusal.cause }, 'exchange: answered failure')
  return refusalAnswer(refusal, requestId)
}
