import {
  attemptDetailSchema,
  attemptListQuerySchema,
  attemptPageSchema,
  type Event,
  eventListQuerySchema,
  eventPageSchema,
  replayInputSchema,
  replaySchema,
  retriedAttemptSchema,
  type Webhook,
  webhookInputSchema,
  webhookListQuerySchema,
  webhookPageSchema,
  webhookPatchSchema,
  webhookSchema,
  webhookTestSchema,
  webhookWithSecretSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { mapPage } from '../../db/page.js'
import type { StoredEvent } from '../../events/event.js'
import { listEvents } from '../../events/list-events.js'
import { getAttempt, listAttempts } from '../../webhooks/attempts/list-attempts.js'
import { replayEvents, retryAttempt } from '../../webhooks/attempts/repeat-attempts.js'
import { deleteWebhook, rotateSecret, updateWebhook } from '../../webhooks/change-webhook.js'
import { createWebhook, testWebhook } from '../../webhooks/create-webhook.js'
import { getWebhook, listWebhooks, type Webhook as WebhookRow } from '../../webhooks/webhook.js'
import { locationOf, principalOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { mayReadEvents, requireEvents } from '../event-access.js'
import { byUuid, NO_CONTENT, operations } from '../operation.js'
import { dated } from '../presenters/dated.js'
import { readPeriod } from '../read-range.js'

const attemptParams = byUuid.extend({ attemptId: z.coerce.number().int().min(0) })

/** The event feed, which clients read to its end repeatedly. */
export function eventRoutes(scope: FastifyInstance): void {
  operations(scope, 'Events and webhooks').get('/events', {
    id: 'listEvents',
    access: 'events:read',
    summary: 'Events after a position, in order',
    query: eventListQuerySchema,
    response: { 200: eventPageSchema },
    handle: async request => {
      const page = await listEvents(request.db, { locationId: locationOf(request), ...request.query })
      return mapPage(page, presentEvent)
    },
  })
}

export function webhookRoutes(scope: FastifyInstance, { config, secrets }: ApiDeps): void {
  const api = operations(scope, 'Events and webhooks')
  const rules = {
    allowPrivate: config.allowPrivateAddresses === 'yes',
    hosts: config.webhookHosts,
    perLocation: config.webhooksPerLocation,
    secrets,
  }

  api.get('/webhooks', {
    id: 'listWebhooks',
    access: 'webhooks:read',
    summary: 'Webhooks of the location',
    query: webhookListQuerySchema,
    response: { 200: webhookPageSchema },
    handle: async request => {
      const page = await listWebhooks(request.db, locationOf(request), request.query)
      return mapPage(page, presentWebhook)
    },
  })

  api.post('/webhooks', {
    id: 'createWebhook',
    access: 'webhooks:write',
    creates: true,
    summary: 'Add a webhook for events from now on',
    description: 'A token gets only types of events that its rights read.',
    body: webhookInputSchema,
    response: { 201: webhookWithSecretSchema },
    handle: async request => {
      requireEvents(principalOf(request), request.body.types)
      const { webhook, secret } = await createWebhook(request.db, locationOf(request), request.body, rules)
      return { ...presentWebhook(webhook), secret }
    },
  })

  api.get('/webhooks/:id', {
    id: 'getWebhook',
    access: 'webhooks:read',
    summary: 'One webhook',
    params: byUuid,
    response: { 200: webhookSchema },
    handle: async request =>
      presentWebhook(await getWebhook(request.db, locationOf(request), request.params.id)),
  })

  api.patch('/webhooks/:id', {
    id: 'updateWebhook',
    access: 'webhooks:write',
    summary: 'Change, disable or resume a webhook',
    description:
      'A token may change what it sends, or where, if its rights read all types of the webhook, old and new.',
    params: byUuid,
    body: webhookPatchSchema,
    response: { 200: webhookSchema },
    handle: async request => {
      const which = { locationId: locationOf(request), id: request.params.id }
      const { url, types, companyId } = request.body
      if ((url ?? types ?? companyId) !== undefined) {
        // Also those that it had: their attempts wait, or are retried, for the new address.
        const { types: had } = await getWebhook(request.db, which.locationId, which.id)
        requireEvents(principalOf(request), [...had, ...(types ?? [])])
      }
      return presentWebhook(await updateWebhook(request.db, which, request.body, rules))
    },
  })

  api.delete('/webhooks/:id', {
    id: 'deleteWebhook',
    access: 'webhooks:write',
    summary: 'Remove a webhook with its attempts',
    params: byUuid,
    response: NO_CONTENT,
    handle: request => deleteWebhook(request.db, locationOf(request), request.params.id),
  })

  secretRoute(scope, secrets)
}

function secretRoute(scope: FastifyInstance, secrets: ApiDeps['secrets']): void {
  operations(scope, 'Events and webhooks').post('/webhooks/:id/secret', {
    id: 'renewWebhookSecret',
    access: 'webhooks:write',
    creates: true,
    summary: 'Create a new secret; each old one signs for 24 hours as well',
    params: byUuid,
    response: { 200: webhookWithSecretSchema },
    handle: async request => {
      const which = { locationId: locationOf(request), id: request.params.id }
      const { webhook, secret } = await rotateSecret(request.db, which, secrets)
      return { ...presentWebhook(webhook), secret }
    },
  })
}

/** Attempts to deliver events to a webhook, and making more of them. */
export function webhookAttemptRoutes(scope: FastifyInstance, { config }: ApiDeps): void {
  const api = operations(scope, 'Events and webhooks')
  api.get('/webhooks/:id/attempts', {
    id: 'listWebhookAttempts',
    access: 'webhooks:read',
    summary: 'Delivery attempts, newest first',
    params: byUuid,
    query: attemptListQuerySchema,
    response: { 200: attemptPageSchema },
    handle: async request =>
      mapPage(await listAttempts(request.db, await keyOf(request), request.query), dated),
  })

  api.get('/webhooks/:id/attempts/:attemptId', {
    id: 'getWebhookAttempt',
    access: 'webhooks:read',
    summary: 'One attempt with its request and answer',
    params: attemptParams,
    response: { 200: attemptDetailSchema },
    description:
      'The body of the request is null if its event was forgotten, or is none that the rights read.',
    handle: async request => {
      const attempt = await getAttempt(request.db, await keyOf(request), request.params.attemptId)
      const body = mayReadEvents(principalOf(request), attempt.type) ? attempt.request.body : null
      return dated({ ...attempt, request: { ...attempt.request, body } })
    },
  })

  api.post('/webhooks/:id/attempts/:attemptId/retry', {
    id: 'retryWebhookAttempt',
    access: 'webhooks:write',
    creates: true,
    summary: 'Retry the event of an attempt now',
    params: attemptParams,
    response: { 202: retriedAttemptSchema },
    handle: async request => {
      return { attemptId: await retryAttempt(request.db, await keyOf(request), request.params.attemptId) }
    },
  })

  api.post('/webhooks/:id/test', {
    id: 'testWebhook',
    access: 'webhooks:write',
    creates: true,
    summary: 'Send an event of type test to this webhook only',
    params: byUuid,
    response: { 202: webhookTestSchema },
    handle: async request => {
      return { eventId: await testWebhook(request.db, locationOf(request), request.params.id) }
    },
  })

  api.post('/webhooks/:id/replay', {
    id: 'replayEvents',
    access: 'webhooks:write',
    creates: true,
    summary: 'Send the events of a period again',
    params: byUuid,
    body: replayInputSchema,
    response: { 202: replaySchema },
    handle: async request => {
      const key = await keyOf(request)
      const time = { ...readPeriod(request.body), types: request.body.types }
      return { events: await replayEvents(request.db, key, time, config.webhookReplayLimit) }
    },
  })
}

async function keyOf(request: FastifyRequest<{ Params: { id: string } }>): Promise<number> {
  return (await getWebhook(request.db, locationOf(request), request.params.id)).key
}

function presentWebhook({ key: _, ...row }: WebhookRow): Webhook {
  return dated(row)
}

function presentEvent({ position: _, companyId: __, data, ...row }: StoredEvent): Event {
  return { ...dated(row), data: data as Event['data'] }
}
