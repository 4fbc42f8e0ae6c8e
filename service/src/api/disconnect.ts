import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'

/** Aborted when the client closes the connection before the answer, or has closed it already. */
export function disconnectSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  const close = (): void => {
    if (!response.writableFinished) gone.abort()
  }
  if (response.destroyed) close()
  else response.once('close', close)
  return gone.signal
}

/** Error codes of reading, writing and the signal above after the client has closed the connection. */
const DISCONNECT_CODES = new Set<unknown>(['ABORT_ERR', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'])

/**
 * Whether work failed only because its client has left. A server that stops does not wait for such work, and
 * closes everything that it needs: then any failure counts as that.
 */
export function failedByDisconnect(error: unknown, { raw: response, server }: FastifyReply): boolean {
  if (!response.destroyed || response.writableFinished || !(error instanceof Error)) return false
  if (server.stopping?.aborted) return true
  return error.name === 'AbortError' || DISCONNECT_CODES.has((error as { code?: unknown }).code)
}
