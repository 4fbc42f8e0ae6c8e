import type { BulkAction, BulkActionInput, Page } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

const SHOWN = 5
const RUNNING_MS = 1_000

/** Running and recent bulk actions. */
export const bulkActionsQuery = queryOptions({
  queryKey: ['bulk-actions'],
  queryFn: ({ signal }) => request<Page<BulkAction>>('/bulk-actions', { query: { limit: SHOWN }, signal }),
  refetchInterval: ({ state }) => state.data?.items.some(one => one.state === 'running') && RUNNING_MS,
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
