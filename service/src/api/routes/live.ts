import { identify } from '../authenticate.js'
import type { Api, ApiDeps } from '../deps.js'
import { liveStreams } from '../live-streams.js'
import { allowedLocation, locationFor, present } from '../principal.js'

/** Live events of the location's exchanges (server-sent events). They end with the session or the token that asked for them. */
export function liveRoutes(api: Api, deps: ApiDeps): void {
  const { db, stopping, log } = deps
  const streams = liveStreams(db, stopping, log)
  api.addHook('onClose', () => streams[Symbol.asyncDispose]())

  api.get(
    '/live',
    { schema: { tags: ['Journal'], description: 'text/event-stream of LiveEvent' } },
    async (request, reply) => {
      const principal = present(request.principal)
      const locationId = locationFor(principal, 'journal:read')
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
