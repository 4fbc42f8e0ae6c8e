import {
  apiRequestDetailSchema,
  apiRequestListQuerySchema,
  apiRequestPageSchema,
  refusalCausesQuerySchema,
  refusalCausesSchema,
  requestDaysQuerySchema,
  requestDaysSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mapPage } from '../../db/page.js'
import { getLocation } from '../../places/locations.js'
import { countDays, getRequest, listCauses, listRequests } from '../../requests/list-requests.js'
import { locationOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { operations } from '../operation.js'
import { dated } from '../presenters/dated.js'
import { readRange } from '../read-range.js'
import { shareAnswers } from '../share-answers.js'

const params = z.object({ id: z.coerce.number().int() })

/** Changes that programs and people requested, above all the refused ones. */
export function requestRoutes(scope: FastifyInstance, { db, requests }: ApiDeps): void {
  const api = operations(scope, 'Journal')
  const days = shareAnswers(
    ({ location, tokenId }: { location: Parameters<typeof countDays>[1]; tokenId: string | undefined }) =>
      countDays(db, location, tokenId),
  )
  api.get('/requests', {
    id: 'listRequests',
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

  api.get('/requests/causes', {
    id: 'listRefusalCauses',
    access: 'journal:read',
    summary: 'Refused requests by cause',
    description: 'Of the newest 10,000 that were refused, the most frequent cause first.',
    query: refusalCausesQuerySchema,
    response: { 200: refusalCausesSchema },
    handle: async request => {
      const locationId = locationOf(request)
      await requests.flush()
      const range = await readRange(request.db, locationId, request.query)
      return {
        items: (await listCauses(request.db, locationId, { ...request.query, ...range })).map(dated),
      }
    },
  })

  api.get('/requests/days', {
    id: 'listRequestDays',
    access: 'journal:read',
    summary: 'Requests accepted and refused by day',
    query: requestDaysQuerySchema,
    response: { 200: requestDaysSchema },
    handle: async request => {
      const { id, timezone } = await getLocation(request.db, locationOf(request))
      await requests.flush()
      return { items: await days({ location: { id, timezone }, tokenId: request.query.tokenId }) }
    },
  })

  api.get('/requests/:id', {
    id: 'getRequest',
    access: 'journal:read',
    summary: 'One request, with its body',
    params,
    response: { 200: apiRequestDetailSchema },
    handle: async request => dated(await getRequest(request.db, locationOf(request), request.params.id)),
  })
}
