import { z } from 'zod'
import { ACCOUNTING_SOURCES } from '../../enumerations.js'
import { moneySchema, ofIntegration, pageOf, pageQuerySchema, timestampSchema } from '../common.js'

const text = z.string().nullable()
const amount = moneySchema.nullable()
const settledSchema = z.object({ number: text, date: text }).nullable()
const figuresSchema = z.object({ quantity: text, price: text, amount: text }).nullable()

export const lineChangeSchema = z
  .object({
    kind: z.enum(['changed', 'added', 'removed']),
    lineId: text.describe("The platform's id of the line; null of one that 1C added, and of the delivery"),
    name: z.string(),
    before: figuresSchema,
    after: figuresSchema,
  })
  .meta({ id: 'LineChange' })
export type LineChange = z.infer<typeof lineChangeSchema>

/** What one 1C reports about an order. */
export const accountingItemSchema = z
  .object({
    ...ofIntegration,
    state: z
      .enum(['current', 'conflict', 'former'])
      .describe(
        'conflict: the platform changed the order meanwhile, which is ' +
          'still owed; former: integration removed',
      ),
    documentId: text.describe('GUID of the document in 1C'),
    documentNumber: text,
    documentDate: text.describe('By the clock of 1C, without offset'),
    posted: z.boolean(),
    deleted: z.boolean(),
    canceled: z.boolean(),
    status: text,
    statusId: text,
    total: amount,
    paid: settledSchema,
    shipped: settledSchema,
    payments: z.array(z.object({ number: text, date: text, amount, method: text })),
    shipments: z.array(
      z.object({
        number: text,
        date: text,
        lines: z.array(z.object({ id: text, name: z.string(), quantity: text, price: text, amount: text })),
      }),
    ),
    delivery: z
      .object({
        trackNumber: text,
        method: text,
        address: text,
        recipient: text,
        phone: text,
        email: text,
        pickupPoint: text,
        amount,
        comment: text,
      })
      .nullable(),
    comment: text,
    customer: z.object({ id: text, name: z.string(), inn: text, kpp: text }).nullable(),
    linesDiffer: z.boolean(),
    lineChanges: z.array(lineChangeSchema),
    requisites: z.record(z.string(), z.string()),
    withdrawn: z
      .array(
        z.object({
          what: z.enum(['posted', 'canceled', 'deleted', 'paid', 'shipped', 'status', 'payments']),
          before: z.unknown(),
          toldAt: timestampSchema,
          withdrawnAt: timestampSchema,
        }),
      )
      .describe('What 1C said once and does not say any more'),
    basisRevision: z.int().nullable().describe('The revision that the lines are compared with'),
    owedRevision: z.int().nullable().describe('The newer revision that this 1C is owed'),
    receivedAt: timestampSchema,
    uploadId: z.int().nullable().describe('The file that told it last; null: no file did, 1C was read'),
    source: z.enum(ACCOUNTING_SOURCES).describe('What told it last: a file of 1C, or reading it'),
    sources: z
      .record(z.string(), z.enum(ACCOUNTING_SOURCES))
      .describe('Of fields that `source` did not tell last, by name'),
    seenAt: timestampSchema.describe('When that was last so'),
    money: z
      .object({ paid: moneySchema, refunded: moneySchema })
      .nullable()
      .describe('By the movements of its books, whatever its status; null: not read'),
    documents: z
      .array(
        z.object({
          type: z.enum(['payment', 'refund', 'shipment']),
          kind: z.string().describe('Of the document in 1C: ОплатаПлатежнойКартой'),
          number: text,
          date: text,
          total: amount,
          posted: z.boolean(),
        }),
      )
      .describe('Read from 1C'),
  })
  .meta({ id: 'AccountingItem' })
export type AccountingItem = z.infer<typeof accountingItemSchema>
export const accountingSchema = z.object({ items: z.array(accountingItemSchema) })

/** As part of GET /orders/{id}. */
export const accountingSummarySchema = accountingItemSchema
  .omit({ lineChanges: true, requisites: true })
  .meta({ id: 'AccountingSummary' })
export type AccountingSummary = z.infer<typeof accountingSummarySchema>

/** What came last of a 1C: documents that it sent; of one that sends none, orders that it confirmed. */
export const latestDocumentsSchema = z.object({
  reported: z.boolean().describe('False: it has sent none, these are the last orders that it confirmed'),
  items: z
    .array(
      z.object({
        orderId: z.string(),
        numberIn1c: z.string().describe('Of the order in this 1C'),
        documentNumber: text,
        documentDate: text.describe('By the clock of 1C, without offset'),
        total: moneySchema,
        currency: z.string(),
        at: timestampSchema,
      }),
    )
    .describe('The newest first, five at most'),
})
export type LatestDocuments = z.infer<typeof latestDocumentsSchema>

export const unknownDocumentSchema = z
  .object({
    id: z.int(),
    numberIn1c: text.describe('The number under which 1C believes to know an order'),
    documentId: text,
    documentNumber: text,
    documentDate: text,
    total: amount,
    customer: text,
    reasonCode: z.enum(['no-number', 'unknown-number', 'not-sent', 'other-order', 'before-order']),
    reason: z.string().describe('Russian, with what to do'),
    firstSeenAt: timestampSchema,
    lastSeenAt: timestampSchema,
    uploadId: z.int(),
  })
  .meta({ id: 'UnknownDocument' })
export type UnknownDocument = z.infer<typeof unknownDocumentSchema>
export const unknownDocumentQuerySchema = pageQuerySchema
export const unknownDocumentPageSchema = pageOf(unknownDocumentSchema)
