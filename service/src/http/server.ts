import { randomBytes } from 'node:crypto'
import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { compile } from '@fastify/proxy-addr'
import Fastify, {
  type ConnectionError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { AppError } from '../errors/app-error.js'
import { languageOf, toProblem } from '../errors/rest-problem.js'
import type { Logger } from '../log.js'
import { plainHeaders } from './browser-headers.js'
import type { HttpConfig } from './http-config.js'
import { limitStrangers } from './limit-strangers.js'
import { HTTP_TEXTS } from './texts.js'

declare module 'fastify' {
  interface FastifyInstance {
    stopping?: AbortSignal
  }
}

/** Headers arrive almost at once; a slower client is stalling. */
const HEADERS_TIMEOUT_MS = 60_000

interface ServerOptions {
  config: HttpConfig
  /** Rewrites a request's target, where it is a variant of a known address. */
  rewrite?: (target: string, pathPrefix: string) => string | undefined
  log: Logger
  /** Answers an error of any route that has no handler of its own. */
  onError: (error: unknown, request: FastifyRequest, reply: FastifyReply) => unknown
}

export interface Server {
  app: FastifyInstance
  /** Aborted when the stop begins, to end endless answers (live events). */
  stopping: AbortSignal
  /** Resolves to the address that it listens on, `http://127.0.0.1:8080`. */
  listen(): Promise<string>
  /** Takes no new requests, and lets running answers end (at most stopTimeoutMs). */
  close(): Promise<void>
}

export function createServer({ config, rewrite, log, onError }: ServerOptions): Server {
  const stop = new AbortController()
  const plain = plainHeaders(config.secure)
  const isPipelined = findPipelined()
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIds(trustedBy(config.trustProxy)),
    childLoggerFactory: (logger, bindings, options, { headers }) =>
      logger.child({ ...bindings, ...traceIn(headers.traceparent) }, options),
    trustProxy: config.trustProxy,
    bodyLimit: config.bodyLimit,
    // An id in a URL may be 200 characters of any kind; longer ones are refused further on, with an
    // explanation.
    routerOptions: { maxParamLength: config.maxHeaderBytes },
    return503OnClosing: false,
    rewriteUrl({ url = '/' }) {
      return rewrite?.(url, config.pathPrefix) ?? withoutPrefix(url, config.pathPrefix)
    },
    serverFactory(handler) {
      const limits = {
        maxHeaderSize: config.maxHeaderBytes,
        headersTimeout: HEADERS_TIMEOUT_MS,
        requestTimeout: config.requestTimeoutMs,
        keepAliveTimeout: config.keepAliveTimeoutMs,
      }
      return createHttpServer(limits, (request, response) => {
        // A stream sent over it listens, too; Node would warn of the eleventh listener.
        response.setMaxListeners(20)
        if (isPipelined(request, response)) return
        for (const [name, value] of Object.entries(plain)) response.setHeader(name, value)
        handler(request, response)
      }).setTimeout(config.idleTimeoutMs)
    },
    clientErrorHandler: answerClientError(config),
    frameworkErrors: (error, request, reply) => onError(error, request, reply as FastifyReply),
  }) as unknown as FastifyInstance

  app.decorate('stopping', stop.signal)
  const connections = watchConnections(app.server)
  limitStrangers(app.server, config.mostStrangers)
  app.setErrorHandler(onError)
  const isTrusted = trustedBy(config.trustProxy)
  let warned = false
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    const { headers, socket } = request.raw
    if (!warned && headers['x-forwarded-for'] !== undefined && !isTrusted(socket.remoteAddress ?? '')) {
      warned = true
      request.log.warn({ address: socket.remoteAddress }, HTTP_TEXTS.untrustedProxy)
    }
    if (stop.signal.aborted) reply.header('connection', 'close')
  })
  lingerAfterEarlyAnswers(app, config.lingerMs, stop.signal)
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request
    const level = reply.statusCode >= 500 ? 'warn' : 'debug'
    request.log[level](
      { method, path: url.split('?')[0], status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })

  return {
    app,
    stopping: stop.signal,
    async listen() {
      await app.listen({ host: config.host, port: config.port })
      const { port } = app.server.address() as AddressInfo
      return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
    },
    async close() {
      stop.abort()
      const closed = app.close()
      connections.endIdle()
      const force = setTimeout(() => {
        log.warn('stopping: running answers were cut, STOP_TIMEOUT_SECONDS have passed')
        app.server.closeAllConnections()
      }, config.stopTimeoutMs)
      try {
        await closed
      } finally {
        clearTimeout(force)
      }
    },
  }
}

function trustedBy(trustProxy: HttpConfig['trustProxy']): (address: string) => boolean {
  if (trustProxy === false) return () => false
  const isTrusted = compile(trustProxy)
  return address => isTrusted(address, 0)
}

/** A trusted proxy's id, else a new, short one: the journal stores it with each call. */
function requestIds(isTrusted: (address: string) => boolean): (request: IncomingMessage) => string {
  return ({ headers, socket }) => {
    const given = headers['x-request-id']
    const fits = typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given)
    return fits && isTrusted(socket.remoteAddress ?? '') ? given : randomBytes(9).toString('base64url')
  }
}

/** The trace of the caller (W3C `traceparent`), for each line of the log about its request. */
function traceIn(header: string | string[] | undefined): { traceId?: string } {
  const traceId = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}/.exec(String(header))?.[1]
  return traceId === undefined ? {} : { traceId }
}

/** Removes the prefix, which some proxies forward and some don't. */
function withoutPrefix(url: string, prefix: string): string {
  if (prefix === '' || !url.startsWith(prefix)) return url
  const rest = url.slice(prefix.length)
  if (rest === '') return '/'
  return rest.startsWith('/') ? rest : rest.startsWith('?') ? `/${rest}` : url
}

/**
 * Lets a client that is still sending read its answer: a connection closed with bytes unread is reset, and
 * the answer lost. It stays open until the rest has come, or for `lingerMs`.
 */
function lingerAfterEarlyAnswers(app: FastifyInstance, lingerMs: number, stopping: AbortSignal): void {
  app.addHook('onSend', async ({ raw }, reply) => {
    if (!raw.complete && !stopping.aborted) reply.removeHeader('connection')
  })
  app.addHook('onResponse', async ({ raw }) => {
    if (raw.complete) return
    const { socket } = raw
    const late = setTimeout(() => {
      if (!raw.complete) socket.destroy()
    }, lingerMs).unref()
    raw.once('end', () => clearTimeout(late))
    raw.resume()
  })
}

/** Unanswered requests of one connection: no client that we know sends one before it has its answer. */
const UNANSWERED = 4
/**
 * A connection with more is no longer read, and ends after this: whoever opened it waits as for a refusal.
 */
const PIPELINED_MS = 1000

/** Tells connections that send request upon request without waiting for an answer. */
function findPipelined(): (request: IncomingMessage, response: ServerResponse) => boolean {
  const unanswered = new WeakMap<Socket, Set<ServerResponse>>()
  const watch = (socket: Socket): Set<ServerResponse> => {
    const responses = new Set<ServerResponse>()
    unanswered.set(socket, responses)
    // Node says nothing to answers that wait for an earlier one.
    socket.once('close', () => {
      for (const one of responses) if (!one.closed) one.destroy().emit('close')
    })
    return responses
  }
  return ({ socket }, response) => {
    const responses = unanswered.get(socket) ?? watch(socket)
    if (responses.size > UNANSWERED) return true
    responses.add(response)
    if (responses.size > UNANSWERED) {
      socket.pause()
      setTimeout(() => socket.destroy(), PIPELINED_MS).unref()
      return true
    }
    response.once('close', () => responses.delete(response))
    return false
  }
}

/** Node's own closeIdleConnections passes over connections that have never sent a request. */
function watchConnections(server: HttpServer): { endIdle(): void } {
  const running = new Map<Socket, number>()
  let ending = false
  const endIfIdle = (socket: Socket): void => {
    if (ending && running.get(socket) === 0) socket.destroySoon()
  }
  server.on('connection', (socket: Socket) => {
    running.set(socket, 0)
    socket.once('close', () => running.delete(socket))
    endIfIdle(socket)
  })
  server.on('request', (request, response) => {
    const { socket } = request
    running.set(socket, (running.get(socket) ?? 0) + 1)
    response.once('close', () => {
      if (!running.has(socket)) return
      running.set(socket, running.get(socket)! - 1)
      endIfIdle(socket)
    })
  })
  return {
    endIdle() {
      ending = true
      for (const socket of running.keys()) endIfIdle(socket)
    },
  }
}

/** How long what a client still sends is read after a malformed request. */
const LINGER_MS = 3000
/** A call with another address than one of REST. Long headers come in pieces, the last without the address. */
const OTHER_CALL = /^[A-Z]+ (?![^ ]*\/api\/v1\/)/
const LANGUAGE = /^accept-language: *(.{1,99})/im
const answered = new WeakSet<Socket>()

/**
 * Lets the client read why its request is malformed: what it still sends is read and dropped for a moment, or
 * the answer would be lost. The body begins `failure`, for the client may be a 1C, but not in REST.
 */
function answerClientError({
  maxHeaderBytes,
  secure,
}: HttpConfig): (error: ConnectionError, socket: Socket) => void {
  return (error, socket) => {
    // The parser reports another error for whatever follows.
    if (answered.has(socket)) return
    answered.add(socket)
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const [status, text] = explain(error.code, maxHeaderBytes)
    const packet = String(error.rawPacket)
    const problem =
      error.code === 'HPE_HEADER_OVERFLOW' &&
      !OTHER_CALL.test(packet) &&
      JSON.stringify(
        toProblem(new AppError('headers-too-large', text), languageOf(LANGUAGE.exec(packet)?.[1])),
      )
    const body = problem || `failure\n${text}`
    socket.end(
      [
        `HTTP/1.1 ${status}`,
        `Content-Type: ${problem ? 'application/problem+json' : 'text/plain'}; charset=utf-8`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Cache-Control: no-store',
        'Connection: close',
        ...Object.entries(plainHeaders(secure)).map(([name, value]) => `${name}: ${value}`),
        '',
        body,
      ].join('\r\n'),
    )
    socket.on('error', () => socket.destroy())
    socket.on('end', () => socket.destroy())
    setTimeout(() => socket.destroy(), LINGER_MS).unref()
    socket.resume()
  }
}

function explain(code: string | undefined, maxHeaderBytes: number): [status: string, text: string] {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return ['431 Request Header Fields Too Large', HTTP_TEXTS.headersTooLarge(maxHeaderBytes)]
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return ['408 Request Timeout', HTTP_TEXTS.requestTimeout]
  return ['400 Bad Request', HTTP_TEXTS.badRequest]
}
