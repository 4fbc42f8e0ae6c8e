import type { Location, LocationPatch, Page, Place } from '@obmen/contract/rest'
import { type Filter, read, readList } from './request/queries.js'
import { request } from './request/request.js'

export const currentLocationQuery = read<Location>(['current-location'], '/locations/current')

export function patchCurrentLocation(version: number, patch: LocationPatch): Promise<Location> {
  return request('/locations/current', { method: 'PATCH', body: patch, ifMatch: version })
}

export function placesQuery(filter: Filter<'q'>) {
  return readList<Page<Place>>(['places'], '/places', filter)
}
