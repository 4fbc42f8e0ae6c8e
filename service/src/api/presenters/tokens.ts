import type { ApiToken } from '@obmen/contract/rest'
import type { ApiToken as TokenRow } from '../../people/api-tokens.js'

export function presentToken(token: TokenRow): ApiToken {
  return {
    id: token.id,
    name: token.name,
    start: token.start,
    rights: token.rights,
    createdAt: token.createdAt.toISOString(),
    createdBy: token.createdBy,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  }
}
