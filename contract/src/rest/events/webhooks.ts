import { z } from 'zod'
import {
  ATTEMPT_FAILURES,
  ATTEMPT_STATES,
  EVENT_TYPES,
  WEBHOOK_STATE_REASONS,
  WEBHOOK_STATES,
} from '../../enumerations.js'
import { MOST_NAMES, pageOf, pageQuerySchema, paging, timestampSchema, uuidSchema } from '../common.js'

const eventTypesSchema = z.array(z.enum(EVENT_TYPES)).min(1).max(MOST_NAMES)
const typesSchema = z
  .union([eventTypesSchema, z.array(z.literal('*')).length(1)])
  .describe('["*"]: every type, those of later versions too')
const urlSchema = z.string().trim().min(1).max(4000)
const descriptionSchema = z.string().trim().max(500)

export const webhookInputSchema = z.strictObject({
  url: urlSchema,
  types: typesSchema,
  companyId: uuidSchema.nullish().describe('Only what concerns this company'),
  description: descriptionSchema.optional(),
})

export const webhookPatchSchema = z.strictObject({
  url: urlSchema.optional(),
  types: typesSchema.optional(),
  companyId: uuidSchema.nullish(),
  description: descriptionSchema.optional(),
  enabled: z
    .boolean()
    .optional()
    .describe('true takes it up again, whatever had stopped it; false stops it, and nothing is kept for it'),
})

export const webhookSchema = z
  .object({
    id: uuidSchema,
    url: z.string(),
    types: typesSchema,
    companyId: uuidSchema.nullable(),
    description: z.string(),
    state: z.enum(WEBHOOK_STATES),
    stateReason: z.enum(WEBHOOK_STATE_REASONS).nullable(),
    stateSince: timestampSchema,
    failures: z.int().describe('Tries that failed since one arrived'),
    failingSince: timestampSchema.nullable(),
    deliveredAt: timestampSchema.nullable().describe('When something last arrived'),
    oldSecretUntil: timestampSchema
      .nullable()
      .describe('Until when the secret before signs, too; those before it end earlier'),
    pending: z.int().describe('Attempts that are still to be made, counted up to 10000'),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Webhook' })
export type Webhook = z.infer<typeof webhookSchema>
export const webhookPageSchema = pageOf(webhookSchema)

export const webhookListQuerySchema = pageQuerySchema
export const webhookTestSchema = z.object({ eventId: uuidSchema })

/** `secret` is shown once. */
export const webhookWithSecretSchema = webhookSchema
  .extend({ secret: z.string().describe('whsec_…, shown this once') })
  .meta({ id: 'WebhookWithSecret' })
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>

export const attemptListQuerySchema = z.object({
  ...paging,
  state: z.enum(ATTEMPT_STATES).optional(),
})

export const attemptSchema = z
  .object({
    id: z.int(),
    eventId: uuidSchema.nullable().describe('Null once the event is forgotten'),
    type: z.enum(EVENT_TYPES),
    orderId: z.string().nullable(),
    integrationId: uuidSchema.nullable(),
    number: z.int().describe('Counts the tries of the event, from 1'),
    state: z.enum(ATTEMPT_STATES),
    dueAt: timestampSchema.describe('When it is to be made, unless an earlier event holds it back'),
    triedAt: timestampSchema.nullable(),
    durationMs: z.int().nullable(),
    status: z.int().nullable().describe('The HTTP status that was answered'),
    failure: z.enum(ATTEMPT_FAILURES).nullable(),
  })
  .meta({ id: 'WebhookAttempt' })
export type Attempt = z.infer<typeof attemptSchema>
export const attemptPageSchema = pageOf(attemptSchema)

const message = z.object({
  headers: z.record(z.string(), z.string()).nullable(),
  body: z.string().nullable(),
})
export const attemptDetailSchema = attemptSchema
  .extend({ request: message, answer: message.describe('The body up to 4000 characters') })
  .meta({ id: 'WebhookAttemptDetail' })
export type AttemptDetail = z.infer<typeof attemptDetailSchema>

export const retriedAttemptSchema = z.object({
  attemptId: z.int().describe('The attempt that is to be made now'),
})

export const replayInputSchema = z.strictObject({
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  types: eventTypesSchema.optional().describe('Of the webhook’s own types only these'),
})
export const replaySchema = z.object({ events: z.int().describe('How many are sent once more') })
