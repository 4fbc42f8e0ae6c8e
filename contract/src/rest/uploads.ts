import { z } from 'zod'
import { pageOf, pageQuerySchema, reasonSchema, timestampSchema } from './common.js'
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
    documents: z.int().describe('Of a catalogue, items and offers'),
    changed: z.int().describe('Documents that changed something'),
    failure: z.string().nullable().describe('Why it can not be read, Russian'),
    failureReason: reasonSchema,
    catalogue: z
      .object({
        whole: z.boolean().describe('It has all items; false: a part, as changes are, or prices alone'),
        added: z.int(),
        changed: z.int(),
      })
      .nullable()
      .describe('What a file of a catalogue did to it'),
    files: z.array(
      z.object({
        number: z.int(),
        name: z.string(),
        kind: z.enum(['orders', 'catalogue', 'other']),
        failure: z.string().nullable(),
        failureReason: reasonSchema,
      }),
    ),
  })
  .meta({ id: 'Upload' })
export type Upload = z.infer<typeof uploadSchema>
export const uploadPageSchema = pageOf(uploadSchema)
export const uploadListQuerySchema = pageQuerySchema

const orderNumberSchema = z
  .string()
  .nullable()
  .describe('Номер, as the file says it; of a payment, shipment or return, its Основание')
const documentOutcomeSchema = z.enum(['changed', 'unchanged', 'unknown', 'outdated'])

export const uploadedDocumentSchema = z
  .object({
    file: z.int(),
    position: z.int(),
    orderId: z.string().nullable(),
    orderNumber: orderNumberSchema,
    outcome: documentOutcomeSchema.nullable(),
    parts: z.array(z.string()).describe('What it changed'),
  })
  .meta({ id: 'UploadedDocument' })
export type UploadedDocument = z.infer<typeof uploadedDocumentSchema>
export const uploadedDocumentPageSchema = pageOf(uploadedDocumentSchema)

const inspectedCatalogueSchema = z
  .object({
    wholeItems: z.boolean().describe('It tells all items: those that it does not mention are gone'),
    wholeOffers: z.boolean(),
    groups: z.int(),
    items: z.int(),
    offers: z.int(),
    prices: z.int(),
    priceTypes: z.int(),
    warehouses: z.int(),
    entries: z
      .array(
        z.object({
          kind: z.enum(['item', 'offer']),
          itemId: z.string(),
          name: z.string().nullable(),
          article: z.string().nullable(),
          unitName: z.string().nullable(),
          vat: z.string().nullable(),
          deleted: z.boolean(),
          characteristics: z.array(z.object({ name: z.string(), value: z.string() })),
          prices: z.array(z.object({ price: z.string().nullable(), currency: z.string().nullable() })),
          quantity: z.string().nullable(),
          outcome: z
            .enum(['added', 'changed', 'unchanged'])
            .nullable()
            .describe('What would become of the item'),
        }),
      )
      .describe('The first of its items and offers'),
  })
  .meta({ id: 'InspectedCatalogue' })

export const inspectedFileSchema = z
  .object({
    name: z.string(),
    kind: z.enum(['orders', 'catalogue', 'other']),
    count: z.int().describe('Documents in it; of a catalogue, items and offers'),
    failure: z.string().nullable().describe('Why it can not be read, with line and column, Russian'),
    failureReason: reasonSchema,
    line: z.int().nullable(),
    column: z.int().nullable(),
    documents: z
      .array(
        z.object({
          orderId: z.string().nullable(),
          orderNumber: orderNumberSchema,
          documentNumber: z.string().nullable(),
          documentDate: z.string().nullable(),
          total: z.string().nullable(),
          currency: z.string().nullable(),
          posted: z.boolean(),
          deleted: z.boolean(),
          canceled: z.boolean(),
          outcome: documentOutcomeSchema.describe('What would become of it'),
          parts: z.array(z.string()).describe('What it would change'),
          lineChanges: z.array(lineChangeSchema),
        }),
      )
      .describe('The first of them'),
    catalogue: inspectedCatalogueSchema.nullable().describe('What a file of a catalogue holds'),
  })
  .meta({ id: 'InspectedFile' })
export type InspectedFile = z.infer<typeof inspectedFileSchema>
export const fileInspectionSchema = z
  .object({
    items: z.array(inspectedFileSchema),
    catalogue: z
      .object({
        added: z.int(),
        changed: z.int(),
        gone: z.int().describe('Not mentioned by a whole catalogue, if no further file of its exchange does'),
        goneItems: z
          .array(z.object({ itemId: z.string(), name: z.string() }))
          .describe('The first of these, by name'),
        brokenLinks: z.array(z.string()).describe('Ids of lines whose item would be lost'),
      })
      .nullable()
      .describe('What the files of a catalogue would change, all together; null if there is none'),
  })
  .meta({ id: 'FileInspection' })
export type FileInspection = z.infer<typeof fileInspectionSchema>
