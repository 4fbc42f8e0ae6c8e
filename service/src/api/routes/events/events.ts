import { eventListQuerySchema, eventPageSchema } from '@obmen/contract/rest'
import { listEvents } from '../../../events/list-events.js'
import { locationOf } from '../../access.js'
import type { Api } from '../../deps.js'
import { presentEvent } from '../../presenters/events.js'

/** The event feed, which clients read to its end repeatedly. */
export function eventRoutes(api: Api): void {
  api.get(
    '/events',
    {
      config: { access: 'events:read' },
      schema: {
        tags: ['Events and webhooks'],
        summary: 'Events after a position, in order',
        querystring: eventListQuerySchema,
        response: { 200: eventPageSchema },
      },
    },
    async request => {
      const { items, next } = await listEvents(request.db, {
        locationId: locationOf(request),
        ...request.query,
      })
      return { items: items.map(presentEvent), next }
    },
  )
}
