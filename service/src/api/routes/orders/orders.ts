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
import { operations } from '../../operation.js'
import { etag } from '../../precondition.js'
import { presentExport, presentListItem, presentOrder } from '../../presenters/orders.js'
import { readRange } from '../../read-range.js'

const params = z.object({ id: z.string() })

/** Orders as they are stored, and their state at each 1C. */
export function orderRoutes(scope: Api): void {
  const api = operations(scope, 'Orders')
  api.get('/orders', {
    access: 'orders:read',
    accountants: true,
    summary: 'Orders by date',
    query: orderListQuerySchema,
    response: { 200: orderPageSchema },
    handle: async request => {
      const scope = scopeOf(request)
      const range = await readRange(request.db, scope, request.query)
      const { count, sort, limit, cursor, ...asked } = request.query
      const filter = { ...asked, ...range }
      const { items, next } = await listOrders(request.db, scope, { ...filter, sort, limit, cursor })
      const total = count && { total: await countOrders(request.db, scope, filter) }
      return { items: items.map(presentListItem), next, ...total }
    },
  })

  api.get('/orders/:id', {
    access: 'orders:read',
    accountants: true,
    summary: 'One order',
    params,
    handle: async (request, reply) => {
      const order = await getOrder(request.db, scopeOf(request), request.params.id)
      return reply
        .header('etag', etag(order.revision))
        .send(presentOrder(order, await loadItems(request.db, order.key)) satisfies StoredOrder)
    },
  })

  api.get('/orders/:id/exports', {
    access: 'orders:read',
    accountants: true,
    summary: 'The state of an order at each 1C',
    params,
    response: { 200: orderExportsSchema },
    handle: async request => {
      const rows = await orderExports(request.db, scopeOf(request), request.params.id)
      return { items: rows.map(presentExport) }
    },
  })

  api.post('/orders/:id/resend', {
    access: 'orders:write',
    summary: 'Send the order to a 1C again',
    params,
    body: resendInputSchema,
    response: { 200: savedOrderSchema },
    handle: async request => {
      const locationId = locationOf(request)
      await resendOrder(request.db, locationId, request.params.id, request.body.integrationId)
      const { order, sequenceNumber, revision, owedTo } = await getOrder(
        request.db,
        locationId,
        request.params.id,
      )
      return { id: order.id, number: String(sequenceNumber), revision, changed: false, owedTo, warnings: [] }
    },
  })

  api.get('/facets', {
    access: 'orders:read',
    accountants: true,
    summary: 'Statuses and gateways of recent orders',
    response: { 200: facetsSchema },
    handle: async request => facets(request.db, scopeOf(request)),
  })
}
