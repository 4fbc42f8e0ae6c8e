import type {
  AccountingItem,
  OrderExport,
  OrderListItem,
  OrderPreflight,
  OrderXml,
  Page,
  SavedOrder,
  StoredOrder,
  TimelineEvent,
  Total,
} from '@obmen/contract/rest'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './request/request.js'

export interface OrderFilter {
  q?: string | undefined
  companyId?: string | undefined
  integrationId?: string | undefined
  status?: string | undefined
  gateway?: string | undefined
  state?: string | undefined
  cause?: string | undefined
  from?: string | undefined
  to?: string | undefined
  sort?: string | undefined
  limit: number
  cursor?: string | undefined
  count?: true | undefined
}

type OrdersPage = Page<OrderListItem> & { total?: Total }

/** A filter with rare matches returns short pages: up to this many are joined before they are shown. */
const SHORT_PAGES = 5

export function ordersQuery(filter: OrderFilter) {
  return queryOptions({
    queryKey: ['orders', filter],
    queryFn: async ({ signal }) => {
      const page = await readPage(filter, signal)
      for (let read = 1; read < SHORT_PAGES; read++) {
        const missing = filter.limit - page.items.length
        if (missing === 0 || page.next === null) break
        const following = await readPage(
          { ...filter, count: undefined, limit: missing, cursor: page.next },
          signal,
        )
        page.items.push(...following.items)
        page.next = following.next
      }
      return page
    },
    placeholderData: keepPreviousData,
  })
}

const ROWS = 50

export function ordersPageQuery({ before: _, ...filter }: Omit<OrderFilter, 'limit'> & { before?: unknown }) {
  return ordersQuery({ ...filter, limit: ROWS, count: true })
}

function readPage(filter: OrderFilter, signal: AbortSignal): Promise<OrdersPage> {
  return request('/orders', { query: { ...filter }, signal })
}

export function orderQuery(id: string) {
  return queryOptions({
    queryKey: ['orders', id, 'content'],
    queryFn: ({ signal }) => request<StoredOrder>(path(id), { signal }),
  })
}

export function exportsQuery(id: string) {
  return queryOptions({
    queryKey: ['orders', id, 'exports'],
    queryFn: ({ signal }) => request<{ items: OrderExport[] }>(`${path(id)}/exports`, { signal }),
  })
}

export function accountingQuery(id: string) {
  return queryOptions({
    queryKey: ['orders', id, 'accounting'],
    queryFn: ({ signal }) => request<{ items: AccountingItem[] }>(`${path(id)}/accounting`, { signal }),
  })
}

export function timelineQuery(id: string) {
  return queryOptions({
    queryKey: ['orders', id, 'timeline'],
    queryFn: ({ signal }) => request<{ items: TimelineEvent[] }>(`${path(id)}/timeline`, { signal }),
  })
}

/** What the 1C of an integration will do with this revision of the order. */
export function preflightQuery(id: string, integrationId: string, revision: number) {
  return queryOptions({
    queryKey: ['orders', id, 'preflight', integrationId, revision],
    queryFn: ({ signal }) =>
      request<OrderPreflight>(`${path(id)}/preflight`, { query: { integrationId }, signal }),
  })
}

export function xmlNowQuery(id: string, integrationId: string) {
  return queryOptions({
    queryKey: ['orders', id, 'xml', integrationId],
    queryFn: ({ signal }) => request<OrderXml>(`${path(id)}/xml`, { query: { integrationId }, signal }),
  })
}

/** The XML that was sent in a batch: it never changes. */
export function sentXmlQuery(id: string, batchId: number) {
  return queryOptions({
    queryKey: ['orders', id, 'sent-xml', batchId],
    queryFn: ({ signal }) => request<OrderXml>(`${path(id)}/sent-xml`, { query: { batchId }, signal }),
    staleTime: 60_000,
  })
}

export function putOrder(id: string, order: object): Promise<SavedOrder> {
  return request(path(id), { method: 'PUT', body: order })
}

export function resendOrder(id: string, integrationId: string): Promise<SavedOrder> {
  return request(`${path(id)}/resend`, { method: 'POST', body: { integrationId } })
}

export function holdOrder(id: string, integrationId: string, reason: string): Promise<unknown> {
  return request(`${path(id)}/hold`, { method: 'POST', body: { integrationId, reason } })
}

export function releaseOrder(id: string, integrationId: string): Promise<{ items: OrderExport[] }> {
  return request(`${path(id)}/release`, { method: 'POST', body: { integrationId } })
}

function path(id: string): string {
  return `/orders/${encodeURIComponent(id)}`
}
