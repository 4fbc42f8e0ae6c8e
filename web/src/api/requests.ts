import type { ApiRequest, ApiRequestDetail, Page, RefusalCause, RequestDays } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { type Filter, read, readList } from './request/queries.js'
import { request } from './request/request.js'

export function requestsQuery(filter: Filter<'status' | 'orderId' | 'cause' | 'from' | 'to'>) {
  return readList<Page<ApiRequest>>(['requests'], '/requests', filter)
}

export function refusalCausesQuery(query: { from?: string | undefined; to?: string | undefined }) {
  return readList<{ items: RefusalCause[] }>(['requests', 'causes'], '/requests/causes', query)
}

export const requestDaysQuery = read<RequestDays>(['requests', 'days'], '/requests/days')

export function requestQuery(id: number) {
  return queryOptions({
    ...read<ApiRequestDetail>(['requests', id], `/requests/${id}`),
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
