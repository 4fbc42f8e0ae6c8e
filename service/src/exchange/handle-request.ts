import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../log.js'
import { readBasic } from './basic.js'
import type { SessionCall } from './call.js'
import { checkAuth } from './check-auth.js'
import { parseCommand } from './command.js'
import { perform } from './perform.js'
import type { Caller, ConnectedIntegration, ExchangePort, RequestOutcome, RequestRecord } from './port.js'
import { type Answer, failed, failure, lines, type TextAnswer, unauthorized } from './reply.js'
import { type RequestBody, readBody } from './request-body.js'
import { CutAnswer, type Exchange, sendOrders, sendText } from './send.js'
import { joinSession } from './session.js'
import { TEXTS } from './texts.js'

export interface ExchangeOptions {
  port: ExchangePort
  log: Logger
  /** Bytes of a request's body that are taken. */
  bodyLimit: number
  /** True once the server takes no new requests. */
  stopping: () => boolean
}

/** Answers one request of a 1C and sees to it that the journal gets its end, whatever happens. */
export async function handleRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  options: ExchangeOptions,
): Promise<void> {
  reply.hijack()
  const startedAt = new Date()
  const { raw } = request
  const command = parseCommand(raw.url ?? '')
  const caller: Caller = { address: request.ip, userAgent: raw.headers['user-agent'] ?? '' }
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const record = options.port.record({
    ...caller,
    at: startedAt,
    method: request.method,
    url: raw.url ?? '',
    headers: raw.headers,
    type: command.typeWord || undefined,
    mode: command.modeWord || undefined,
  })
  const exchange: Exchange = {
    request: raw,
    response: reply.raw,
    record,
    signal: gone.signal,
    headers: { 'x-request-id': request.id, ...(options.stopping() && { connection: 'close' }) },
  }
  const body = readBody(raw, options.bodyLimit, piece => record.requestPiece(piece))
  const log = options.log.child({ requestId: request.id, address: caller.address })

  let outcome: RequestOutcome = 'cut'
  let orderCount: number | undefined
  try {
    let answer = await decide(request, options, { record, body, command, caller, signal: gone.signal, log })
    if (answer.kind === 'orders') {
      record.batch(answer.orders.batchId)
      try {
        outcome = await sendOrders(exchange, answer.orders)
        orderCount = answer.orders.orderCount()
        return
      } catch (error) {
        if (error instanceof CutAnswer) throw error.cause
        answer = explain(error, request.id, log)
      }
    }
    orderCount = answer.orderCount
    outcome = await sendText(exchange, answer, !body.ended)
  } catch (error) {
    if (!gone.signal.aborted) log.error({ err: error }, 'exchange: an answer broke off')
    reply.raw.destroy()
  } finally {
    record.finish(outcome, orderCount)
    const { typeWord: type, modeWord: mode } = command
    log.info(
      { method: request.method, type, mode, outcome, orderCount, ms: Date.now() - startedAt.getTime() },
      'exchange',
    )
  }
}

interface Asked extends Omit<SessionCall, 'integration' | 'port' | 'body'> {
  record: RequestRecord
  body: RequestBody
  log: Logger
}

async function decide(request: FastifyRequest, options: ExchangeOptions, asked: Asked): Promise<Answer> {
  const { body, log, signal } = asked
  let answer: Answer
  try {
    answer = await route(request, options, asked)
  } catch (error) {
    if (signal.aborted) throw error
    answer = explain(error, request.id, log)
  }
  try {
    await body.drain()
  } catch (error) {
    if (signal.aborted) throw error
    // A refusal says more than the size of what was refused.
    if (answer.kind === 'text' && answer.outcome !== 'done') return answer
    if (answer.kind === 'orders') answer.orders.body.destroy()
    return explain(error, request.id, log)
  }
  return answer
}

async function route(request: FastifyRequest, options: ExchangeOptions, asked: Asked): Promise<Answer> {
  const { method } = request
  const { command } = asked
  if (method === 'OPTIONS') return withAllow(lines(TEXTS.options))
  if (!['GET', 'HEAD', 'POST'].includes(method))
    return withAllow({ ...failure(TEXTS.methodUnknown(method)), status: 405 })
  if (options.stopping()) return failure(TEXTS.stopping)

  const integration = await signIn(request, options.port, asked)
  if ('kind' in integration) return integration
  asked.record.integration(integration)
  if (!integration.enabled) return failure(TEXTS.disabled(integration.name))
  const { type, mode } = command
  if (!type) return failure(command.typeWord ? TEXTS.typeUnknown(command.typeWord) : TEXTS.typeMissing)
  if (!mode) return failure(command.modeWord ? TEXTS.modeUnknown(command.modeWord) : TEXTS.modeMissing)
  // HEAD asks how an answer would look: it opens no session, makes no batch and confirms nothing.
  if (method === 'HEAD') return lines('')

  const call: SessionCall = { ...asked, integration, port: options.port }
  if (mode === 'checkauth') {
    const { session, answer } = await checkAuth(call)
    asked.record.session(session)
    return answer
  }
  const joined = await joinSession(call, request.headers.cookie)
  if ('kind' in joined) return joined
  asked.record.session(joined.session)
  return perform(type, mode, joined)
}

async function signIn(
  request: FastifyRequest,
  port: ExchangePort,
  { record, caller: { address } }: Asked,
): Promise<ConnectedIntegration | TextAnswer> {
  const credentials = readBasic(request.headers.authorization)
  if (!credentials) return unauthorized(TEXTS.credentialsMissing)
  const { login, password } = credentials
  record.login(login)
  const locked = await port.lockedFor(login, address)
  if (locked > 0) return { ...failure(TEXTS.lockedOut(locked)), outcome: 'refused' }
  const integration = await port.signIn(login, password)
  if (integration) return integration
  await port.noteFailure(login, address)
  return unauthorized(TEXTS.credentialsWrong)
}

function withAllow(answer: TextAnswer): TextAnswer {
  return { ...answer, headers: { ...answer.headers, allow: 'GET, HEAD, POST, OPTIONS' } }
}

function explain(error: unknown, requestId: string, log: Logger): TextAnswer {
  log.error({ err: error }, 'exchange: answered failure')
  return failed(error, requestId)
}
