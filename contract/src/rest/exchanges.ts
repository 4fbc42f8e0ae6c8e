import { z } from 'zod'
import { EXCHANGE_ORDER_OUTCOMES, EXCHANGE_OUTCOMES, STEP_OUTCOMES } from '../enumerations.js'
import {
  countSchema,
  describedProblemSchema,
  moneySchema,
  pageOf,
  pageQuerySchema,
  paging,
  timestampSchema,
  totalSchema,
  uuidSchema,
} from './common.js'
import { findingSchema } from './orders/orders.js'

const stepSchema = z.object({
  type: z.string().nullable(),
  mode: z.string().nullable(),
  outcome: z.enum(STEP_OUTCOMES),
})

export const exchangeSchema = z
  .object({
    id: z.int(),
    integrationId: uuidSchema.nullable().describe('Null when the integration has been removed'),
    integrationName: z.string().nullable().describe('Known for a removed one, too'),
    startedAt: timestampSchema,
    lastCallAt: timestampSchema,
    durationMs: z.int(),
    client: z.string().describe('User-Agent'),
    address: z.string(),
    steps: z.array(stepSchema),
    ordersOffered: z.int(),
    ordersConfirmed: z.int(),
    outcome: z.enum(EXCHANGE_OUTCOMES),
    summary: z.string().describe('How it ended and what it means, Russian'),
    ending: z
      .object({
        failure: z.string().nullable().describe('What 1C was told last, Russian'),
        queried: z.boolean().describe('It asked for orders'),
        uploaded: z.boolean().describe('It sent files: orders or its catalogue'),
        confirmsFailures: z.boolean().describe('Its 1C confirms although an order failed to load'),
      })
      .describe('With outcome and counts, what `summary` is made of'),
    note: z
      .string()
      .nullable()
      .describe('Why it was given what it was given, where that is not all that was owed; Russian'),
    notes: z.array(describedProblemSchema).describe('The sentences of `note`, each with its code'),
    run: z
      .object({
        count: z.int().describe('This one and those before it'),
        since: timestampSchema.describe('When the first of them began'),
        cursor: z.string().describe('Lists them one by one: without `collapse`, with `limit` = `count`'),
      })
      .optional()
      .describe('With `collapse=true`: the exchange is the latest of several in a row that carried nothing'),
  })
  .meta({ id: 'Exchange' })
export type Exchange = z.infer<typeof exchangeSchema>

export const exchangeEntrySchema = z
  .object({
    id: z.int(),
    at: timestampSchema,
    durationMs: z.int(),
    method: z.string(),
    url: z.string().describe('Secrets masked'),
    type: z.string().nullable(),
    mode: z.string().nullable(),
    login: z.string().nullable().describe('Null for an accountant'),
    status: z.int().nullable(),
    outcome: z.enum(STEP_OUTCOMES),
    orderCount: z.int().nullable(),
    batchId: z.int().nullable(),
    repeats: z.int().describe('Later similar refused calls, which are only counted'),
    requestHeaders: z.record(z.string(), z.string()),
    responseHeaders: z.record(z.string(), z.string()).nullable(),
    requestSize: z.int(),
    requestKept: z.int(),
    responseSize: z.int(),
    responseKept: z.int().describe('Bytes of the answer that can still be read'),
    responseText: z.string().nullable().describe('A short answer, whole; longer ones by …/body'),
  })
  .meta({ id: 'ExchangeEntry' })
export type ExchangeEntry = z.infer<typeof exchangeEntrySchema>

export const exchangeDetailSchema = exchangeSchema
  .extend({ entries: z.array(exchangeEntrySchema) })
  .meta({ id: 'ExchangeDetail' })
export type ExchangeDetail = z.infer<typeof exchangeDetailSchema>

export const exchangeListQuerySchema = z.object({
  integrationId: uuidSchema.optional(),
  outcome: z.enum(EXCHANGE_OUTCOMES).optional(),
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  collapse: z
    .stringbool()
    .default(false)
    .describe('Exchanges in a row that carried nothing, checks of the connection among them, as one'),
  count: countSchema,
  ...paging,
})
export const exchangePageSchema = pageOf(exchangeSchema).extend({ total: totalSchema })

export const exchangeOrderSchema = z
  .object({
    id: z.string(),
    numberIn1c: z.string().describe('The number that this 1C got'),
    revision: z.int().describe('The one that was sent; customer and money are as they were in it'),
    customerName: z.string(),
    total: moneySchema,
    currency: z.string(),
    outcome: z.enum(EXCHANGE_ORDER_OUTCOMES),
    batchId: z.int(),
    findings: z.array(findingSchema).describe('What does not reach that 1C of the order as it is now'),
  })
  .meta({ id: 'ExchangeOrder' })
export type ExchangeOrder = z.infer<typeof exchangeOrderSchema>
export const exchangeOrdersQuerySchema = pageQuerySchema
export const exchangeOrderPageSchema = pageOf(exchangeOrderSchema)

export const bodyQuerySchema = z.object({
  side: z.enum(['request', 'response']).default('response'),
  offset: z.coerce.number().int().min(0).default(0).describe('First byte'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(104_857_600)
    .optional()
    .describe('At most this many bytes; absent: all'),
  download: z.stringbool().default(false),
})

/** One message of GET /live: a change in an exchange of this location, or in GET /attention. */
export const liveEventSchema = z
  .object({
    kind: z.enum(['session-opened', 'entry-finished', 'batch-confirmed', 'attention-changed']),
    integrationId: uuidSchema.nullable(),
    sessionId: z.int().nullable(),
  })
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.infer<typeof liveEventSchema>
