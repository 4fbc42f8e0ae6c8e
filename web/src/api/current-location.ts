import type { Location, LocationPatch, Page, Place } from '@obmen/contract/rest'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

/** The location that the person works in. */
export const currentLocationQuery = queryOptions({
  queryKey: ['current-location'],
  queryFn: ({ signal }) => request<Location>('/locations/current', { signal }),
})

export function patchCurrentLocation(version: number, patch: LocationPatch): Promise<Location> {
  return request('/locations/current', { method: 'PATCH', body: patch, ifMatch: version })
}

export function placesQuery(filter: { q?: string | undefined; cursor?: string | undefined; limit: number }) {
  return queryOptions({
    queryKey: ['places', filter],
    queryFn: ({ signal }) => request<Page<Place>>('/places', { query: filter, signal }),
    placeholderData: keepPreviousData,
  })
}
