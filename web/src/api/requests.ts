import type { ApiRequest, ApiRequestDetail, Page } from '@obmen/contract/rest'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

export interface RequestFilter {
  status?: 'refused' | 'accepted' | undefined
  orderId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  limit: number
  cursor?: string | undefined
}

export function requestsQuery(filter: RequestFilter) {
  return queryOptions({
    queryKey: ['requests', filter],
    queryFn: ({ signal }) => request<Page<ApiRequest>>('/requests', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function requestQuery(id: number) {
  return queryOptions({
    queryKey: ['requests', id],
    queryFn: ({ signal }) => request<ApiRequestDetail>(`/requests/${id}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The last refusal of an order with exactly this id; null if there is none. */
export function lastRefusalQuery(orderId: string) {
  return queryOptions({
    queryKey: ['requests', 'last-refusal', orderId],
    queryFn: async ({ signal }) => {
      const query = { status: 'refused', orderId, limit: 1 }
      return (await request<Page<ApiRequest>>('/requests', { query, signal })).items[0] ?? null
    },
    // Whoever looks for a refusal again does so because it has just happened.
    staleTime: 0,
  })
}
