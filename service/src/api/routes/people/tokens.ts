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
import { NO_CONTENT, operations } from '../../operation.js'
import { presentToken } from '../../presenters/tokens.js'

/** API tokens of the platform's programs; created and revoked by people only. */
export function tokenRoutes(scope: Api): void {
  const api = operations(scope, 'API tokens')
  api.get('/tokens', {
    access: 'location-administrator',
    summary: 'API tokens',
    query: tokenListQuerySchema,
    response: { 200: tokenPageSchema },
    handle: async request => {
      const { items, next } = await listTokens(request.db, locationOf(request), request.query)
      return { items: items.map(presentToken), next }
    },
  })

  api.post('/tokens', {
    access: 'location-administrator',
    summary: 'Create a token; its secret is shown once',
    body: tokenInputSchema,
    response: { 201: tokenWithSecretSchema },
    handle: async request => {
      const input = {
        ...request.body,
        locationId: locationOf(request),
        createdBy: personOf(request),
      }
      const { token, secret } = await createToken(request.db, input)
      return { ...presentToken(token), token: secret }
    },
  })

  const params = z.object({ id: uuidSchema })
  api.delete('/tokens/:id', {
    access: 'location-administrator',
    summary: 'Revoke a token',
    params,
    response: NO_CONTENT,
    handle: async request => {
      await revokeToken(request.db, locationOf(request), request.params.id, new Date())
    },
  })
}
