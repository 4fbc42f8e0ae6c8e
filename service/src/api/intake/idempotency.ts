import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { answerOnce } from '../../requests/kept-answers.js'
import { principalOf } from '../access.js'
import type { ApiDeps } from '../deps.js'

const HEADER = 'idempotency-key'
const headers = z.object({ [HEADER]: z.string().min(1).max(255).optional() })

/** Lets every route that creates something be repeated under a key. Registered before the routes. */
export function takeKeys(scope: FastifyInstance, deps: ApiDeps): void {
  scope.addHook('onRoute', route => {
    if (!route.config?.documented?.creates) return
    const handle = route.handler
    route.schema = { ...route.schema, headers }
    route.handler = async function (request, reply) {
      const key = request.headers[HEADER]
      if (typeof key !== 'string') return handle.call(this, request, reply)
      const { replayed, status, etag, body } = await answerOnce(deps, keyedBy(request, key), async () => {
        const body: unknown = await handle.call(this, request, reply)
        return { status: reply.statusCode, etag: etagOf(reply), body }
      })
      if (replayed) reply.status(status).header('idempotency-replayed', 'true')
      if (etag !== undefined) reply.header('etag', etag)
      return body
    }
  })
}

function keyedBy(request: FastifyRequest, key: string) {
  const principal = principalOf(request)
  const { method, url, scope, body } = request
  const asked = [method, url, scope, body]
  return { caller: principal.kind === 'token' ? principal.tokenId : principal.userId, key, asked }
}

function etagOf(reply: FastifyReply): string | undefined {
  return reply.getHeader('etag')?.toString()
}
