import { z } from 'zod'
import { AppError } from '../../errors.js'
import { getIntegration } from '../../integrations/get-integration.js'
import { previewQuery } from '../../sale-feed/preview.js'
import { uuidSchema } from '../contract/common.js'
import { previewQuerySchema, rehearsalSchema } from '../contract/integrations.js'
import type { Api, ApiDeps } from '../deps.js'
import { presentRehearsal } from '../presenters/rehearsal.js'
import { locationFor, present } from '../principal.js'
import { TEXTS } from '../texts.js'

const tags = ['Integrations']
const params = z.object({ id: uuidSchema })

/** What the next exchange would bring, with nothing marked. */
export function integrationPreviewRoutes(api: Api, { db, rehearse }: ApiDeps): void {
  api.get(
    '/integrations/:id/preview',
    {
      schema: {
        tags,
        summary: 'The XML that the next query would give',
        description: 'Needs orders:read besides: it holds orders.',
        params,
        querystring: previewQuerySchema,
      },
    },
    async (request, reply) => {
      const locationId = locationFor(present(request.principal), 'integrations:read', 'orders:read')
      const { key } = await getIntegration(db, locationId, request.params.id)
      const preview = await previewQuery(db, key, { limit: request.query.limit })
      if (!preview) throw new AppError('not-found', TEXTS.integrationNotFound)
      reply.headers({
        'content-type': preview.contentType,
        'content-security-policy': 'sandbox',
        'x-order-count': String(preview.orders.length),
      })
      return reply.send(preview.bytes)
    },
  )

  api.post(
    '/integrations/:id/check',
    {
      schema: {
        tags,
        summary: 'Play the 1C of this integration',
        description:
          'What that 1C would make of each order of the next package; nothing is marked. Needs orders:read besides.',
        params,
        querystring: previewQuerySchema,
        response: { 200: rehearsalSchema },
      },
    },
    async request => {
      const locationId = locationFor(present(request.principal), 'integrations:read', 'orders:read')
      const integration = await getIntegration(db, locationId, request.params.id)
      const { limit } = request.query
      return presentRehearsal(await rehearse(integration, limit), limit)
    },
  )
}
