import type { Desk, OverviewIntegration, WholeOverview } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { allPages } from './request/all-pages.js'
import { readList } from './request/queries.js'
import { request } from './request/request.js'

export type Day = WholeOverview['days'][number]

/** Live events only report exchanges: new orders are noticed by polling. */
const REFETCH_MS = 60_000

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: async ({ signal }): Promise<WholeOverview> => {
    const overview = await request<WholeOverview>('/overview', { signal })
    const further = await allPages<OverviewIntegration>(
      '/overview/integrations',
      signal,
      overview.integrationsNext,
    )
    return { ...overview, integrations: [...overview.integrations, ...further] }
  },
  refetchInterval: REFETCH_MS,
})

export function deskQuery({ from, to }: { from: string | undefined; to: string | undefined }) {
  const query = readList<Desk>(['desk'], '/accounting/summary', { from, to })
  return { ...query, refetchInterval: REFETCH_MS }
}
