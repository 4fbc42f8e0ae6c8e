import { Webhook } from 'standardwebhooks'
import type { webhooks } from './api.generated.js'

/**
 * By `type`, `data` is typed, too; pass over types that you don't know, more may be added. `id` is the same
 * in every try: take an event once by it.
 */
export type WebhookEvent = { id: string } & BodyOf<webhooks[keyof webhooks]>

type BodyOf<Hook> = Hook extends { post: { requestBody?: { content: { 'application/json': infer Body } } } }
  ? Body
  : never

type Given = Headers | Record<string, string | string[] | undefined>

const SIGNED = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

/**
 * The event of a webhook's call, whose body is given as it came, before any parsing.
 * @throws an Error for a wrong signature, or one older than five minutes
 */
export function verifyWebhook(secret: string, headers: Given, body: string): WebhookEvent {
  const signed = Object.fromEntries(SIGNED.map(name => [name, headerOf(headers, name)]))
  const event = new Webhook(secret).verify(body, signed) as object
  return { ...event, id: signed['webhook-id']! } as WebhookEvent
}

function headerOf(headers: Given, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name]
  return String(value ?? '')
}
