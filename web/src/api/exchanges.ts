import type {
  Exchange,
  ExchangeDetail,
  ExchangeOrder,
  Page,
  Total,
  Upload,
  UploadedDocument,
} from '@obmen/contract/rest'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { linkUrl } from './request/base.js'
import { type Filter, read, readList } from './request/queries.js'
import { request, requestBytes } from './request/request.js'

type ExchangeFilter = Filter<'integrationId' | 'outcome' | 'from' | 'to'> & {
  /** Consecutive exchanges without orders as one. */
  collapse?: true | undefined
  count?: true
}

export function exchangesQuery(filter: ExchangeFilter) {
  return readList<Page<Exchange> & { total?: Total }>(['exchanges'], '/exchanges', filter)
}

export function runQuery(filter: ExchangeFilter) {
  return read<Page<Exchange>>(['exchanges', 'run', filter], '/exchanges', filter)
}

export function exchangeQuery(id: number) {
  return read<ExchangeDetail>(['exchanges', id], `/exchanges/${id}`)
}

export function uploadsQuery(id: number) {
  return pagesOf<Upload>(['exchanges', id, 'uploads'], `/exchanges/${id}/uploads`)
}

export function uploadDocumentsQuery(id: number) {
  return pagesOf<UploadedDocument>(['uploads', id, 'documents'], `/uploads/${id}/documents`)
}

const MORE = 100

function pagesOf<Item>(queryKey: readonly unknown[], path: string) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam: cursor, signal }) =>
      request<Page<Item>>(path, { query: { limit: MORE, cursor }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => ({ items: pages.flatMap(({ items }) => items) }),
  })
}

export function exchangeOrdersQuery(id: number, paging: { limit: number; cursor: string | undefined }) {
  return readList<Page<ExchangeOrder>>(['exchanges', id, 'orders'], `/exchanges/${id}/orders`, paging)
}

export interface BodyOf {
  exchangeId: number
  entryId: number
  side: 'request' | 'response'
}

/** Bytes `offset`…`offset + limit` of a recorded body; `kept` differs while a running exchange grows. */
export function bodyPartQuery(
  { exchangeId, entryId, side }: BodyOf,
  offset: number,
  limit: number,
  kept: number,
) {
  return queryOptions({
    queryKey: ['exchanges', exchangeId, 'body', entryId, side, offset, limit, kept],
    queryFn: ({ signal }) =>
      requestBytes(`/exchanges/${exchangeId}/entries/${entryId}/body`, {
        query: { side, offset, limit },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
  })
}

export function bodyUrl({ exchangeId, entryId, side }: BodyOf): string {
  return linkUrl(`/exchanges/${exchangeId}/entries/${entryId}/body`, { side, download: true })
}
