import {
  readingCheckInputSchema,
  readingCheckSchema,
  readingInputSchema,
  readingSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { getIntegration } from '../../../integrations/integration.js'
import { getCompany } from '../../../places/companies.js'
import { getLocation } from '../../../places/locations.js'
import { checkReading } from '../../../reading/check/check-reading.js'
import {
  candidateOf,
  deleteReading,
  putReading,
  type ReadingRules,
  requestReading,
} from '../../../reading/connection.js'
import { getReading } from '../../../reading/reading.js'
import { authorOf, locationOf, scopeOf } from '../../access.js'
import type { ApiDeps } from '../../deps.js'
import { disconnectSignal } from '../../disconnect.js'
import { byUuid, NO_CONTENT, operations } from '../../operation.js'
import { presentReading } from '../../presenters/reading.js'

const rulesOf = ({ config, secrets }: ApiDeps): ReadingRules => ({
  allowPrivate: config.allowPrivateAddresses === 'yes',
  secrets,
})

/** Whether and how a 1C is read over OData, and how that goes. */
export function readingRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const { db } = deps
  const api = operations(scope, 'Integrations')

  api.get('/integrations/:id/reading', {
    id: 'getReading',
    access: 'integrations:read',
    accountants: true,
    summary: 'How its 1C is read over OData: settings, the last reading, the next one',
    description: '404 if it is not set up. The password never comes back.',
    params: byUuid,
    response: { 200: readingSchema },
    handle: async request => {
      const { key } = await getIntegration(db, scopeOf(request), request.params.id)
      return presentReading(db, request, await getReading(db, key))
    },
  })

  api.put('/integrations/:id/reading', {
    id: 'putReading',
    access: 'integrations:write',
    summary: 'Read its 1C over OData',
    description:
      'The next reading is due at once and reads everything. Without `password` the stored one stays, if ' +
      'address and user are as they were. The same put again says that this is the right base, after a ' +
      'reading has failed because it looked like an older copy of it.',
    params: byUuid,
    body: readingInputSchema,
    response: { 200: readingSchema },
    handle: async request => {
      const row = await getIntegration(db, locationOf(request), request.params.id)
      return presentReading(
        db,
        request,
        await putReading(db, row, request.body, { ...rulesOf(deps), by: authorOf(request) }),
      )
    },
  })

  api.delete('/integrations/:id/reading', {
    id: 'deleteReading',
    access: 'integrations:write',
    summary: 'Read its 1C no more; what was read stays known',
    params: byUuid,
    response: NO_CONTENT,
    handle: async request =>
      deleteReading(db, await getIntegration(db, locationOf(request), request.params.id), authorOf(request)),
  })

  api.post('/integrations/:id/reading::run', {
    id: 'runReading',
    access: 'integrations:write',
    creates: true,
    summary: 'Read everything now, or as soon as the reading that runs has ended',
    params: byUuid,
    response: { 202: readingSchema },
    handle: async request => {
      const row = await getIntegration(db, locationOf(request), request.params.id)
      return presentReading(db, request, await requestReading(db, row))
    },
  })

  checkRoute(scope, deps)
}

function checkRoute(scope: FastifyInstance, deps: ApiDeps): void {
  const { db, stopping } = deps
  const rules = rulesOf(deps)
  operations(scope, 'Integrations').post('/integrations/:id/reading::check', {
    id: 'checkReading',
    access: 'integrations:write',
    heavy: true,
    summary: 'Try out whether its 1C can be read, step by step; stores nothing',
    description:
      'What is absent from the body is taken from what is stored: with an empty one, that is checked. The ' +
      'stored password is sent to the stored address by the stored user alone. Takes up to some minutes, ' +
      'since a base may have to wake.',
    params: byUuid,
    body: readingCheckInputSchema.nullish(),
    response: { 200: readingCheckSchema },
    handle: async (request, reply) => {
      const row = await getIntegration(db, locationOf(request), request.params.id)
      const { program, organization, ...address } = await candidateOf(db, row, request.body ?? {}, rules)
      const { timezone } = await getLocation(db, row.locationId)
      const { inn: companyInn } = await getCompany(db, row.locationId, row.companyId)
      const signal = AbortSignal.any([disconnectSignal(reply.raw), stopping])
      return checkReading(
        { ...address, allowPrivate: rules.allowPrivate, signal },
        { program, organization, companyInn, timezone },
      )
    },
  })
}
