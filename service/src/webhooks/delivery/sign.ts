import { createHmac } from 'node:crypto'
import { secretKey } from '../secret.js'

/** The headers of Standard Webhooks: `id` is the event's, the same in each attempt; one signature per valid secret. */
export function signatureHeaders(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signed = `${id}.${timestamp}.${body}`
  const signatures = secrets.map(
    secret => `v1,${createHmac('sha256', secretKey(secret)).update(signed).digest('base64')}`,
  )
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
