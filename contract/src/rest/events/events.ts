import { z } from 'zod'
import { EVENT_TYPES } from '../../enumerations.js'
import { timestampSchema, uuidSchema } from '../common.js'

export const eventTypeSchema = z.enum(EVENT_TYPES)

export const eventListQuerySchema = z.object({
  after: z.string().max(64).optional().describe('next of an earlier answer, or the id of an event'),
  types: z
    .string()
    .max(500)
    .transform(text => text.split(',').map(type => type.trim()))
    .pipe(z.array(eventTypeSchema))
    .optional()
    .describe('Only these, separated by commas'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

export const eventSchema = z
  .object({
    id: uuidSchema,
    type: eventTypeSchema,
    createdAt: timestampSchema,
    integrationId: uuidSchema.nullable(),
    orderId: z.string().nullable(),
    data: z.record(z.string(), z.unknown()).describe('By type, see docs/events.md'),
  })
  .meta({ id: 'Event' })
export type Event = z.infer<typeof eventSchema>

export const eventPageSchema = z.object({
  items: z.array(eventSchema),
  next: z
    .string()
    .describe('Pass it as `after` to continue: always present, even when nothing new has happened'),
})
