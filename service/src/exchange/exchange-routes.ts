import type { FastifyInstance } from 'fastify'
import { type ExchangeOptions, handleRequest } from './handle-request.js'

/** The second is the address that БП and УНФ build by themselves. */
const EXCHANGE_PATHS = ['/1c', '/bitrix/admin/1c_exchange.php'] as const

/** Any method: what 1C doesn't use gets words, not the framework's 404. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * A fastify plugin. Requests are taken over before the framework looks at their body: a `Content-Type` that it can't read, or
 * none, is no reason to turn a 1C away.
 */
export async function exchangeRoutes(app: FastifyInstance, options: ExchangeOptions): Promise<void> {
  app.addHook('onRequest', (request, reply) => handleRequest(request, reply, options))
  const handler = (): never => {
    throw new Error('a request of the exchange was not taken over')
  }
  for (const path of EXCHANGE_PATHS) {
    for (const url of [path, `${path}/`]) app.route({ method: [...METHODS], url, handler })
  }
}
