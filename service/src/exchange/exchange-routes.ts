import type { FastifyInstance } from 'fastify'
import { type ExchangeOptions, handleRequest } from './handle-request.js'
import { EXCHANGE_PATHS } from './transport/exchange-address.js'

/** All methods, so that one that 1C doesn't use gets an explanation instead of the framework's 404. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * A fastify plugin. It takes over requests before the framework parses their body, which would reject a missing or unknown
 * `Content-Type`. The server must rewrite URLs by `exchangeAddress`.
 */
export async function exchangeRoutes(app: FastifyInstance, options: ExchangeOptions): Promise<void> {
  app.addHook('onRequest', (request, reply) => handleRequest(request, reply, options))
  const handler = (): never => {
    throw new Error('a request of the exchange was not taken over')
  }
  for (const url of EXCHANGE_PATHS) app.route({ method: [...METHODS], url, handler })
}
