import { z } from 'zod'
import { TASK_CODES, TASK_STATES } from '../../enumerations.js'
import { FINDING_CODES, SEVERITIES } from '../../findings.js'
import {
  countSchema,
  ofIntegration,
  pageOf,
  paging,
  timestampSchema,
  totalSchema,
  uuidSchema,
} from '../common.js'
import { findingSchema, orderListQuerySchema, paramsSchema } from './orders.js'

export const findingListQuerySchema = z.object({
  severity: z.enum(SEVERITIES).optional(),
  code: z.enum(FINDING_CODES).optional(),
  ...paging,
})

export const listedFindingSchema = findingSchema
  .extend({
    orderId: z.string(),
    number: z.string().nullable().describe("The platform's own"),
    numberIn1c: z.string().describe('Of the order in this 1C'),
    since: timestampSchema.describe('Since when it is so'),
  })
  .meta({ id: 'ListedFinding' })
export type ListedFinding = z.infer<typeof listedFindingSchema>

export const findingPageSchema = pageOf(listedFindingSchema).extend({
  counts: z
    .array(z.object({ code: z.enum(FINDING_CODES), severity: z.enum(SEVERITIES), orders: z.int() }))
    .nullable()
    .describe('Of how many orders each code was found, whatever the filter; with the first page only'),
})
export type FindingPage = z.infer<typeof findingPageSchema>

export const taskListQuerySchema = z.object({
  state: z.enum(TASK_STATES).default('open'),
  companyId: uuidSchema.optional(),
  integrationId: uuidSchema.optional(),
  orderId: z.string().optional(),
  from: orderListQuerySchema.shape.from.describe('When it appeared, or was done; as of orders'),
  to: orderListQuerySchema.shape.to,
  count: countSchema,
  ...paging,
})

export const taskSchema = z
  .object({
    id: z.int(),
    state: z.enum(TASK_STATES),
    code: z.enum(TASK_CODES),
    params: paramsSchema,
    message: z.string().describe('What to do in 1C, Russian'),
    companyId: uuidSchema,
    companyName: z.string(),
    ...ofIntegration,
    orderId: z.string(),
    number: z.string().nullable().describe("The platform's own"),
    numberIn1c: z.string().describe('Of the order in that 1C'),
    createdAt: timestampSchema,
    doneAt: timestampSchema.nullable(),
    doneBy: z.string().nullable().describe('Null of a done one: it settled itself'),
    settledBy: z
      .object({ kind: z.string(), number: z.string().nullable(), date: z.string().nullable() })
      .nullable()
      .describe('The document in 1C by which it settled itself'),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof taskSchema>

export const taskPageSchema = pageOf(taskSchema).extend({
  total: totalSchema,
  open: z.int().describe('How many are open in the location, whatever the filter'),
})
export type TaskPage = z.infer<typeof taskPageSchema>
