import type { ApiRequest, ApiRequestDetail, Page, RefusalCause, RequestDays } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { type Filter, read, readList } from './request/queries.js'
import { request } from './request/request.js'

/** Which part of the log. */
interface OfLog {
  tokenId?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

export function requestsQuery(filter: Filter<'status' | 'orderId' | 'cause' | keyof OfLog>) {
  return readList<Page<ApiRequest>>(['requests'], '/requests', filter)
}

export function refusalCausesQuery(query: { [Name in keyof OfLog]: OfLog[Name] }) {
  return readList<{ items: RefusalCause[] }>(['requests', 'causes'], '/requests/causes', query)
}

export function requestDaysQuery(tokenId: string | undefined) {
  return readList<RequestDays>(['requests', 'days'], '/requests/days', { tokenId })
}

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
