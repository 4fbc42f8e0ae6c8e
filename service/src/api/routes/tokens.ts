import { z } from 'zod'
import { createToken } from '../../people/create-token.js'
import { listTokens } from '../../people/list-tokens.js'
import { revokeToken } from '../../people/revoke-token.js'
import { uuidSchema } from '../contract/common.js'
import {
  tokenInputSchema,
  tokenListQuerySchema,
  tokenPageSchema,
  tokenWithSecretSchema,
} from '../contract/people.js'
import type { Api, ApiDeps } from '../deps.js'
import { presentToken } from '../presenters/tokens.js'
import { administeredLocation, personOf, present } from '../principal.js'

const tags = ['API tokens']

/** Keys of the platform's programs; made and revoked by people only. */
export function tokenRoutes(api: Api, { db }: ApiDeps): void {
  api.get(
    '/tokens',
    { schema: { tags, querystring: tokenListQuerySchema, response: { 200: tokenPageSchema } } },
    async request => {
      const { items, next } = await listTokens(
        db,
        administeredLocation(present(request.principal)),
        request.query,
      )
      return { items: items.map(presentToken), next }
    },
  )

  api.post(
    '/tokens',
    { schema: { tags, body: tokenInputSchema, response: { 201: tokenWithSecretSchema } } },
    async (request, reply) => {
      const principal = present(request.principal)
      const input = {
        ...request.body,
        locationId: administeredLocation(principal),
        createdBy: personOf(principal),
      }
      const { token, secret } = await createToken(db, input)
      return reply.status(201).send({ ...presentToken(token), token: secret })
    },
  )

  const params = z.object({ id: uuidSchema })
  api.delete(
    '/tokens/:id',
    { schema: { tags, params, response: { 204: z.null() } } },
    async (request, reply) => {
      await revokeToken(db, administeredLocation(present(request.principal)), request.params.id, new Date())
      return reply.status(204).send(null)
    },
  )
}
