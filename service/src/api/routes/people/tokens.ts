import {
  tokenInputSchema,
  tokenListQuerySchema,
  tokenPageSchema,
  tokenWithSecretSchema,
  uuidSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import { createToken, listTokens, revokeToken } from '../../../people/api-tokens.js'
import { locationOf, personOf } from '../../access.js'
import type { Api } from '../../deps.js'
import { presentToken } from '../../presenters/tokens.js'

const tags = ['API tokens']

/** API tokens of the platform's programs; created and revoked by people only. */
export function tokenRoutes(api: Api): void {
  api.get(
    '/tokens',
    {
      config: { access: 'location-administrator' },
      schema: {
        tags,
        summary: 'API tokens',
        querystring: tokenListQuerySchema,
        response: { 200: tokenPageSchema },
      },
    },
    async request => {
      const { items, next } = await listTokens(request.db, locationOf(request), request.query)
      return { items: items.map(presentToken), next }
    },
  )

  api.post(
    '/tokens',
    {
      config: { access: 'location-administrator' },
      schema: {
        tags,
        summary: 'Create a token; its secret is shown once',
        body: tokenInputSchema,
        response: { 201: tokenWithSecretSchema },
      },
    },
    async (request, reply) => {
      const input = {
        ...request.body,
        locationId: locationOf(request),
        createdBy: personOf(request),
      }
      const { token, secret } = await createToken(request.db, input)
      return reply.status(201).send({ ...presentToken(token), token: secret })
    },
  )

  const params = z.object({ id: uuidSchema })
  api.delete(
    '/tokens/:id',
    {
      config: { access: 'location-administrator' },
      schema: { tags, summary: 'Revoke a token', params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await revokeToken(request.db, locationOf(request), request.params.id, new Date())
      return reply.status(204).send(null)
    },
  )
}
