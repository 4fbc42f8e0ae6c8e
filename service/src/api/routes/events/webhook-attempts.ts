import {
  attemptDetailSchema,
  attemptListQuerySchema,
  attemptPageSchema,
  replayInputSchema,
  replaySchema,
  retriedAttemptSchema,
  uuidSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import { getAttempt, listAttempts } from '../../../webhooks/attempts/list-attempts.js'
import { replayEvents, retryAttempt } from '../../../webhooks/attempts/repeat-attempts.js'
import { getWebhook } from '../../../webhooks/webhook.js'
import { locationOf } from '../../access.js'
import type { Api, ApiDeps } from '../../deps.js'
import { operations } from '../../operation.js'
import { presentAttempt, presentAttemptDetail } from '../../presenters/webhooks.js'
import { readPeriod } from '../../read-range.js'

const params = z.object({ id: uuidSchema })
const attemptParams = z.object({ id: uuidSchema, attemptId: z.coerce.number().int().min(0) })

/** Attempts to deliver events to a webhook, and retrying them. */
export function webhookAttemptRoutes(scope: Api, { config }: ApiDeps): void {
  const api = operations(scope, 'Events and webhooks')
  api.get('/webhooks/:id/attempts', {
    access: 'webhooks:read',
    summary: 'Delivery attempts, newest first',
    params,
    query: attemptListQuerySchema,
    response: { 200: attemptPageSchema },
    handle: async request => {
      const { key } = await getWebhook(request.db, locationOf(request), request.params.id)
      const { items, next } = await listAttempts(request.db, key, request.query)
      return { items: items.map(presentAttempt), next }
    },
  })

  api.get('/webhooks/:id/attempts/:attemptId', {
    access: 'webhooks:read',
    summary: 'One attempt with its request and answer',
    params: attemptParams,
    response: { 200: attemptDetailSchema },
    handle: async request => {
      const { key } = await getWebhook(request.db, locationOf(request), request.params.id)
      return presentAttemptDetail(await getAttempt(request.db, key, request.params.attemptId))
    },
  })

  api.post('/webhooks/:id/attempts/:attemptId/retry', {
    access: 'webhooks:write',
    summary: 'Retry the event of an attempt now',
    params: attemptParams,
    response: { 202: retriedAttemptSchema },
    handle: async request => {
      const { key } = await getWebhook(request.db, locationOf(request), request.params.id)
      return { attemptId: await retryAttempt(request.db, key, request.params.attemptId) }
    },
  })

  api.post('/webhooks/:id/replay', {
    access: 'webhooks:write',
    summary: 'Send the events of a period again',
    params,
    body: replayInputSchema,
    response: { 202: replaySchema },
    handle: async request => {
      const { key } = await getWebhook(request.db, locationOf(request), request.params.id)
      const time = { ...readPeriod(request.body), types: request.body.types }
      return { events: await replayEvents(request.db, key, time, config.webhookReplayLimit) }
    },
  })
}
