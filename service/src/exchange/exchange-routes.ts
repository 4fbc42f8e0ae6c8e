import type { FastifyInstance } from 'fastify'
import { type ExchangeOptions, handleRequest } from './handle-request.js'
import { EXCHANGE_PATHS } from './transport/exchange-address.js'

/** Any method: one that 1C doesn't use gets an explanation, not the framework's 404. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * A fastify plugin. Requests are taken over before the framework looks at their body: a missing or unknown `Content-Type` is no
 * reason to reject a 1C. The server must rewrite addresses by `exchangeAddress`.
 */
export async function exchangeRoutes(app: FastifyInstance, options: ExchangeOptions): Promise<void> {
  app.addHook('onRequest', (request, reply) => handleRequest(request, reply, options))
  const handler = (): never => {
    throw new Error('a request of the exchange was not taken over')
  }
  for (const url of EXCHANGE_PATHS) app.route({ method: [...METHODS], url, handler })
}
