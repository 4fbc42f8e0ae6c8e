import type {
  AccountingItem,
  OrderExport,
  OrderListItem,
  OrderPreflight,
  OrderXml,
  Page,
  SavedOrder,
  StoredOrder,
  TaskPage,
  TimelineEvent,
  Total,
} from '@obmen/contract/rest'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Filter, read } from './request/queries.js'
import { request } from './request/request.js'

type Condition =
  | 'q'
  | 'companyId'
  | 'integrationId'
  | 'status'
  | 'gateway'
  | 'state'
  | 'cause'
  | 'from'
  | 'to'
  | 'sort'
type OrderFilter = Filter<Condition> & { count?: true | undefined }

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
  return read<StoredOrder>(['orders', id, 'content'], path(id))
}

export function exportsQuery(id: string) {
  return read<{ items: OrderExport[] }>(['orders', id, 'exports'], `${path(id)}/exports`)
}

export function accountingQuery(id: string) {
  return read<{ items: AccountingItem[] }>(['orders', id, 'accounting'], `${path(id)}/accounting`)
}

export function timelineQuery(id: string) {
  return read<{ items: TimelineEvent[] }>(['orders', id, 'timeline'], `${path(id)}/timeline`)
}

/** What is to be done by hand about the order; few orders have more than one. */
export function orderTasksQuery(id: string) {
  return read<TaskPage>(['orders', id, 'tasks'], '/tasks', { orderId: id, limit: 50 })
}

export function preflightQuery(id: string, integrationId: string, revision: number) {
  return read<OrderPreflight>(['orders', id, 'preflight', integrationId, revision], `${path(id)}/preflight`, {
    integrationId,
  })
}

export function xmlNowQuery(id: string, integrationId: string) {
  return read<OrderXml>(['orders', id, 'xml', integrationId], `${path(id)}/xml`, { integrationId })
}

/** The XML that was sent in a batch: it never changes. */
export function sentXmlQuery(id: string, batchId: number) {
  return queryOptions({
    ...read<OrderXml>(['orders', id, 'sent-xml', batchId], `${path(id)}/sent-xml`, { batchId }),
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
