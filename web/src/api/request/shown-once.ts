import { type QueryClient, queryOptions } from '@tanstack/react-query'

type Key = readonly ['shown-once', ...string[]]

/** What was kept under the key, in memory, until the tab is closed or it is dismissed. */
export function shownOnceQuery<Secret>(...key: string[]) {
  return queryOptions<Secret | null, Error, Secret | null, Key>({
    queryKey: ['shown-once', ...key],
    queryFn: () => null,
    // Nothing answers it again: what is brought up to date after a lost network must leave it alone.
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** Keeps it, also while no page shows it; null dismisses it. */
export function keepShownOnce<Secret>(
  queryClient: QueryClient,
  { queryKey }: ReturnType<typeof shownOnceQuery<Secret>>,
  secret: Secret | null,
): void {
  queryClient.setQueryDefaults(queryKey, { gcTime: Number.POSITIVE_INFINITY })
  queryClient.setQueryData(queryKey, secret)
}
