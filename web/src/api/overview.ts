import type { WholeOverview } from '@obmen/service/api-contract'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

/** Live events tell of exchanges only: new orders are noticed by asking again. */
const REFETCH_MS = 60_000

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => request<WholeOverview>('/overview', { signal }),
  refetchInterval: REFETCH_MS,
})
