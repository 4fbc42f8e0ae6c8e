import type { FastifyInstance } from 'fastify'

export interface HealthOptions {
  /** Resolves when the database answers and is migrated; throws why not. */
  ready: () => Promise<void>
  stopping: AbortSignal
  version: string
  /** Null if it is not known. */
  commit: string | null
}

/** GET /healthz: the process lives. GET /readyz: it can work, or 503 for a balancer; and which version it is. */
export async function healthRoutes(
  app: FastifyInstance,
  { ready, stopping, version, commit }: HealthOptions,
): Promise<void> {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (request, reply) => {
    if (stopping.aborted) return reply.code(503).send({ status: 'stopping', version, commit })
    try {
      await ready()
      return { status: 'ok', version, commit }
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return reply.code(503).header('retry-after', '5').send({ status: 'unavailable', version, commit })
    }
  })
}
