import { describeProblem } from '@obmen/contract'
import {
  facetsSchema,
  holdInputSchema,
  type OrderListItem,
  orderExportsSchema,
  orderListItemSchema,
  orderListQuerySchema,
  orderPageSchema,
  releaseInputSchema,
  resendInputSchema,
  savedOrderSchema,
} from '@obmen/contract/rest'
import { nearestName } from '@obmen/contract/settings'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { loadItems } from '../../../accounting/load-items.js'
import { mapPage } from '../../../db/page.js'
import { invalidAt } from '../../../errors/app-error.js'
import { getOrder } from '../../../orders/get-order.js'
import { orderExports } from '../../../orders/history/load-exports.js'
import { holdOrder } from '../../../orders/hold-order.js'
import { storedOrderSchema } from '../../../orders/intake/read/order-schema.js'
import { countOrders, facets } from '../../../orders/listing/count-orders.js'
import { listOrders } from '../../../orders/listing/list-orders.js'
import { resendOrder } from '../../../orders/resend-order.js'
import { releaseOrder } from '../../../preflight/by-person.js'
import { authorOf, locationOf, scopeOf } from '../../access.js'
import { operations } from '../../operation.js'
import { etag } from '../../precondition.js'
import { presentExport, presentListItem, presentOrder } from '../../presenters/orders.js'
import { readRange } from '../../read-range.js'

const params = z.object({ id: z.string() })

export function orderRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Orders')
  api.get('/orders', {
    id: 'listOrders',
    access: 'orders:read',
    accountants: true,
    summary: 'Orders by date',
    query: orderListQuerySchema,
    response: { 200: orderPageSchema },
    handle: async request => {
      const scope = scopeOf(request)
      const range = await readRange(request.db, scope, request.query)
      const { count, sort, limit, cursor, fields, ...asked } = request.query
      const pick = pickFields(fields)
      const filter = { ...asked, ...range }
      const page = await listOrders(request.db, scope, { ...filter, sort, limit, cursor })
      const total = count && { total: await countOrders(request.db, scope, filter) }
      return { ...mapPage(page, row => pick(presentListItem(row))), ...total }
    },
  })

  api.get('/orders/:id', {
    id: 'getOrder',
    access: 'orders:read',
    accountants: true,
    summary: 'One order',
    answers: ['ETag'],
    description:
      'As PUT takes it, with what Obmen adds: put back as it is, it changes nothing. A field of ' +
      'Obmen may be left out of a PUT; one that is not as it was is refused.',
    params,
    response: { 200: storedOrderSchema },
    handle: async (request, reply) => {
      const order = await getOrder(request.db, scopeOf(request), request.params.id)
      reply.header('etag', etag(order.revision))
      return presentOrder(order, await loadItems(request.db, order.key))
    },
  })

  api.get('/orders/:id/exports', {
    id: 'getOrderExports',
    access: 'orders:read',
    accountants: true,
    summary: 'The state of an order at each 1C',
    params,
    response: { 200: orderExportsSchema },
    handle: exportsOf,
  })

  api.post('/orders/:id/resend', {
    id: 'resendOrder',
    access: 'orders:write',
    creates: true,
    summary: 'Send the order to a 1C again',
    params,
    body: resendInputSchema,
    response: { 200: savedOrderSchema },
    handle: async request => {
      const locationId = locationOf(request)
      await resendOrder(request.db, locationId, request.params.id, request.body.integrationId)
      const { sequenceNumber, revision, owedTo } = await getOrder(request.db, locationId, request.params.id)
      const numberIn1c = String(sequenceNumber)
      return { id: request.params.id, numberIn1c, revision, changed: false, owedTo, warnings: [] }
    },
  })

  api.get('/facets', {
    id: 'getFacets',
    access: 'orders:read',
    accountants: true,
    summary: 'Statuses and gateways of recent orders',
    response: { 200: facetsSchema },
    handle: async request => facets(request.db, scopeOf(request)),
  })
}

/** What leaves an item its id and the named fields, or all. @throws AppError invalid */
function pickFields(
  fields: string | undefined,
): (item: OrderListItem) => Pick<OrderListItem, 'id'> & Partial<OrderListItem> {
  if (fields === undefined) return item => item
  const known = Object.keys(orderListItemSchema.shape)
  const names = fields.split(',').map(name => name.trim())
  const unknown = names.find(name => !known.includes(name))
  if (unknown !== undefined) {
    const nearest = nearestName(unknown, known)
    throw invalidAt('/querystring/fields', describeProblem('field-unknown', { name: unknown, nearest }))
  }
  return ({ id, ...item }) => ({
    id,
    ...Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name))),
  })
}

export function orderHoldRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Orders')
  api.post('/orders/:id/hold', {
    id: 'holdOrder',
    access: 'orders:write',
    summary: 'Hold the order back from a 1C',
    description: 'Nothing of the order is sent, its later revisions neither, until it is released.',
    params,
    body: holdInputSchema,
    response: { 200: orderExportsSchema },
    handle: async request => {
      const hold = { ...request.body, by: authorOf(request) }
      await holdOrder(request.db, locationOf(request), request.params.id, hold)
      return exportsOf(request)
    },
  })

  api.post('/orders/:id/release', {
    id: 'releaseOrder',
    access: 'orders:write',
    creates: true,
    summary: 'Release an order that is held back from a 1C',
    description:
      'Whatever holds it: an order that preflight or the 1C itself objects to is sent all the same. ' +
      'One that a person held is held by preflight (`heldKind` `finding`) from then on if that ' +
      'objects to it; a second release sends it.',
    params,
    body: releaseInputSchema,
    response: { 200: orderExportsSchema },
    handle: async request => {
      const release = { ...request.body, by: authorOf(request) }
      await releaseOrder(request.db, locationOf(request), request.params.id, release)
      return exportsOf(request)
    },
  })
}

async function exportsOf(request: FastifyRequest<{ Params: { id: string } }>) {
  const rows = await orderExports(request.db, scopeOf(request), request.params.id)
  return { items: rows.map(presentExport) }
}
