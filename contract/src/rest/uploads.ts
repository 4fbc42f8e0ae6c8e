import { z } from 'zod'
import { timestampSchema } from './common.js'

/** A file that 1C sent. */
export const uploadSchema = z
  .object({
    id: z.int(),
    type: z.string(),
    name: z.string(),
    state: z.enum(['receiving', 'complete', 'done', 'failed']).describe('complete: is to be read'),
    size: z.int(),
    receivedAt: timestampSchema,
    documents: z.int(),
    changed: z.int().describe('Documents that changed something'),
    failure: z.string().nullable().describe('Why it can not be read, Russian'),
    files: z.array(
      z.object({
        number: z.int(),
        name: z.string(),
        kind: z.enum(['orders', 'catalogue', 'other']),
        failure: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Upload' })
export type Upload = z.infer<typeof uploadSchema>
export const uploadsSchema = z.object({ items: z.array(uploadSchema) })

export const uploadedDocumentSchema = z
  .object({
    file: z.int(),
    position: z.int(),
    orderId: z.string().nullable(),
    orderNumber: z.string().nullable().describe('Номер, as the file says it'),
    outcome: z.enum(['changed', 'unchanged', 'unknown', 'outdated']).nullable(),
    parts: z.array(z.string()).describe('What it changed'),
  })
  .meta({ id: 'UploadedDocument' })
export type UploadedDocument = z.infer<typeof uploadedDocumentSchema>
export const uploadedDocumentsSchema = z.object({ items: z.array(uploadedDocumentSchema) })
