import {
  type Company,
  companyInputSchema,
  companyListQuerySchema,
  companyPageSchema,
  companyPatchSchema,
  companySchema,
  locationPatchSchema,
  locationSchema,
  placeListQuerySchema,
  placePageSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import type { Queryable } from '../../db/database.js'
import { mapPage } from '../../db/page.js'
import { locationIn } from '../../db/scope.js'
import { waitForRecalculation } from '../../jobs/wait-for-work.js'
import { recalculateLocation } from '../../orders/intake/apply-settings.js'
import {
  type Company as CompanyRow,
  countCompanies,
  createCompany,
  getCompany,
  listCompanies,
  updateCompany,
} from '../../places/companies.js'
import { listPlaces } from '../../places/list-places.js'
import { getLocation, updateLocation } from '../../places/locations.js'
import { locationOf, scopeOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { byUuid, operations } from '../operation.js'
import { readPrecondition, withEtag } from '../precondition.js'
import { dated } from '../presenters/dated.js'

export function companyRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Companies and location')
  api.get('/companies', {
    id: 'listCompanies',
    access: 'companies:read',
    accountants: true,
    summary: 'Companies by name',
    query: companyListQuerySchema,
    response: { 200: companyPageSchema },
    handle: async request => {
      const scope = scopeOf(request)
      const { count, ...query } = request.query
      const page = mapPage(await listCompanies(request.db, scope, query), presentCompany)
      const total = count && { total: { count: await countCompanies(request.db, scope, query), exact: true } }
      return { ...page, ...total }
    },
  })

  api.post('/companies', {
    id: 'createCompany',
    access: 'companies:write',
    creates: true,
    summary: 'Add a company',
    answers: ['ETag'],
    body: companyInputSchema,
    response: { 201: companySchema },
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      const company = await request.db.transaction(tx => createCompany(tx, locationId, request.body))
      return presentCompany(withEtag(reply, company))
    },
  })

  api.get('/companies/:id', {
    id: 'getCompany',
    access: 'companies:read',
    accountants: true,
    summary: 'One company',
    answers: ['ETag'],
    params: byUuid,
    response: { 200: companySchema },
    handle: async (request, reply) => {
      const company = await getCompany(request.db, scopeOf(request), request.params.id)
      return presentCompany(withEtag(reply, company))
    },
  })

  api.patch('/companies/:id', {
    id: 'updateCompany',
    access: 'companies:write',
    summary: 'Change, archive or restore a company',
    reads: ['If-Match'],
    answers: ['ETag'],
    params: byUuid,
    body: companyPatchSchema,
    response: { 200: companySchema },
    handle: async (request, reply) => {
      const id = { locationId: locationOf(request), companyId: request.params.id }
      const company = await updateCompany(request.db, id, request.body, readPrecondition(request.headers))
      return presentCompany(withEtag(reply, company))
    },
  })
}

/** The location itself, and the places that its orders name. */
export function locationRoutes(scope: FastifyInstance, { publicUrl }: ApiDeps): void {
  const api = operations(scope, 'Companies and location')
  api.get('/locations/current', {
    id: 'getLocation',
    access: 'companies:read',
    accountants: true,
    summary: 'The location of the token',
    answers: ['ETag'],
    response: { 200: locationSchema },
    handle: async (request, reply) => {
      const location = await getLocation(request.db, locationIn(scopeOf(request)))
      return { ...dated(withEtag(reply, location)), publicUrl: publicUrl() }
    },
  })

  api.patch('/locations/current', {
    id: 'updateLocation',
    access: 'companies:write',
    summary: 'Change the location: its name, time zone, names of statuses',
    reads: ['If-Match'],
    answers: ['ETag'],
    body: locationPatchSchema,
    response: { 200: locationSchema },
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      let recalculated: number[] = []
      const recalculate = async (tx: Queryable, id: string): Promise<void> => {
        recalculated = await recalculateLocation(tx, id)
      }
      const precondition = readPrecondition(request.headers)
      const location = await updateLocation(request.db, locationId, request.body, {
        recalculate,
        precondition,
      })
      await waitForRecalculation(request.db, recalculated)
      return { ...dated(withEtag(reply, location)), publicUrl: publicUrl() }
    },
  })

  api.get('/places', {
    id: 'listPlaces',
    access: 'companies:read',
    summary: 'Places that orders name',
    query: placeListQuerySchema,
    response: { 200: placePageSchema },
    handle: async request => {
      return mapPage(await listPlaces(request.db, locationOf(request), request.query), dated)
    },
  })
}

function presentCompany({ locationId: _, archivedAt, ...row }: CompanyRow): Company {
  return { ...dated(row), archived: archivedAt !== null }
}
