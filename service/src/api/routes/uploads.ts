import { Readable } from 'node:stream'
import { describeProblem } from '@obmen/contract'
import {
  fileInspectionSchema,
  uploadedDocumentPageSchema,
  uploadListQuerySchema,
  uploadPageSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mapPage } from '../../db/page.js'
import { AppError } from '../../errors/app-error.js'
import { getIntegration } from '../../integrations/integration.js'
import { listUploadDocuments, listUploads } from '../../uploads/list-uploads.js'
import { locationOf, scopeOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { disconnectSignal } from '../disconnect.js'
import { byUuid, found, operations } from '../operation.js'
import { dated } from '../presenters/dated.js'
import { TEXTS } from '../texts.js'

const params = z.object({ id: z.coerce.number().int() })

export function uploadRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Journal')
  api.get('/exchanges/:id/uploads', {
    id: 'listUploads',
    access: 'journal:read',
    accountants: true,
    summary: 'Files that 1C sent in an exchange, in order of arrival',
    params,
    query: uploadListQuerySchema,
    response: { 200: uploadPageSchema },
    handle: async request => {
      const page = await listUploads(request.db, scopeOf(request), request.params.id, request.query)
      return mapPage(found(page, 'exchange-not-found'), dated)
    },
  })

  api.get('/uploads/:id/documents', {
    id: 'listUploadDocuments',
    access: ['journal:read', 'orders:read'],
    accountants: true,
    summary: 'What a file said, and what each document of it changed',
    params,
    query: uploadListQuerySchema,
    response: { 200: uploadedDocumentPageSchema },
    handle: async request => {
      const page = await listUploadDocuments(request.db, scopeOf(request), request.params.id, request.query)
      return found(page, 'upload-not-found')
    },
  })
}

/** Checks what a file exported from 1C would change. */
export function fileInspectionRoute(api: FastifyInstance, { config, inspection }: ApiDeps): void {
  void api.register(async scope => {
    scope.addContentTypeParser('application/octet-stream', async (_request: unknown, body: unknown) => body)
    operations(scope, 'Integrations').post('/integrations/:id/uploads::inspect', {
      id: 'inspectFile',
      access: ['integrations:read', 'orders:read'],
      summary: 'What a file of 1C says and would change',
      description:
        'Send the file unchanged (XML in any encoding, or zip) as application/octet-stream. ' +
        'Nothing is changed or stored. `obmen 1c inspect` does the same.',
      params: byUuid,
      takes: { 'application/octet-stream': z.string().meta({ format: 'binary' }) },
      query: z.object({ name: z.string().max(200).default('') }),
      response: { 200: fileInspectionSchema },
      route: { bodyLimit: config.fileInspectionSize },
      handle: async (request, reply) => {
        const integration = await getIntegration(request.db, locationOf(request), request.params.id)
        if (!(request.body instanceof Readable))
          throw new AppError('unsupported-media-type', describeProblem('file-type-needed'))
        const name = request.query.name || TEXTS.unnamedFile
        const gone = disconnectSignal(reply.raw)
        return inspection(integration, name, request.body, gone)
      },
    })
  })
}
