import type { ServerResponse } from 'node:http'

/** Aborted when the client closes the connection before the answer. */
export function disconnectSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => response.writableFinished || gone.abort())
  return gone.signal
}

/** What a body, a stream and whatever heeds the signal above fail with when the client closes the connection. */
const LEFT = new Set<unknown>(['ABORT_ERR', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'])

/** Whether work failed only because nobody waits for its answer any more. */
export function failedByDisconnect(error: unknown, response: ServerResponse): boolean {
  if (!response.destroyed || response.writableFinished || !(error instanceof Error)) return false
  return error.name === 'AbortError' || LEFT.has((error as { code?: unknown }).code)
}
