import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Query } from './base.js'
import { request } from './request.js'

export function read<Answer>(queryKey: readonly unknown[], path: string, query?: Query) {
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => request<Answer>(path, query === undefined ? { signal } : { query, signal }),
  })
}

/** The conditions of a list, by their names in the address, and its page. */
export type Filter<Names extends string> = { readonly [Name in Names]?: string | undefined } & {
  limit: number
  cursor?: string | undefined
}

/** A list, kept by its query: its rows are shown until those of another page or filter are there. */
export function readList<Answer>(queryKey: readonly unknown[], path: string, query: Query) {
  return queryOptions({
    ...read<Answer>([...queryKey, query], path, query),
    placeholderData: keepPreviousData,
  })
}
