import { uploadedDocumentsSchema, uploadsSchema } from '@obmen/contract/rest'
import { z } from 'zod'
import { AppError } from '../../errors/app-error.js'
import { listUploadDocuments, listUploads } from '../../uploads/list-uploads.js'
import { scopeOf } from '../access.js'
import type { Api, ApiDeps } from '../deps.js'
import { TEXTS } from '../texts.js'

const tags = ['Journal']
const params = z.object({ id: z.coerce.number().int() })

/** Files that 1C sent. */
export function uploadRoutes(api: Api, { db }: ApiDeps): void {
  api.get(
    '/exchanges/:id/uploads',
    {
      config: { access: 'journal:read', accountants: true },
      schema: {
        tags,
        summary: 'Files that 1C sent in an exchange',
        params,
        response: { 200: uploadsSchema },
      },
    },
    async request => {
      const uploads = await listUploads(db, scopeOf(request), request.params.id)
      if (!uploads) throw new AppError('not-found', TEXTS.exchangeNotFound)
      return { items: uploads.map(upload => ({ ...upload, receivedAt: upload.receivedAt.toISOString() })) }
    },
  )

  api.get(
    '/uploads/:id/documents',
    {
      config: { access: ['journal:read', 'orders:read'], accountants: true },
      schema: {
        tags,
        summary: 'What a file said, and what each document of it changed',
        params,
        response: { 200: uploadedDocumentsSchema },
      },
    },
    async request => {
      const items = await listUploadDocuments(db, scopeOf(request), request.params.id)
      if (!items) throw new AppError('not-found', TEXTS.uploadNotFound)
      return { items }
    },
  )
}
