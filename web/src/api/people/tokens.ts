import { REVOKED_TOKENS_MAX, type Right } from '@obmen/contract'
import type { ApiToken, ApiTokenWithSecret, Page } from '@obmen/contract/rest'
import { read } from '../request/queries.js'
import { request } from '../request/request.js'
import { shownOnceQuery } from '../request/shown-once.js'

export const tokensQuery = read<Page<ApiToken>>(['tokens'], '/tokens', { limit: 500 })

/** Tokens that a person created, the newest of them: as many as can be revoked together with the role. */
export function tokensOfQuery(userId: string) {
  return read<Page<ApiToken>>(['tokens', userId], '/tokens', { createdBy: userId, limit: REVOKED_TOKENS_MAX })
}

/** The last token that the first steps created in this tab, if any. */
export const firstTokenQuery = shownOnceQuery<string>('first-token')

export function createToken(body: {
  name: string
  rights: Right[]
  sandbox?: boolean
}): Promise<ApiTokenWithSecret> {
  return request('/tokens', { method: 'POST', body })
}

export function revokeToken(id: string): Promise<void> {
  return request(`/tokens/${id}`, { method: 'DELETE' })
}
