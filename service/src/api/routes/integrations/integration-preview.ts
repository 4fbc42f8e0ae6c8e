import { describeProblem } from '@obmen/contract'
import {
  dryRunQuerySchema,
  dryRunSchema,
  previewQuerySchema,
  simulationInputSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../../errors/app-error.js'
import { getIntegration } from '../../../integrations/integration.js'
import { previewQuery } from '../../../sale-feed/preview.js'
import { locationOf, requireSandbox } from '../../access.js'
import type { ApiDeps } from '../../deps.js'
import { disconnectSignal } from '../../disconnect.js'
import { byUuid, FOREIGN_PAGE, found, operations } from '../../operation.js'

/** What the next exchange would bring; nothing is marked as sent. */
export function integrationPreviewRoutes(
  scope: FastifyInstance,
  { downloads, dryRun, simulate }: ApiDeps,
): void {
  const api = operations(scope, 'Integrations')
  api.get('/integrations/:id/preview', {
    id: 'previewQuery',
    access: ['integrations:read', 'orders:read'],
    heavy: true,
    summary: 'The XML that the next query would return',
    description:
      'While the order that this 1C refuses is searched, the query itself gives a part of these orders.',
    params: byUuid,
    query: previewQuerySchema,
    sends: { 'application/xml': z.string(), 'application/zip': z.string().meta({ format: 'binary' }) },
    answers: ['X-Order-Count'],
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      const { key } = await getIntegration(request.db, locationId, request.params.id)
      const { limit } = request.query
      const given = await downloads.give(locationId, disconnectSignal(reply.raw), () =>
        previewQuery(request.db, key, { limit }),
      )
      const preview = found(given, 'integration-not-found')
      reply.headers({
        'content-type': preview.contentType,
        'content-security-policy': FOREIGN_PAGE,
        'x-order-count': String(preview.orderCount),
      })
      return reply.send(preview.body)
    },
  })

  api.post('/integrations/:id/dry-run', {
    id: 'dryRun',
    access: ['integrations:read', 'orders:read'],
    summary: 'Dry run: play the 1C of this integration',
    description: 'What that 1C would make of each order of the next package; nothing is marked as sent.',
    params: byUuid,
    query: dryRunQuerySchema,
    response: { 200: dryRunSchema },
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      const integration = await getIntegration(request.db, locationId, request.params.id)
      return dryRun(integration, request.query.limit, disconnectSignal(reply.raw))
    },
  })

  api.post('/integrations/:id/simulate', {
    id: 'simulateExchange',
    access: ['integrations:write', 'orders:read'],
    summary: 'Play an exchange of a 1C with an integration for trying out',
    description:
      'The simulator signs in, takes what is owed, makes documents of it and confirms it, as that 1C ' +
      'would: journal, events and webhooks tell of it. Only for an integration and a token that were ' +
      'made with ' +
      '`sandbox`. Its base begins empty each time, with the documents that orders owed again have there.',
    params: byUuid,
    body: simulationInputSchema,
    response: { 200: dryRunSchema },
    handle: async (request, reply) => {
      requireSandbox(request)
      const integration = await getIntegration(request.db, locationOf(request), request.params.id)
      if (!integration.sandbox) throw new AppError('conflict', describeProblem('integration-not-sandbox'))
      return simulate(integration, request.body.client, disconnectSignal(reply.raw))
    },
  })
}
