import type { FastifyInstance } from 'fastify'

/**
 * Lets a client that is still sending read its answer (413, 401, …): a connection that is closed with bytes unread is reset, and
 * the answer lost with it. The connection stays open until the rest has come, or for `lingerMs`.
 */
export function lingerAfterEarlyAnswers(app: FastifyInstance, lingerMs: number, stopping: AbortSignal): void {
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
