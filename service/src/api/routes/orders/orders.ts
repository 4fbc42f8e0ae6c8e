import {
  facetsSchema,
  orderExportsSchema,
  orderListQuerySchema,
  orderPageSchema,
  resendInputSchema,
  type StoredOrder,
  savedOrderSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import { loadItems } from '../../../accounting/load-items.js'
import { getOrder } from '../../../orders/get-order.js'
import { orderExports } from '../../../orders/history/load-exports.js'
import { countOrders, facets } from '../../../orders/listing/count-orders.js'
import { listOrders } from '../../../orders/listing/list-orders.js'
import { resendOrder } from '../../../orders/resend-order.js'
import { locationOf, scopeOf } from '../../access.js'
import type { Api } from '../../deps.js'
import { etag } from '../../precondition.js'
import { presentExport, presentListItem, presentOrder } from '../../presenters/orders.js'
import { readRange } from '../../read-range.js'

const tags = ['Orders']
const params = z.object({ id: z.string() })

/** Orders as they are stored, and their state at each 1C. */
export function orderRoutes(api: Api): void {
  api.get(
    '/orders',
    {
      config: { access: 'orders:read', accountants: true },
      schema: {
        tags,
        summary: 'Orders by date',
        querystring: orderListQuerySchema,
        response: { 200: orderPageSchema },
      },
    },
    async request => {
      const scope = scopeOf(request)
      const range = await readRange(request.db, scope, request.query)
      const { count, sort, limit, cursor, ...asked } = request.query
      const filter = { ...asked, ...range }
      const { items, next } = await listOrders(request.db, scope, { ...filter, sort, limit, cursor })
      const total = count && { total: await countOrders(request.db, scope, filter) }
      return { items: items.map(presentListItem), next, ...total }
    },
  )

  api.get(
    '/orders/:id',
    {
      config: { access: 'orders:read', accountants: true },
      schema: { tags, summary: 'One order', params },
    },
    async (request, reply) => {
      const order = await getOrder(request.db, scopeOf(request), request.params.id)
      return reply
        .header('etag', etag(order.revision))
        .send(presentOrder(order, await loadItems(request.db, order.key)) satisfies StoredOrder)
    },
  )

  api.get(
    '/orders/:id/exports',
    {
      config: { access: 'orders:read', accountants: true },
      schema: {
        tags,
        summary: 'The state of an order at each 1C',
        params,
        response: { 200: orderExportsSchema },
      },
    },
    async request => {
      const rows = await orderExports(request.db, scopeOf(request), request.params.id)
      return { items: rows.map(presentExport) }
    },
  )

  api.post(
    '/orders/:id/resend',
    {
      config: { access: 'orders:write' },
      schema: {
        tags,
        summary: 'Send the order to a 1C again',
        params,
        body: resendInputSchema,
        response: { 200: savedOrderSchema },
      },
    },
    async request => {
      const locationId = locationOf(request)
      await resendOrder(request.db, locationId, request.params.id, request.body.integrationId)
      const { order, sequenceNumber, revision, owedTo } = await getOrder(
        request.db,
        locationId,
        request.params.id,
      )
      return { id: order.id, number: String(sequenceNumber), revision, changed: false, owedTo, warnings: [] }
    },
  )

  api.get(
    '/facets',
    {
      config: { access: 'orders:read', accountants: true },
      schema: {
        tags,
        summary: 'Statuses and gateways of recent orders',
        response: { 200: facetsSchema },
      },
    },
    async request => {
      return facets(request.db, scopeOf(request))
    },
  )
}
