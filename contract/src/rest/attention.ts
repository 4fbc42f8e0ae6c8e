import { z } from 'zod'
import { HOLD_KINDS, INTEGRATION_STATES, WEBHOOK_STATE_REASONS, WEBHOOK_STATES } from '../enumerations.js'
import { countedSchema, ofIntegration, reasonSchema, timestampSchema, uuidSchema } from './common.js'
import { stateCauseSchema } from './integrations/integrations.js'

const heldGroupSchema = z
  .object({
    ...ofIntegration,
    companyName: z.string(),
    holdKind: z.enum(HOLD_KINDS),
    code: z.string().describe('Of the cause: person, refused, or that of a finding'),
    reason: z.string().describe('Of one of the orders, Russian'),
    orders: z.int(),
    since: timestampSchema.describe('Of the order that was held last'),
    retryAt: timestampSchema
      .nullable()
      .describe('From when Obmen gives the next of them once more by itself; null: it does not'),
    orderId: z.string().describe('Of that order'),
    orderNumber: z.string(),
  })
  .meta({ id: 'HeldGroup' })
export type HeldGroup = z.infer<typeof heldGroupSchema>

export const heldGroupsSchema = z.object({ items: z.array(heldGroupSchema) })
export type HeldGroups = z.infer<typeof heldGroupsSchema>

/** What needs a person's attention now; an item disappears once it no longer does. */
export const attentionItemSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('integration'),
    ...ofIntegration,
    companyName: z.string(),
    state: z.enum(INTEGRATION_STATES).describe('exchanging: it calls, but orders wait for over an hour'),
    stateCause: stateCauseSchema,
    since: timestampSchema,
    orders: countedSchema.describe('That wait for it; 10,001: more than 10,000'),
    owedSince: timestampSchema.nullable().describe('Since when the first of them has been waiting'),
  }),
  heldGroupSchema
    .omit({ integrationId: true, integrationName: true, companyName: true, retryAt: true })
    .extend({
      kind: z.literal('held'),
      orders: z.int().describe('Held for this cause, each once, from however many 1C bases'),
      integrations: z.array(z.object(ofIntegration)),
    }),
  z.object({ kind: z.literal('tasks'), open: z.int(), since: timestampSchema }),
  z.object({
    kind: z.literal('webhook'),
    webhookId: uuidSchema,
    url: z.string(),
    state: z.enum(WEBHOOK_STATES),
    reason: z.enum(WEBHOOK_STATE_REASONS).nullable(),
    since: timestampSchema,
  }),
  z.object({
    kind: z.literal('upload'),
    ...ofIntegration,
    exchangeId: z.int(),
    name: z.string(),
    failure: z.string().describe('Why it could not be read, Russian'),
    failureReason: reasonSchema,
    since: timestampSchema,
  }),
  z.object({
    kind: z.literal('reading'),
    ...ofIntegration,
    failure: z.string().nullable().describe('Why 1C can’t be read, Russian; null: it was not for long'),
    readAt: timestampSchema.nullable().describe('When it was read last; null: never'),
    since: timestampSchema,
  }),
])
export type AttentionItem = z.infer<typeof attentionItemSchema>

export const attentionSchema = z
  .object({
    items: z
      .array(attentionItemSchema)
      .describe(
        'Worst first: 1C gets nothing, refused an order, is late; what is held by findings; files; ' +
          'readings; tasks; webhooks',
      ),
    more: z.boolean().describe('There is more of some kind than is listed'),
    tasks: z.int().nullable().describe('Open tasks (orders:read)'),
    heldByPeople: countedSchema.nullable().describe('Of these, held by nobody but people'),
    held: countedSchema.nullable().describe('Orders held back from some 1C; 10,001: more (orders:read)'),
  })
  .meta({ id: 'Attention' })
export type Attention = z.infer<typeof attentionSchema>
