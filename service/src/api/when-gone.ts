import type { ServerResponse } from 'node:http'

/** Aborted when the client closes the connection before the answer. */
export function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => response.writableFinished || gone.abort())
  return gone.signal
}
