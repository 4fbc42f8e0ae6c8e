import type { Location, LocationPatch } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

/** The location that the person works in. */
export const currentLocationQuery = queryOptions({
  queryKey: ['current-location'],
  queryFn: ({ signal }) => request<Location>('/locations/current', { signal }),
})

export function patchCurrentLocation(version: number, patch: LocationPatch): Promise<Location> {
  return request('/locations/current', { method: 'PATCH', body: patch, ifMatch: version })
}
