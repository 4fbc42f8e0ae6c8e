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
import { presentAttempt, presentAttemptDetail } from '../../presenters/webhooks.js'
import { readPeriod } from '../../read-range.js'

const tags = ['Events and webhooks']
const params = z.object({ id: uuidSchema })
const attemptParams = z.object({ id: uuidSchema, attemptId: z.coerce.number().int().min(0) })

/** Attempts to deliver events to a webhook, and retrying them. */
export function webhookAttemptRoutes(api: Api, { config }: ApiDeps): void {
  api.get(
    '/webhooks/:id/attempts',
    {
      config: { access: 'webhooks:read' },
      schema: {
        tags,
        summary: 'Delivery attempts, newest first',
        params,
        querystring: attemptListQuerySchema,
        response: { 200: attemptPageSchema },
      },
    },
    async request => {
      const { key } = await getWebhook(request.db, locationOf(request), request.params.id)
      const { items, next } = await listAttempts(request.db, key, request.query)
      return { items: items.map(presentAttempt), next }
    },
  )

  api.get(
    '/webhooks/:id/attempts/:attemptId',
    {
      config: { access: 'webhooks:read' },
      schema: {
        tags,
        summary: 'One attempt with its request and answer',
        params: attemptParams,
        response: { 200: attemptDetailSchema },
      },
    },
    async request => {
      const { key } = await getWebhook(request.db, locationOf(request), request.params.id)
      return presentAttemptDetail(await getAttempt(request.db, key, request.params.attemptId))
    },
  )

  api.post(
    '/webhooks/:id/attempts/:attemptId/retry',
    {
      config: { access: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Retry the event of an attempt now',
        params: attemptParams,
        response: { 202: retriedAttemptSchema },
      },
    },
    async (request, reply) => {
      const { key } = await getWebhook(request.db, locationOf(request), request.params.id)
      return reply
        .status(202)
        .send({ attemptId: await retryAttempt(request.db, key, request.params.attemptId) })
    },
  )

  api.post(
    '/webhooks/:id/replay',
    {
      config: { access: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Send the events of a period again',
        params,
        body: replayInputSchema,
        response: { 202: replaySchema },
      },
    },
    async (request, reply) => {
      const { key } = await getWebhook(request.db, locationOf(request), request.params.id)
      const time = { ...readPeriod(request.body), types: request.body.types }
      return reply
        .status(202)
        .send({ events: await replayEvents(request.db, key, time, config.webhookReplayLimit) })
    },
  )
}
