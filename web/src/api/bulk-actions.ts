import type { BulkAction, BulkActionInput, Page } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

const SHOWN = 5
/** No more run at once in a location. */
const MOST_RUNNING = 20
const RUNNING_MS = 1_000

/** All that run, however many began and ended since, and the latest; newest first. */
export const bulkActionsQuery = queryOptions({
  queryKey: ['bulk-actions'],
  queryFn: async ({ signal }) => {
    const list = (query: { state?: BulkAction['state']; limit: number }) =>
      request<Page<BulkAction>>('/bulk-actions', { query, signal })
    // In this order, so that what ends in between is seen as running once more rather than not at all.
    const { items: latest } = await list({ limit: SHOWN })
    const { items: running } = await list({ state: 'running', limit: MOST_RUNNING })
    const byId = new Map([...latest, ...running].map(one => [one.id, one]))
    return [...byId.values()].sort((one, other) => other.id - one.id)
  },
  refetchInterval: ({ state }) => state.data?.some(one => one.state === 'running') && RUNNING_MS,
})

export function startBulkAction(input: BulkActionInput): Promise<BulkAction> {
  return request('/bulk-actions', { method: 'POST', body: input })
}

export function cancelBulkAction(id: number): Promise<BulkAction> {
  return request(`/bulk-actions/${id}/cancel`, { method: 'POST' })
}

export function undoBulkAction(id: number): Promise<BulkAction> {
  return request(`/bulk-actions/${id}/undo`, { method: 'POST' })
}
