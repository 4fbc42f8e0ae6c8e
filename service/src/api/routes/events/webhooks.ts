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
import { presentWebhook } from '../../presenters/webhooks.js'

const tags = ['Events and webhooks']
const params = z.object({ id: uuidSchema })

/** Webhooks: where the platform receives events. */
export function webhookRoutes(api: Api, { config }: ApiDeps): void {
  const limits = {
    allowPrivate: config.webhookAllowPrivate === 'yes',
    perLocation: config.webhooksPerLocation,
  }

  api.get(
    '/webhooks',
    {
      config: { access: 'webhooks:read' },
      schema: {
        tags,
        summary: 'Webhooks of the location',
        querystring: webhookListQuerySchema,
        response: { 200: webhookPageSchema },
      },
    },
    async request => {
      const { items, next } = await listWebhooks(request.db, locationOf(request), request.query)
      return { items: items.map(presentWebhook), next }
    },
  )

  api.post(
    '/webhooks',
    {
      config: { access: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Add a webhook for events from now on',
        body: webhookInputSchema,
        response: { 201: webhookWithSecretSchema },
      },
    },
    async (request, reply) => {
      const { webhook, secret } = await createWebhook(request.db, locationOf(request), request.body, limits)
      return reply
        .status(201)
        .header('cache-control', 'no-store')
        .send({ ...presentWebhook(webhook), secret })
    },
  )

  api.get(
    '/webhooks/:id',
    {
      config: { access: 'webhooks:read' },
      schema: { tags, summary: 'One webhook', params, response: { 200: webhookSchema } },
    },
    async request => presentWebhook(await getWebhook(request.db, locationOf(request), request.params.id)),
  )

  api.patch(
    '/webhooks/:id',
    {
      config: { access: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Change, disable or resume a webhook',
        params,
        body: webhookPatchSchema,
        response: { 200: webhookSchema },
      },
    },
    async request =>
      presentWebhook(
        await updateWebhook(request.db, locationOf(request), request.params.id, request.body, limits),
      ),
  )

  api.delete(
    '/webhooks/:id',
    {
      config: { access: 'webhooks:write' },
      schema: { tags, summary: 'Remove a webhook with its attempts', params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await deleteWebhook(request.db, locationOf(request), request.params.id)
      return reply.status(204).send(null)
    },
  )

  api.post(
    '/webhooks/:id/secret',
    {
      config: { access: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Create a new secret; each old one signs for 24 hours as well',
        params,
        response: { 200: webhookWithSecretSchema },
      },
    },
    async (request, reply) => {
      const { webhook, secret } = await rotateSecret(request.db, locationOf(request), request.params.id)
      return reply.header('cache-control', 'no-store').send({ ...presentWebhook(webhook), secret })
    },
  )

  api.post(
    '/webhooks/:id/test',
    {
      config: { access: 'webhooks:write' },
      schema: {
        tags,
        summary: 'Send an event of type test to this webhook only',
        params,
        response: { 202: webhookTestSchema },
      },
    },
    async (request, reply) => {
      const eventId = await testWebhook(request.db, locationOf(request), request.params.id)
      return reply.status(202).send({ eventId })
    },
  )
}
