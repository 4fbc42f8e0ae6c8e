import type { FastifyInstance, FastifyRequest } from 'fastify'

export interface RunningWork {
  /** The work of a request that a hook took over from its handler (`reply.hijack`): nothing else tells that it ended. */
  during<T>(request: FastifyRequest, work: Promise<T>): Promise<T>
  /** Resolves when none is left. */
  over(): Promise<void>
}

/**
 * Watches the work that is done for requests: it goes on when its client leaves, but closing the listener waits for connections
 * alone. Call it before any route is registered.
 */
export function watchWork(app: FastifyInstance): RunningWork {
  const running = new Set<FastifyRequest>()
  let resolveOver: (() => void) | undefined
  const end = (request: FastifyRequest): void => {
    running.delete(request)
    if (running.size === 0) resolveOver?.()
  }
  app.addHook('onRequest', async request => void running.add(request))
  // A body that its client has ceased to send may never end.
  app.addHook('preParsing', async request => end(request))
  app.addHook('preValidation', async request => void running.add(request))
  // Also of what was refused before its handler.
  app.addHook('onSend', async request => end(request))
  app.addHook('onRoute', route => {
    const { handler } = route
    route.handler = function (request, reply) {
      const answer: unknown = handler.call(this, request, reply)
      const settled = (): void => end(request)
      if (answer instanceof Promise) answer.then(settled, settled)
      else settled()
      return answer
    }
  })
  return {
    during(request, work) {
      const settled = (): void => end(request)
      work.then(settled, settled)
      return work
    },
    over: () =>
      new Promise(resolve => {
        resolveOver = resolve
        if (running.size === 0) resolve()
      }),
  }
}
