import {
  type ApiToken,
  tokenInputSchema,
  tokenListQuerySchema,
  tokenPageSchema,
  tokenWithSecretSchema,
  uuidSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import {
  createToken,
  listTokens,
  revokeToken,
  type ApiToken as TokenRow,
} from '../../../people/api-tokens.js'
import { locationOf, personOf } from '../../access.js'
import type { Api } from '../../deps.js'
import { NO_CONTENT, operations } from '../../operation.js'
import { dated, presentPage } from '../../presenters/dated.js'

/** API tokens of the platform's programs; created and revoked by people only. */
export function tokenRoutes(scope: Api): void {
  const api = operations(scope, 'API tokens')
  api.get('/tokens', {
    access: 'location-administrator',
    summary: 'API tokens',
    query: tokenListQuerySchema,
    response: { 200: tokenPageSchema },
    handle: async request => {
      return presentPage(await listTokens(request.db, locationOf(request), request.query), presentToken)
    },
  })

  api.post('/tokens', {
    access: 'location-administrator',
    summary: 'Create a token; its secret is shown once',
    body: tokenInputSchema,
    response: { 201: tokenWithSecretSchema },
    handle: async request => {
      const input = { ...request.body, locationId: locationOf(request), createdBy: personOf(request) }
      const { token, secret } = await createToken(request.db, input)
      return { ...presentToken(token), token: secret }
    },
  })

  api.delete('/tokens/:id', {
    access: 'location-administrator',
    summary: 'Revoke a token',
    params: z.object({ id: uuidSchema }),
    response: NO_CONTENT,
    handle: async request => {
      await revokeToken(request.db, locationOf(request), request.params.id, new Date())
    },
  })
}

export function presentToken({ locationId: _, ...row }: TokenRow): ApiToken {
  return dated(row)
}
