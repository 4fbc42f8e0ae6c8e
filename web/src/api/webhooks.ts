import type { AttemptState, EventType } from '@obmen/contract'
import type { Attempt, AttemptDetail, Page, Webhook, WebhookWithSecret } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { read } from './request/queries.js'
import { request } from './request/request.js'

/** Webhooks change without events: their state is polled while they are shown. */
const AGAIN_MS = 5000

export const webhooksQuery = queryOptions({
  ...read<Page<Webhook>>(['webhooks'], '/webhooks', { limit: 500 }),
  refetchInterval: AGAIN_MS,
})

export function webhookQuery(id: string) {
  return queryOptions({ ...read<Webhook>(['webhooks', id], `/webhooks/${id}`), refetchInterval: AGAIN_MS })
}

export function attemptsQuery(id: string, state: AttemptState | undefined) {
  return queryOptions({
    ...read<Page<Attempt>>(['webhooks', id, 'attempts', state ?? 'all'], `/webhooks/${id}/attempts`, {
      limit: 100,
      state,
    }),
    refetchInterval: AGAIN_MS,
  })
}

export function attemptQuery(id: string, attemptId: number) {
  return read<AttemptDetail>(['webhooks', id, 'attempt', attemptId], `/webhooks/${id}/attempts/${attemptId}`)
}

export interface WebhookFields {
  url: string
  types: EventType[] | ['*']
  description: string
}

export function createWebhook(body: WebhookFields): Promise<WebhookWithSecret> {
  return request('/webhooks', { method: 'POST', body })
}

export function enableWebhook(id: string, enabled: boolean): Promise<Webhook> {
  return request(`/webhooks/${id}`, { method: 'PATCH', body: { enabled } })
}

export function deleteWebhook(id: string): Promise<void> {
  return request(`/webhooks/${id}`, { method: 'DELETE' })
}

export function rotateWebhookSecret(id: string): Promise<WebhookWithSecret> {
  return request(`/webhooks/${id}/secret`, { method: 'POST' })
}

export function testWebhook(id: string): Promise<unknown> {
  return request(`/webhooks/${id}/test`, { method: 'POST' })
}

export function retryAttempt(id: string, attemptId: number): Promise<unknown> {
  return request(`/webhooks/${id}/attempts/${attemptId}/retry`, { method: 'POST' })
}

export function replayHours(id: string, hours: number): Promise<unknown> {
  const to = Date.now()
  const body = { from: new Date(to - hours * 3_600_000).toISOString(), to: new Date(to).toISOString() }
  return request(`/webhooks/${id}/replay`, { method: 'POST', body })
}
