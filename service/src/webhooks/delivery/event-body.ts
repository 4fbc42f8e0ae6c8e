import type { StoredEvent } from '../../events/event.js'

/**
 * The body sent for an event: the same bytes in every attempt. Order and integration are named in `data`, since the envelope of
 * Standard Webhooks has no place for them.
 */
export function eventBody({ type, createdAt, integrationId, orderId, data }: StoredEvent): string {
  const whose = { ...(integrationId !== null && { integrationId }), ...(orderId !== null && { orderId }) }
  return JSON.stringify({ type, timestamp: createdAt.toISOString(), data: { ...whose, ...(data as object) } })
}
