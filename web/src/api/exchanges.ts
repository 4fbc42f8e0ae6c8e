import type { Exchange, Page } from '@obmen/service/api-contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './request.js'

export interface ExchangeFilter {
  integrationId?: string | undefined
  outcome?: string | undefined
  from?: string | undefined
  to?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

export function exchangesQuery(filter: ExchangeFilter) {
  return queryOptions({
    queryKey: ['exchanges', filter],
    queryFn: ({ signal }) => request<Page<Exchange>>('/exchanges', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  })
}
