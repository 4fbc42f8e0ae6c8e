import { apiRequestDetailSchema, apiRequestListQuerySchema, apiRequestPageSchema } from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mapPage } from '../../db/page.js'
import { getRequest, listRequests } from '../../requests/list-requests.js'
import { locationOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { operations } from '../operation.js'
import { dated } from '../presenters/dated.js'
import { readRange } from '../read-range.js'

const params = z.object({ id: z.coerce.number().int() })

/** Changes that programs and people requested, above all the refused ones. */
export function requestRoutes(scope: FastifyInstance, { requests }: ApiDeps): void {
  const api = operations(scope, 'Journal')
  api.get('/requests', {
    access: 'journal:read',
    summary: 'Requests for changes',
    description: 'Refused lines of a batch are listed separately. Kept for INTAKE_KEEP_DAYS.',
    query: apiRequestListQuerySchema,
    response: { 200: apiRequestPageSchema },
    handle: async request => {
      const locationId = locationOf(request)
      await requests.flush()
      const range = await readRange(request.db, locationId, request.query)
      return mapPage(await listRequests(request.db, locationId, { ...request.query, ...range }), dated)
    },
  })

  api.get('/requests/:id', {
    access: 'journal:read',
    summary: 'One request, with its body',
    params,
    response: { 200: apiRequestDetailSchema },
    handle: async request => dated(await getRequest(request.db, locationOf(request), request.params.id)),
  })
}
