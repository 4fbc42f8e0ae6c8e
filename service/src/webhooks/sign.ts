import { createHmac } from 'node:crypto'
import type { StoredEvent } from '../events/event.js'
import { SECRET_PREFIX } from './secret.js'

/** The headers of Standard Webhooks, with one signature per valid secret. `id` is the event's. */
export function signatureHeaders(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signed = `${id}.${timestamp}.${body}`
  const signatures = secrets.map(secret => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

/**
 * The body sent for an event: the same bytes in every attempt. Order and integration are named in `data`: the
 * envelope of Standard Webhooks has no place for them.
 */
export function eventBody({ type, createdAt, integrationId, orderId, data }: StoredEvent): string {
  const whose = { ...(integrationId !== null && { integrationId }), ...(orderId !== null && { orderId }) }
  return JSON.stringify({ type, timestamp: createdAt.toISOString(), data: { ...whose, ...(data as object) } })
}
