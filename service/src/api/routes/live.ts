import { isDeepStrictEqual as isEqual } from 'node:util'
import { journalScope, principalOf, scopeOf } from '../access.js'
import { identify } from '../authenticate.js'
import type { Api, ApiDeps } from '../deps.js'
import { liveStreams } from '../live-streams.js'
import { operations } from '../operation.js'

/** Live events of the location's exchanges. A stream ends with the session or the token of its caller. */
export function liveRoutes(scope: Api, deps: ApiDeps): void {
  const api = operations(scope, 'Journal')
  const { db, config, stopping, log } = deps
  const limits = { atOnce: config.liveStreamsAtOnce, perCaller: config.liveStreamsPerCaller }
  const streams = liveStreams(db, limits, stopping, log)
  scope.addHook('onClose', () => streams[Symbol.asyncDispose]())

  api.get('/live', {
    access: 'journal:read',
    accountants: true,
    summary: 'What happens in exchanges, as server-sent events',
    description:
      'text/event-stream of LiveEvent. One person or token may hold 30 streams (429), all together ' +
      '1,000, of one location half of them (503). Who does not read is disconnected. Every 20 ' +
      'seconds comes an event `heartbeat` without data; a stream ends when events may have been lost.',
    handle: async (request, reply) => {
      const principal = principalOf(request)
      const scope = scopeOf(request)
      await streams.ready()
      streams.open({
        response: reply.raw,
        principal,
        scope,
        async mayContinue() {
          const now = await identify(request, deps)
          return now !== undefined && isEqual(journalScope(now.principal), scope)
        },
      })
      reply.hijack()
    },
  })
}
