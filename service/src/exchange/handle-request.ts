import type { FastifyReply, FastifyRequest } from 'fastify'
import { toAppError } from '../errors/to-app-error.js'
import type { Logger } from '../log.js'
import type { ExchangePort, RequestOutcome } from './port.js'
import { routeRequest } from './route-request.js'
import { TEXTS } from './texts.js'
import type { IncomingRequest } from './transport/call.js'
import { parseCommand } from './transport/command.js'
import { readCookie } from './transport/cookie.js'
import { Disconnect } from './transport/disconnect.js'
import { type Answer, refusalAnswer, type TextAnswer } from './transport/reply.js'
import { readBody } from './transport/request-body.js'
import { BrokenAnswer, type HttpCall, sendOrders, sendText } from './transport/send.js'

export interface ExchangeOptions {
  port: ExchangePort
  log: Logger
  /** Largest request body accepted, in bytes. */
  bodyLimit: number
  /** Bytes of one part of a file. */
  partLimit: number
  /** True once the server takes no new requests. */
  stopping: () => boolean
  /** Long work gives way to a call from then on until the returned function is called; that of a stranger soon counts no more. */
  enter?: () => Leave
}

type Leave = (as?: 'stranger') => void
const leaveNothing: Leave = () => undefined

/** Answers one request of a 1C, and records its outcome in the journal whatever happens. */
export async function handleRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  { port, log: serverLog, bodyLimit, partLimit, stopping, enter }: ExchangeOptions,
): Promise<void> {
  reply.hijack()
  const { raw } = request
  const at = new Date()
  const command = parseCommand(raw.url ?? '')
  const { typeWord: type, modeWord: mode } = command
  const caller = { address: request.ip, userAgent: raw.headers['user-agent'] ?? '' }
  const log = lazy(() => serverLog.child({ requestId: request.id, address: caller.address, type, mode }))
  const disconnect = new Disconnect()
  // A call about a file is long work itself, or waits for it.
  const isLong = command.mode === 'file' || command.mode === 'import'
  const leave = isLong || !enter ? leaveNothing : enter()
  reply.raw.once('close', () => {
    leave()
    if (!reply.raw.writableFinished) disconnect.mark()
  })
  const record = port.record({
    ...caller,
    at,
    method: request.method,
    url: request.originalUrl,
    headers: raw.headers,
    type: type || undefined,
    mode: mode || undefined,
  })
  const limit =
    command.mode === 'file'
      ? { bytes: partLimit, refusal: TEXTS.fileTooLarge }
      : { bytes: bodyLimit, refusal: TEXTS.bodyTooLarge }
  const body = readBody(raw, limit, piece => record.requestPiece(piece))
  const headers = { 'x-request-id': request.id, ...(stopping() && { connection: 'close' }) }
  const http: HttpCall = { request: raw, response: reply.raw, record, disconnect, headers }
  const incoming: IncomingRequest = {
    command,
    caller,
    byPassword: raw.headers.authorization !== undefined,
    port,
    record,
    body,
    contentEncoding: raw.headers['content-encoding'],
    log,
    disconnect,
    stopping: stopping(),
    signedIn: false,
  }

  let outcome: RequestOutcome = 'cut'
  let isStored = false
  let orderCount: number | undefined
  try {
    let answer = await answerRequest(request, incoming, leave)
    isStored = answer.kind === 'text' && answer.outcome === 'done'
    if (!isStored) await noteFailedFile(request, incoming)
    if (answer.kind === 'orders') {
      const { orders } = answer
      if (orders.batchId !== undefined) record.batch(orders.batchId)
      try {
        outcome = await sendOrders(http, orders)
      } catch (error) {
        if (error instanceof BrokenAnswer || disconnect.gone) throw error
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
    if (!disconnect.gone) logBrokenAnswer(error, log())
    reply.raw.destroy()
    if (!isStored) await noteFailedFile(request, incoming)
  } finally {
    record.finish(outcome, orderCount)
    if (serverLog.isLevelEnabled('info'))
      log().info({ method: request.method, outcome, orderCount, ms: Date.now() - at.getTime() }, 'exchange')
  }
}

/** What a whole catalogue does not mention in a file that did not come must not count as gone. */
async function noteFailedFile({ headers }: FastifyRequest, incoming: IncomingRequest): Promise<void> {
  const { command, joined, port } = incoming
  if (command.type !== 'catalog' || command.mode !== 'file') return
  const sender = joined ?? readCookie(headers.cookie)
  if (sender !== undefined) await port.noteFailedFile(sender, command.filename ?? '')
}

/** Determines the answer, and reads the rest of the request's body unless it is too large. */
async function answerRequest(
  request: FastifyRequest,
  incoming: IncomingRequest,
  leave: Leave,
): Promise<Answer> {
  let answer: Answer
  try {
    answer = await routeRequest(request, incoming)
  } catch (error) {
    if (incoming.disconnect.gone) throw error
    answer = answerFailure(error, incoming, request.id)
  }
  if (!incoming.signedIn) leave('stranger')
  try {
    await incoming.body.drain()
    return answer
  } catch (error) {
    if (answer.kind === 'orders') answer.orders.body.destroy()
    if (incoming.disconnect.gone) throw error
    // A refusal is more useful than "body too large".
    return answer.kind === 'text' && answer.outcome !== 'done'
      ? answer
      : answerFailure(error, incoming, request.id)
  }
}

/** An answer that was cut off on purpose (queried again, read too slowly) is logged as a warning, anything else as an error. */
function logBrokenAnswer(error: unknown, log: Logger): void {
  const { code, message } = toAppError(error instanceof BrokenAnswer ? error.cause : error)
  if (code === 'internal') log.error({ err: error }, 'exchange: an answer broke off')
  else log.warn({ code, reason: message }, 'exchange: an answer broke off')
}

function answerFailure(error: unknown, { log }: IncomingRequest, requestId: string): TextAnswer {
  const refusal = toAppError(error)
  if (refusal.code === 'internal') log().error({ err: error }, 'exchange: answered failure')
  else log().warn({ code: refusal.code, err: refusal.cause }, 'exchange: answered failure')
  return refusalAnswer(refusal, requestId)
}

/** Creates an object on first use: most calls don't need it. */
function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
