import type { FastifyInstance } from 'fastify'
import { type ExchangeOptions, handleRequest } from './handle-request.js'

/** The second is the address that БП and УНФ build by themselves. */
export const EXCHANGE_PATHS = ['/1c', '/bitrix/admin/1c_exchange.php'] as const

/** Any method: what 1C doesn't use gets words, not the framework's 404. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'] as const

/** A fastify plugin: the exchange in a scope of its own, in which bodies are left alone as streams. */
export async function exchangeRoutes(app: FastifyInstance, options: ExchangeOptions): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  for (const path of EXCHANGE_PATHS) {
    for (const url of [path, `${path}/`]) {
      app.route({
        method: [...METHODS],
        url,
        handler: (request, reply) => handleRequest(request, reply, options),
      })
    }
  }
}
