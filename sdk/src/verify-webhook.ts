import { Webhook } from 'standardwebhooks'

export interface WebhookEvent {
  /** The same in every try: take an event once by it. */
  id: string
  /** More types may be added: pass over those that you don't know. */
  type: string
  timestamp: string
  data: Record<string, unknown>
}

type Given = Headers | Record<string, string | string[] | undefined>

const SIGNED = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

/**
 * The event of a webhook's call, whose body is given as it came, before any parsing.
 * @throws an Error for a wrong signature, or one older than five minutes
 */
export function verifyWebhook(secret: string, headers: Given, body: string): WebhookEvent {
  const signed = Object.fromEntries(SIGNED.map(name => [name, headerOf(headers, name)]))
  const event = new Webhook(secret).verify(body, signed) as Omit<WebhookEvent, 'id'>
  return { ...event, id: signed['webhook-id']! }
}

function headerOf(headers: Given, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name]
  return String(value ?? '')
}
