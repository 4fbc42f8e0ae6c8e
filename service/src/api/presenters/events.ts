import type { Event } from '@obmen/contract/rest'
import type { StoredEvent } from '../../events/event.js'

export function presentEvent({ id, type, createdAt, integrationId, orderId, data }: StoredEvent): Event {
  return { id, type, createdAt: createdAt.toISOString(), integrationId, orderId, data: data as Event['data'] }
}
