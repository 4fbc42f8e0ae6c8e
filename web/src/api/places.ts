import type { Page, Place } from '@obmen/contract/rest'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

/** Places named in orders. */
export function placesQuery(filter: { q?: string | undefined; cursor?: string | undefined; limit: number }) {
  return queryOptions({
    queryKey: ['places', filter],
    queryFn: ({ signal }) => request<Page<Place>>('/places', { query: filter, signal }),
    placeholderData: keepPreviousData,
  })
}
