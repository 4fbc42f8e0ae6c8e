import { z } from 'zod'
import { BULK_ACTION_KINDS, BULK_ACTION_STATES, HOLD_REASON_LENGTH } from '../enumerations.js'
import { ofIntegration, pageOf, paging, timestampSchema, uuidSchema } from './common.js'
import { orderListQuerySchema } from './orders/orders.js'

const filterSchema = orderListQuerySchema
  .pick({
    companyId: true,
    status: true,
    gateway: true,
    state: true,
    cause: true,
    from: true,
    to: true,
    q: true,
  })
  .strict()

export const bulkActionInputSchema = z.strictObject({
  action: z.enum(BULK_ACTION_KINDS),
  integrationId: uuidSchema.describe('The 1C that it is about; only orders of its company are taken'),
  reason: z
    .string()
    .trim()
    .max(HOLD_REASON_LENGTH)
    .optional()
    .describe('Of hold, for the people who see the orders'),
  orderIds: z.array(z.string().min(1).max(200)).min(1).max(1000).optional().describe('These orders'),
  filter: filterSchema.optional().describe('Or all that match, as GET /orders lists them'),
})
export type BulkActionInput = z.input<typeof bulkActionInputSchema>

export const bulkActionSchema = z
  .object({
    id: z.int(),
    action: z.enum(BULK_ACTION_KINDS),
    ...ofIntegration,
    reason: z.string().nullable(),
    state: z.enum(BULK_ACTION_STATES),
    total: z.int().nullable().describe('Null while the orders are being collected'),
    done: z.int().describe('Orders that it changed something for'),
    skipped: z.int().describe('Orders that were so already, or that this 1C has no part in'),
    by: z.string().nullable(),
    undoOf: z.int().nullable(),
    undoable: z.boolean().describe('POST …/undo releases what it held'),
    pending: z.boolean().describe('An order of it still waits for 1C, or is held, because of it'),
    createdAt: timestampSchema,
    finishedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'BulkAction' })
export type BulkAction = z.infer<typeof bulkActionSchema>
export const bulkActionPageSchema = pageOf(bulkActionSchema)
export const bulkActionListQuerySchema = z.object({
  state: z.enum(BULK_ACTION_STATES).optional(),
  ...paging,
})
