import type { CreatedLocation, LocationSummary, System } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { read } from './request/queries.js'
import { request } from './request/request.js'

const REFETCH_MS = 15_000

export const systemQuery = queryOptions({
  ...read<System>(['system'], '/system'),
  refetchInterval: REFETCH_MS,
})

export function setLogLevel(logLevel: System['logLevel']): Promise<System> {
  return request('/system', { method: 'PATCH', body: { logLevel } })
}

export function resumeSending(): Promise<System> {
  return request('/system', { method: 'PATCH', body: { sendingPausedAt: null } })
}

export const locationsQuery = read<{ items: LocationSummary[] }>(['system', 'locations'], '/system/locations')

export function createLocation(input: {
  name: string
  timezone: string
  adminEmail: string
}): Promise<CreatedLocation> {
  return request('/system/locations', { method: 'POST', body: input })
}
