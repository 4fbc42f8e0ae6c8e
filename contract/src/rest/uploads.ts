import { z } from 'zod'
import { timestampSchema } from './common.js'
import { lineChangeSchema } from './orders/accounting.js'

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

export const inspectedFileSchema = z
  .object({
    name: z.string(),
    kind: z.enum(['orders', 'catalogue', 'other']),
    count: z.int().describe('Documents in it'),
    failure: z.string().nullable().describe('Why it can not be read, with line and column, Russian'),
    line: z.int().nullable(),
    column: z.int().nullable(),
    documents: z
      .array(
        z.object({
          orderId: z.string().nullable(),
          orderNumber: z.string().nullable().describe('Номер, as the file says it'),
          documentNumber: z.string().nullable(),
          documentDate: z.string().nullable(),
          total: z.string().nullable(),
          currency: z.string().nullable(),
          posted: z.boolean(),
          deleted: z.boolean(),
          canceled: z.boolean(),
          outcome: z
            .enum(['changed', 'unchanged', 'unknown', 'outdated'])
            .describe('What would become of it'),
          parts: z.array(z.string()).describe('What it would change'),
          lineChanges: z.array(lineChangeSchema),
        }),
      )
      .describe('The first of them'),
  })
  .meta({ id: 'InspectedFile' })
export type InspectedFile = z.infer<typeof inspectedFileSchema>
export const fileInspectionSchema = z
  .object({ items: z.array(inspectedFileSchema) })
  .meta({ id: 'FileInspection' })
export type FileInspection = z.infer<typeof fileInspectionSchema>
