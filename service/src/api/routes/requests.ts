import { apiRequestDetailSchema, apiRequestListQuerySchema, apiRequestPageSchema } from '@obmen/contract/rest'
import { z } from 'zod'
import { getRequest, listRequests } from '../../requests/list-requests.js'
import { locationOf } from '../access.js'
import type { Api, ApiDeps } from '../deps.js'
import { presentRequest, presentRequestWithBody } from '../presenters/requests.js'
import { readRange } from '../read-range.js'

const tags = ['Journal']
const params = z.object({ id: z.coerce.number().int() })

/** Changes that programs and people requested, above all the refused ones. */
export function requestRoutes(api: Api, { requests }: ApiDeps): void {
  api.get(
    '/requests',
    {
      config: { access: 'journal:read' },
      schema: {
        tags,
        summary: 'Requests for changes',
        description: 'Refused lines of a batch are listed separately. Kept for INTAKE_KEEP_DAYS.',
        querystring: apiRequestListQuerySchema,
        response: { 200: apiRequestPageSchema },
      },
    },
    async request => {
      const locationId = locationOf(request)
      await requests.flush()
      const range = await readRange(request.db, locationId, request.query)
      const { items, next } = await listRequests(request.db, locationId, { ...request.query, ...range })
      return { items: items.map(presentRequest), next }
    },
  )

  api.get(
    '/requests/:id',
    {
      config: { access: 'journal:read' },
      schema: {
        tags,
        summary: 'One request, with its body',
        params,
        response: { 200: apiRequestDetailSchema },
      },
    },
    async request =>
      presentRequestWithBody(await getRequest(request.db, locationOf(request), request.params.id)),
  )
}
