import type { StoredEvent } from '../../events/event.js'

/** What is sent of an event: the same bytes in every try. `data` says whose it is, since nothing else does. */
export function eventBody({ type, createdAt, integrationId, orderId, data }: StoredEvent): string {
  const whose = { ...(integrationId !== null && { integrationId }), ...(orderId !== null && { orderId }) }
  return JSON.stringify({ type, timestamp: createdAt.toISOString(), data: { ...whose, ...(data as object) } })
}
