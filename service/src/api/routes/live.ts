import { locationOf, principalOf } from '../access.js'
import { identify } from '../authenticate.js'
import type { Api, ApiDeps } from '../deps.js'
import { liveStreams } from '../live-streams.js'
import { allowedLocation } from '../principal.js'

/** Live events of the location's exchanges (server-sent events). They end with the session or the token that asked for them. */
export function liveRoutes(api: Api, deps: ApiDeps): void {
  const { db, stopping, log } = deps
  const streams = liveStreams(db, stopping, log)
  api.addHook('onClose', () => streams[Symbol.asyncDispose]())

  api.get(
    '/live',
    {
      config: { access: 'journal:read' },
      schema: {
        tags: ['Journal'],
        summary: 'What happens in exchanges, as server-sent events',
        description: 'text/event-stream of LiveEvent',
      },
    },
    async (request, reply) => {
      const principal = principalOf(request)
      const locationId = locationOf(request)
      await streams.ready()
      reply.hijack()
      streams.open({
        response: reply.raw,
        principal,
        locationId,
        async mayGoOn() {
          const now = await identify(request, deps)
          return now !== undefined && allowedLocation(now.principal, 'journal:read') === locationId
        },
      })
    },
  )
}
