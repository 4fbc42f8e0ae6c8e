import type { Right } from '@obmen/contract'
import type { ApiToken, ApiTokenWithSecret, Page } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../request/request.js'

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => request<Page<ApiToken>>('/tokens', { query: { limit: 500 }, signal }),
})

/** Tokens that a person created. */
export function tokensOfQuery(userId: string) {
  return queryOptions({
    queryKey: ['tokens', userId],
    queryFn: ({ signal }) =>
      request<Page<ApiToken>>('/tokens', { query: { createdBy: userId, limit: 500 }, signal }),
  })
}

export function createToken(name: string, rights: Right[]): Promise<ApiTokenWithSecret> {
  return request('/tokens', { method: 'POST', body: { name, rights } })
}

export function revokeToken(id: string): Promise<void> {
  return request(`/tokens/${id}`, { method: 'DELETE' })
}
