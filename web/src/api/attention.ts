import type { Attention, HeldGroups } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

/** Changes that only time brings about (a 1C falls silent) cause no event. */
const POLL_MS = 60_000

/** What needs a person's attention now, and the counts of the menu. */
export const attentionQuery = queryOptions({
  queryKey: ['attention'],
  queryFn: ({ signal }) => request<Attention>('/attention', { signal }),
  refetchInterval: POLL_MS,
})

export const heldGroupsQuery = queryOptions({
  queryKey: ['attention', 'held'],
  queryFn: ({ signal }) => request<HeldGroups>('/held-orders', { signal }),
})
