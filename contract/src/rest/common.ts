import { z } from 'zod'

export const uuidSchema = z.uuid().describe('An id assigned by Obmen')
export const timestampSchema = z.string().meta({ format: 'date-time', description: 'ISO 8601 with offset' })
export const moneySchema = z.string().describe('A decimal string with two decimals: "1500.00"')

/** Orders counted up to MOST_COUNTED. */
export const countedSchema = z.int().describe('10,001: more than 10,000')

/** Most words of a closed list that a body may name in one field. */
export const MOST_NAMES = 100

const problemParamsSchema = z.record(z.string(), z.unknown()).describe('What the sentence is about, by name')

/** A sentence with its code and parameters; without a code if it was stored before codes existed. */
export const describedProblemSchema = z.object({
  message: z.string().describe('Russian'),
  code: z.string().optional().describe('What it says, of a closed list: docs/errors.md'),
  params: problemParamsSchema.optional(),
})

/** Code and parameters of the sentence stored beside it. */
export const reasonSchema = z
  .object({ code: z.string(), params: problemParamsSchema.optional() })
  .nullable()
  .describe('The same as a code: docs/errors.md. Null: stored before there were codes')

export const fieldProblemSchema = z
  .object({
    path: z.string().describe('JSON pointer into the request: "/lines/2/vat"'),
    message: z.string().describe('Russian'),
    code: z.string().optional().describe('What is wrong, of a closed list: docs/errors.md'),
    params: problemParamsSchema.optional(),
    line: z.int().optional().describe('In the JSON text of settings, from 1'),
    column: z.int().optional(),
  })
  .meta({ id: 'FieldProblem' })

/** RFC 9457 problem details, media type application/problem+json. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Closed list, see docs/errors.md'),
    detail: z.string().describe('What is wrong and what to do, in Russian'),
    reason: z.string().optional().describe('What `detail` says, of a closed list: docs/errors.md'),
    params: problemParamsSchema.optional(),
    instance: z.string().optional().describe('The request id, also in the log'),
    errors: z.array(fieldProblemSchema).optional(),
    proposedNumber: z.int().nullable().optional().describe('Of 409 restored: a number to go on from'),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problemSchema>

/** A page of a list: pass `next` back as `cursor`; null is the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

export interface Page<Item> {
  items: Item[]
  next: string | null
}

export const figureSchema = z.object({
  count: z.int(),
  exact: z.boolean().describe('False: there are more than `count`'),
  sums: z
    .array(z.object({ currency: z.string(), total: moneySchema }))
    .optional()
    .describe('Of orders and of tasks that name an amount; absent: there are too many to add up'),
})
/** Number of items on all pages; counted only on request. */
export const totalSchema = figureSchema.optional().describe('With `count=true`')
export type Total = NonNullable<z.infer<typeof totalSchema>>
export const countSchema = z.stringbool().default(false).describe('Also say how many there are: `total`')

export const limitSchema = z.coerce.number().int().min(1).max(500).default(50)
const cursorSchema = z.string().max(500).optional()
/** Parameters of every list. */
export const paging = { limit: limitSchema, cursor: cursorSchema }
export const pageQuerySchema = z.object(paging)

/** The 1C that something is about. */
export const ofIntegration = { integrationId: uuidSchema, integrationName: z.string() }
