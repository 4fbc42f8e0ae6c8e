import { z } from 'zod'
import { fieldProblemSchema, pageOf, paging, timestampSchema, uuidSchema } from './common.js'

export const apiRequestSchema = z
  .object({
    id: z.int(),
    at: timestampSchema,
    durationMs: z.int(),
    requestId: z.string().describe('Of the answer (instance, X-Request-Id) and of the log'),
    token: z.object({ id: uuidSchema, name: z.string() }).nullable().describe('Of a program'),
    person: z.object({ id: uuidSchema, email: z.string(), name: z.string() }).nullable(),
    method: z.string(),
    path: z.string(),
    line: z.int().nullable().describe('Of a refused line of a batch, from 1'),
    lineCount: z.int().nullable().describe('Of a batch'),
    refusedCount: z.int().nullable().describe('Of a batch'),
    orderId: z.string().nullable(),
    status: z.int(),
    refused: z.boolean(),
    code: z.string().nullable(),
    detail: z.string().nullable().describe('Why, Russian'),
    reason: z.string().nullable().describe('What `detail` says, as in the answer'),
    params: z.record(z.string(), z.unknown()).nullable(),
    errors: z.array(fieldProblemSchema).nullable().describe('The fields that were wrong, the first 50'),
    bodySize: z.int().nullable().describe('Bytes that were sent'),
  })
  .meta({ id: 'ApiRequest' })
export type ApiRequest = z.infer<typeof apiRequestSchema>

export const apiRequestDetailSchema = apiRequestSchema
  .extend({
    body: z.string().nullable().describe('Of a refused request, secrets masked, up to 64 KB'),
  })
  .meta({ id: 'ApiRequestDetail' })
export type ApiRequestDetail = z.infer<typeof apiRequestDetailSchema>

/** Which part of the log. */
const ofLog = {
  tokenId: uuidSchema.optional(),
  from: z.string().max(40).optional().describe('A date of the location or a timestamp, inclusive'),
  to: z.string().max(40).optional().describe('A date of the location (inclusive) or a timestamp (exclusive)'),
}

export const apiRequestListQuerySchema = z.object({
  status: z.enum(['refused', 'accepted']).optional(),
  orderId: z
    .string()
    .max(200)
    .optional()
    .describe('The whole id of an order; accepted lines of batches are not recorded one by one'),
  cause: z.string().max(600).optional().describe('Refused for this, as in /requests/causes'),
  ...ofLog,
  ...paging,
})
export const apiRequestPageSchema = pageOf(apiRequestSchema)

export const refusalCausesQuerySchema = z.object(ofLog)
export const refusalCauseSchema = z
  .object({
    cause: z.string().describe('Code of the first problem, and its place; for `cause` of /requests'),
    place: z.string().nullable().describe('Path of the field, with * for numbers: /lines/*/total'),
    count: z.int(),
    lastAt: timestampSchema,
    code: z.string().nullable().describe('Of the last such refusal, as the following'),
    detail: z.string().describe('The first problem, Russian'),
    reason: z.string().nullable(),
    params: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'RefusalCause' })
export type RefusalCause = z.infer<typeof refusalCauseSchema>
export const refusalCausesSchema = z.object({ items: z.array(refusalCauseSchema) })

export const requestDaysQuerySchema = z.object({ tokenId: ofLog.tokenId })
export const requestDaysSchema = z.object({
  items: z.array(
    z.object({
      date: z.string().describe('A day of the location, oldest first, up to 30, as far as the log goes back'),
      accepted: z.int().describe('Requests; of batches, lines'),
      refused: z.int(),
    }),
  ),
})
export type RequestDays = z.infer<typeof requestDaysSchema>
