import { eventListQuerySchema, eventPageSchema } from '@obmen/contract/rest'
import { listEvents } from '../../../events/list-events.js'
import { locationOf } from '../../access.js'
import type { Api } from '../../deps.js'
import { operations } from '../../operation.js'
import { presentEvent } from '../../presenters/events.js'

/** The event feed, which clients read to its end repeatedly. */
export function eventRoutes(scope: Api): void {
  const api = operations(scope, 'Events and webhooks')
  api.get('/events', {
    access: 'events:read',
    summary: 'Events after a position, in order',
    query: eventListQuerySchema,
    response: { 200: eventPageSchema },
    handle: async request => {
      const { items, next } = await listEvents(request.db, {
        locationId: locationOf(request),
        ...request.query,
      })
      return { items: items.map(presentEvent), next }
    },
  })
}
