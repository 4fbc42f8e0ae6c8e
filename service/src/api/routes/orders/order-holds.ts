import {
  holdInputSchema,
  type OrderExport,
  orderExportsSchema,
  releaseInputSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import type { Database } from '../../../db/database.js'
import { orderExports } from '../../../orders/history/load-exports.js'
import { holdOrder } from '../../../orders/hold-order.js'
import { releaseOrder } from '../../../preflight/by-person.js'
import { authorOf, locationOf } from '../../access.js'
import type { Api } from '../../deps.js'
import { operations } from '../../operation.js'
import { presentExport } from '../../presenters/orders.js'

const params = z.object({ id: z.string() })

/** Holding orders back and releasing them. */
export function orderHoldRoutes(scope: Api): void {
  const api = operations(scope, 'Orders')
  api.post('/orders/:id/hold', {
    access: 'orders:write',
    summary: 'Hold the order back from a 1C',
    description: 'Nothing of the order is sent, its later revisions neither, until it is released.',
    params,
    body: holdInputSchema,
    response: { 200: orderExportsSchema },
    handle: async request => {
      const locationId = locationOf(request)
      await holdOrder(request.db, locationId, request.params.id, { ...request.body, by: authorOf(request) })
      return exportsOf(request.db, locationId, request.params.id)
    },
  })

  api.post('/orders/:id/release', {
    access: 'orders:write',
    summary: 'Release an order that is held back from a 1C',
    description:
      'Whatever holds it: an order that preflight or the 1C itself objects to is sent all the same. One that a person held is held by preflight (`heldKind` `finding`) from then on if that objects to it; a second release sends it.',
    params,
    body: releaseInputSchema,
    response: { 200: orderExportsSchema },
    handle: async request => {
      const locationId = locationOf(request)
      await releaseOrder(request.db, locationId, request.params.id, {
        ...request.body,
        by: authorOf(request),
      })
      return exportsOf(request.db, locationId, request.params.id)
    },
  })

  async function exportsOf(db: Database, locationId: string, id: string): Promise<{ items: OrderExport[] }> {
    const rows = await orderExports(db, locationId, id)
    return { items: rows.map(presentExport) }
  }
}
