import { z } from 'zod'
import { EXCHANGE_ORDER_OUTCOMES, HOLD_KINDS } from '../../enumerations.js'
import type { Order } from '../../order.js'
import { ofIntegration, timestampSchema } from '../common.js'

import { taskSchema } from './findings.js'
import { findingSchema } from './orders.js'

const fieldChangeSchema = z.object({
  path: z.string().describe('JSON pointer into the order'),
  item: z.string().optional().describe('The line or payment that it is in: its name, else its id'),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
})
export type FieldChange = z.infer<typeof fieldChangeSchema>

const onIntegration = {
  at: timestampSchema,
  revision: z.int(),
  ...ofIntegration,
  batchId: z.int(),
  exchangeId: z.int().nullable(),
}
const ofHold = { at: timestampSchema, revision: z.int(), ...ofIntegration, heldKind: z.enum(HOLD_KINDS) }
export const timelineEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), at: timestampSchema, revision: z.int() }),
  z.object({
    kind: z.literal('changed'),
    at: timestampSchema,
    revision: z.int(),
    since: z
      .int()
      .optional()
      .describe('The revision it is compared with, if those between are no longer stored'),
    changes: z.array(fieldChangeSchema),
  }),
  z
    .object({
      kind: z.literal('sent-before'),
      at: timestampSchema,
      which: z.enum(['first', 'last']),
      ...ofIntegration,
    })
    .describe('Sent in answers that were never confirmed; only the first and the last time are stored'),
  z.object({ kind: z.literal('offered'), ...onIntegration, outcome: z.enum(EXCHANGE_ORDER_OUTCOMES) }),
  z.object({ kind: z.literal('confirmed'), ...onIntegration }),
  z.object({
    kind: z.literal('held'),
    ...ofHold,
    reason: z.string().describe('Russian'),
    code: z.string().nullable().describe('The same: person, refused, or the code of a finding'),
    params: z.record(z.string(), z.unknown()).nullable().describe('What it is about'),
    by: z.string().nullable().describe('Name of the person or token; null: Obmen itself'),
  }),
  z.object({
    kind: z.literal('released'),
    ...ofHold,
    cause: z
      .enum(['person', 'revision', 'confirmed'])
      .describe('revision: a new one; confirmed: its 1C took it after all'),
    by: z.string().nullable(),
  }),
  z
    .object({
      kind: z.literal('accounting'),
      at: timestampSchema,
      ...ofIntegration,
      changed: z.array(z.string()).describe('Parts of what 1C says: posted, paid, lines, …'),
      documentNumber: z.string().nullable(),
      uploadId: z.int().nullable().describe('The file that told it; null: 1C was read'),
    })
    .describe('1C said something new of the order'),
  z
    .object({ kind: z.literal('taken-over'), at: timestampSchema, revision: z.int(), ...ofIntegration })
    .describe('This revision was taken over from that 1C, which is not owed it (Obmen-Origin)'),
  z
    .object({
      kind: z.literal('task'),
      at: timestampSchema,
      ...ofIntegration,
      change: z.enum(['made', 'done', 'reopened', 'settled']).describe('settled: by itself'),
      by: z.string().nullable().describe('Name of the person or token; null: Obmen itself'),
      ...taskSchema.pick({
        code: true,
        params: true,
        message: true,
        orderId: true,
        number: true,
        numberIn1c: true,
      }).shape,
    })
    .describe('What became of a task, a thing to do by hand in that 1C'),
])
export type TimelineEvent = z.infer<typeof timelineEventSchema>
export const timelineSchema = z.object({ items: z.array(timelineEventSchema) })

/** The XML of one order: as sent in a batch (kept: the journal still has the bytes) or as it would go now. */
export const orderXmlSchema = z.object({
  xml: z.string(),
  revision: z.int(),
  exact: z.boolean().describe('True: exactly the bytes sent; false: rewritten from that revision'),
})
export type OrderXml = z.infer<typeof orderXmlSchema>

/** What the 1C of an integration will do with the order. */
export const preflightSchema = z.object({ items: z.array(findingSchema) })
export type OrderPreflight = z.infer<typeof preflightSchema>

/** The order as it was at a revision. */
export const revisionSchema = z.object({
  revision: z.int(),
  at: timestampSchema,
  order: z.custom<Order>().meta({ type: 'object' }),
})
export type OrderRevision = z.infer<typeof revisionSchema>
