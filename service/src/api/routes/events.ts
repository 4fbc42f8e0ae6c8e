import { LIVE_CHANNEL, type LiveEvent, readLiveEvent } from '../../journal/live-event.js'
import type { LiveEvent as PublishedEvent } from '../contract/exchanges.js'
import type { Api, ApiDeps } from '../deps.js'
import { locationFor, present } from '../principal.js'

const HEARTBEAT_MS = 20_000

type Listener = (event: LiveEvent) => void

/** Live events of the location's exchanges (server-sent events): one connection to the database however many watch. */
export function eventRoutes(api: Api, { db, stopping, log }: ApiDeps): void {
  const listeners = new Set<Listener>()
  let listening: Promise<AsyncDisposable> | undefined
  const listen = (): Promise<AsyncDisposable> => {
    listening ??= db
      .listen(LIVE_CHANNEL, payload => {
        const event = readLiveEvent(payload)
        if (event) for (const listener of listeners) listener(event)
      })
      .catch(error => {
        listening = undefined
        throw error
      })
    return listening
  }
  api.addHook('onClose', async () => {
    if (listening) await (await listening)[Symbol.asyncDispose]()
  })

  api.get(
    '/events',
    { schema: { tags: ['Journal'], description: 'text/event-stream of LiveEvent' } },
    async (request, reply) => {
      const locationId = locationFor(present(request.principal), 'journal:read')
      await listen()
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      raw.write('retry: 3000\n\n')
      const listener: Listener = event => {
        if (event.locationId !== locationId) return
        const { kind, integrationId, sessionId } = event
        raw.write(`data: ${JSON.stringify({ kind, integrationId, sessionId } satisfies PublishedEvent)}\n\n`)
      }
      const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS)
      const end = (): void => {
        clearInterval(heartbeat)
        listeners.delete(listener)
        stopping.removeEventListener('abort', end)
        raw.end()
      }
      listeners.add(listener)
      stopping.addEventListener('abort', end)
      raw.on('close', end)
      raw.on('error', error => log.debug({ err: error }, 'live events: connection failed'))
    },
  )
}
