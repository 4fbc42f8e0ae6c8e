import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { toAppError } from '../errors/to-app-error.js'
import { sumUpRefusals } from '../log/sum-up-refusals.js'
import { type ExchangeOptions, handleRequest } from './handle-request.js'

/** The second is the path that Бухгалтерия and УНФ construct themselves. */
const EXCHANGE_PATHS = ['/1c', '/bitrix/admin/1c_exchange.php'] as const

/** All methods, so that one that 1C doesn't use gets an explanation instead of the framework's 404. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'] as const

declare module 'fastify' {
  interface FastifyRequest {
    /** The integration whose login or cookie a call of the exchange came with. */
    calledBy?: string
  }
}

export interface ExchangeRoutesOptions extends Omit<ExchangeOptions, 'limit' | 'refusals'> {
  /** Calls that one integration may make in a minute. */
  callsPerMinute: number
}

/**
 * A fastify plugin. It answers requests before the framework parses their body, which would reject a
 * missing or unknown `Content-Type`. The server must rewrite URLs by `exchangeAddress`.
 */
export async function exchangeRoutes(app: FastifyInstance, routes: ExchangeRoutesOptions): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: routes.callsPerMinute,
    timeWindow: 60_000,
    keyGenerator: request => request.calledBy ?? '',
  })
  const limit = app.createRateLimit()
  const refusals = sumUpRefusals(routes.log, 'exchange: further calls were refused')
  app.addHook('onClose', () => refusals[Symbol.dispose]())
  const options = { ...routes, limit, refusals }
  app.decorateRequest('calledBy')
  // What the server refuses before it reads the call.
  app.setErrorHandler((error, _request, reply) => {
    const { code, message, retryAfterSeconds } = toAppError(error)
    if (code === 'too-many-requests') reply.code(429).header('retry-after', String(retryAfterSeconds))
    return reply.type('text/plain; charset=utf-8').send(`failure\n${message}`)
  })
  app.addHook('onRequest', (request, reply) => handleRequest(request, reply, options))
  const handler = (): never => {
    throw new Error('a request of the exchange was not answered')
  }
  for (const url of EXCHANGE_PATHS) app.route({ method: [...METHODS], url, handler })
}

/**
 * The exchange address that a person meant who typed it in another case, with doubled or trailing slashes, or
 * with the Cyrillic С; with or without `pathPrefix`. Undefined for any other address.
 */
export function exchangeAddress(target: string, pathPrefix: string): string | undefined {
  const end = target.indexOf('?')
  const asked = end === -1 ? target : target.slice(0, end)
  if (EXCHANGE_PATHS.some(known => known === asked)) return target
  const path = normalize(asked)
  const prefix = normalize(pathPrefix)
  const rest = prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path
  const meant = EXCHANGE_PATHS.find(known => known === rest)
  return meant && meant + (end === -1 ? '' : target.slice(end))
}

function normalize(path: string): string {
  return decode(path).toLowerCase().replaceAll('с', 'c').replace(/\/+/g, '/').replace(/\/$/, '')
}

function decode(path: string): string {
  try {
    return decodeURIComponent(Buffer.from(path, 'latin1').toString())
  } catch {
    return path
  }
}
