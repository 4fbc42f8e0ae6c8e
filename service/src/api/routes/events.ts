import { type Event, eventListQuerySchema, eventPageSchema } from '@obmen/contract/rest'
import type { StoredEvent } from '../../events/event.js'
import { listEvents } from '../../events/list-events.js'
import { locationOf } from '../access.js'
import type { Api } from '../deps.js'
import { operations } from '../operation.js'
import { dated, presentPage } from '../presenters/dated.js'

/** The event feed, which clients read to its end repeatedly. */
export function eventRoutes(scope: Api): void {
  const api = operations(scope, 'Events and webhooks')
  api.get('/events', {
    access: 'events:read',
    summary: 'Events after a position, in order',
    query: eventListQuerySchema,
    response: { 200: eventPageSchema },
    handle: async request => {
      const page = await listEvents(request.db, { locationId: locationOf(request), ...request.query })
      return presentPage(page, presentEvent)
    },
  })
}

function presentEvent({ position: _, companyId: __, data, ...row }: StoredEvent): Event {
  return { ...dated(row), data: data as Event['data'] }
}
