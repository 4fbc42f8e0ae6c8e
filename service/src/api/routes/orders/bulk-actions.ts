import {
  type BulkAction,
  bulkActionInputSchema,
  bulkActionListQuerySchema,
  bulkActionPageSchema,
  bulkActionSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  type BulkAction as BulkActionRow,
  cancelBulkAction,
  getBulkAction,
  listBulkActions,
} from '../../../bulk-actions/bulk-actions.js'
import { startBulkAction, undoBulkAction } from '../../../bulk-actions/start-bulk-action.js'
import type { Database } from '../../../db/database.js'
import { mapPage } from '../../../db/page.js'
import { waitForBulkAction } from '../../../jobs/wait-for-work.js'
import { authorOf, locationOf } from '../../access.js'
import { operations } from '../../operation.js'
import { dated } from '../../presenters/dated.js'
import { readRange } from '../../read-range.js'

const params = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })

/** An action on many orders: recorded at once, performed in steps in the background. */
export function bulkActionRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Orders')
  api.post('/bulk-actions', {
    id: 'startBulkAction',
    access: 'orders:write',
    creates: true,
    summary: 'Resend, hold or release many orders',
    description:
      'Runs in the background, also across restarts; GET the action for its progress. Of one ' +
      'location 20 run at once at most: 409.',
    body: bulkActionInputSchema,
    response: { 202: bulkActionSchema },
    handle: async request => {
      const locationId = locationOf(request)
      const { filter: asked, ...input } = request.body
      const filter = asked && { ...asked, ...(await readRange(request.db, locationId, asked, '/filter')) }
      const made = await startBulkAction(request.db, { ...input, filter, locationId, by: authorOf(request) })
      return await begin(request.db, locationId, made.id)
    },
  })

  api.get('/bulk-actions', {
    id: 'listBulkActions',
    access: 'orders:read',
    summary: 'Bulk actions, newest first',
    query: bulkActionListQuerySchema,
    response: { 200: bulkActionPageSchema },
    handle: async request => {
      return mapPage(await listBulkActions(request.db, locationOf(request), request.query), present)
    },
  })

  api.get('/bulk-actions/:id', {
    id: 'getBulkAction',
    access: 'orders:read',
    summary: 'Progress of a bulk action',
    params,
    response: { 200: bulkActionSchema },
    handle: async request => present(await getBulkAction(request.db, locationOf(request), request.params.id)),
  })

  api.post('/bulk-actions/:id/cancel', {
    id: 'cancelBulkAction',
    access: 'orders:write',
    summary: 'Cancel a bulk action; what is done stays done',
    params,
    response: { 200: bulkActionSchema },
    handle: async request => {
      const locationId = locationOf(request)
      await cancelBulkAction(request.db, locationId, request.params.id)
      return present(await getBulkAction(request.db, locationId, request.params.id))
    },
  })

  api.post('/bulk-actions/:id/undo', {
    id: 'undoBulkAction',
    access: 'orders:write',
    creates: true,
    summary: 'Release what a bulk action held',
    params,
    response: { 202: bulkActionSchema },
    handle: async request => {
      const locationId = locationOf(request)
      const made = await undoBulkAction(request.db, locationId, request.params.id, authorOf(request))
      return await begin(request.db, locationId, made.id)
    },
  })

  /** Starts the action and returns its state about a second later; with few orders it is finished by then. */
  async function begin(db: Database, locationId: string, id: number): Promise<BulkAction> {
    await waitForBulkAction(db, id)
    return present(await getBulkAction(db, locationId, id))
  }
}

function present({ collecting, undone, ...row }: BulkActionRow): BulkAction {
  return {
    ...dated(row),
    total: collecting ? null : row.total,
    undoable: row.action === 'hold' && row.state !== 'running' && row.done > 0 && !undone,
  }
}
