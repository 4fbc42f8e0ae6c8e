import {
  uuidSchema,
  webhookInputSchema,
  webhookListQuerySchema,
  webhookPageSchema,
  webhookPatchSchema,
  webhookSchema,
  webhookTestSchema,
  webhookWithSecretSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import { deleteWebhook, rotateSecret, updateWebhook } from '../../../webhooks/change-webhook.js'
import { createWebhook, testWebhook } from '../../../webhooks/create-webhook.js'
import { getWebhook, listWebhooks } from '../../../webhooks/webhook.js'
import { locationOf } from '../../access.js'
import type { Api, ApiDeps } from '../../deps.js'
import { NO_CONTENT, operations } from '../../operation.js'
import { presentWebhook } from '../../presenters/webhooks.js'

const params = z.object({ id: uuidSchema })

/** Webhooks: where the platform receives events. */
export function webhookRoutes(scope: Api, { config }: ApiDeps): void {
  const api = operations(scope, 'Events and webhooks')
  const limits = {
    allowPrivate: config.webhookAllowPrivate === 'yes',
    perLocation: config.webhooksPerLocation,
  }

  api.get('/webhooks', {
    access: 'webhooks:read',
    summary: 'Webhooks of the location',
    query: webhookListQuerySchema,
    response: { 200: webhookPageSchema },
    handle: async request => {
      const { items, next } = await listWebhooks(request.db, locationOf(request), request.query)
      return { items: items.map(presentWebhook), next }
    },
  })

  api.post('/webhooks', {
    access: 'webhooks:write',
    summary: 'Add a webhook for events from now on',
    body: webhookInputSchema,
    response: { 201: webhookWithSecretSchema },
    handle: async (request, reply) => {
      const { webhook, secret } = await createWebhook(request.db, locationOf(request), request.body, limits)
      reply.header('cache-control', 'no-store')
      return { ...presentWebhook(webhook), secret }
    },
  })

  api.get('/webhooks/:id', {
    access: 'webhooks:read',
    summary: 'One webhook',
    params,
    response: { 200: webhookSchema },
    handle: async request =>
      presentWebhook(await getWebhook(request.db, locationOf(request), request.params.id)),
  })

  api.patch('/webhooks/:id', {
    access: 'webhooks:write',
    summary: 'Change, disable or resume a webhook',
    params,
    body: webhookPatchSchema,
    response: { 200: webhookSchema },
    handle: async request =>
      presentWebhook(
        await updateWebhook(request.db, locationOf(request), request.params.id, request.body, limits),
      ),
  })

  api.delete('/webhooks/:id', {
    access: 'webhooks:write',
    summary: 'Remove a webhook with its attempts',
    params,
    response: NO_CONTENT,
    handle: async request => {
      await deleteWebhook(request.db, locationOf(request), request.params.id)
    },
  })

  api.post('/webhooks/:id/secret', {
    access: 'webhooks:write',
    summary: 'Create a new secret; each old one signs for 24 hours as well',
    params,
    response: { 200: webhookWithSecretSchema },
    handle: async (request, reply) => {
      const { webhook, secret } = await rotateSecret(request.db, locationOf(request), request.params.id)
      reply.header('cache-control', 'no-store')
      return { ...presentWebhook(webhook), secret }
    },
  })

  api.post('/webhooks/:id/test', {
    access: 'webhooks:write',
    summary: 'Send an event of type test to this webhook only',
    params,
    response: { 202: webhookTestSchema },
    handle: async request => {
      const eventId = await testWebhook(request.db, locationOf(request), request.params.id)
      return { eventId }
    },
  })
}
