import { z } from 'zod'
import {
  EXPORT_STATES,
  HOLD_KINDS,
  HOLD_REASON_LENGTH,
  ORDER_STATES,
  ORDER_WARNING_CODES,
  RECONCILIATION_STATES,
} from '../../enumerations.js'
import { FINDING_CODES, SEVERITIES } from '../../findings.js'
import type { Order } from '../../order.js'
import {
  countSchema,
  moneySchema,
  ofIntegration,
  pageOf,
  paging,
  problemSchema,
  timestampSchema,
  totalSchema,
  uuidSchema,
} from '../common.js'
import { accountingSummarySchema } from './accounting.js'

const severitySchema = z
  .enum(SEVERITIES)
  .describe(
    'blocks: 1C would refuse the package or make a wrong document; loses: something does not arrive; note',
  )
export const paramsSchema = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .describe('What the sentence is made of')
export const findingSchema = z
  .object({
    code: z.enum(FINDING_CODES).describe('docs/preflight.md lists them'),
    severity: severitySchema,
    path: z.string().describe('JSON pointer into the order'),
    params: paramsSchema,
    done: z.boolean().describe('The 1C has the order as it is now: it is told as done'),
    message: z.string().describe('What happens in that 1C, why, and what to do, Russian'),
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof findingSchema>

export const orderWarningSchema = z
  .object({
    code: z.enum(ORDER_WARNING_CODES),
    path: z.string().describe('JSON pointer into the order, /lines/0/id'),
    message: z.string().describe('What will happen in 1C and what to do, in the language of Accept-Language'),
    severity: severitySchema.optional(),
    integrationId: uuidSchema.optional().describe('Of what holds for one 1C alone'),
    params: paramsSchema.optional(),
  })
  .meta({ id: 'OrderWarning' })

const lineNumber = z.int().describe('Of the request, from 1')
const numberIn1cSchema = z
  .string()
  .describe(
    "Counted per company; 1C gets it unless its integration says 'platform': `exports` tell the number " +
      'in each',
  )

export const savedOrderSchema = z
  .object({
    id: z.string(),
    numberIn1c: numberIn1cSchema,
    revision: z.int(),
    changed: z.boolean(),
    owedTo: z.array(uuidSchema),
    warnings: z
      .array(orderWarningSchema)
      .describe('What the sender should look at although the order was accepted; more codes may be added'),
    customer: z
      .object({ lastName: z.string(), firstName: z.string(), middleName: z.string().optional() })
      .optional()
      .describe("A person's name that came in one string, as it was split"),
  })
  .meta({ id: 'SavedOrder' })
export type SavedOrder = z.infer<typeof savedOrderSchema>

/** One line of the answer to a batch. */
export const batchLineSchema = z
  .union([
    savedOrderSchema
      .extend({ line: lineNumber, status: z.int().describe('200 or 201, as of a PUT') })
      .meta({ id: 'BatchLineSaved' }),
    problemSchema
      .omit({ type: true, title: true, instance: true })
      .extend({ line: lineNumber, id: z.string().optional().describe('Absent if the line says none') })
      .meta({ id: 'BatchLineRefused' }),
  ])
  .meta({ id: 'BatchLine' })

const mismatchSchema = z
  .discriminatedUnion('code', [
    z.object({ code: z.enum(['no-rules', 'canceled-first', 'recalculating', 'other-company']) }),
    z.object({ code: z.literal('too-early'), from: z.string().describe('A day') }),
    z.object({
      code: z.literal('rules'),
      misses: z
        .array(
          z.object({
            rule: z.int().describe('From 0'),
            status: z.object({ expected: z.string(), is: z.string() }).optional(),
            gateway: z
              .object({
                expected: z.string(),
                has: z.array(z.string()).describe('The first gateways of the order, ten at most'),
                more: z.int().optional().describe('How many others it has'),
              })
              .optional(),
          }),
        )
        .describe('The first rules, ten at most'),
      more: z.int().optional().describe('How many other rules there are, none of which is met'),
    }),
  ])
  .nullable()
  .describe('Of an order that does not match: what `reason` is made of')
const heldParamsSchema = z
  .record(z.string(), z.unknown())
  .nullable()
  .describe('What the reason is about, by name')
const heldCodeSchema = z.string().nullable().describe('The code of the finding that it is held for')

export const orderExportSchema = z
  .object({
    ...ofIntegration,
    state: z.enum(EXPORT_STATES),
    pendingRevision: z.int(),
    confirmedRevision: z.int(),
    numberIn1c: z.string().nullable().describe('The number in this 1C'),
    owedSince: timestampSchema.nullable(),
    offeredAt: timestampSchema.nullable(),
    confirmedAt: timestampSchema.nullable(),
    loaded: z
      .boolean()
      .nullable()
      .describe(
        'Whether 1C has loaded what it was sent and did not confirm; null: it was confirmed, or 1C was not read since',
      ),
    reconciliation: z
      .enum(RECONCILIATION_STATES)
      .nullable()
      .describe('How it compares with what this 1C has, by its readings; null: not read yet'),
    reason: z.string().nullable().describe('Why the order is not exported, Russian'),
    mismatch: mismatchSchema,
    heldCode: heldCodeSchema,
    heldParams: heldParamsSchema,
    heldKind: z
      .enum(HOLD_KINDS)
      .nullable()
      .describe('person; finding: of preflight; quarantine: its 1C refused it'),
    heldSince: timestampSchema.nullable(),
    heldReason: z.string().nullable().describe('Russian'),
    heldBy: z.string().nullable().describe('Name of the person or token; null: Obmen itself'),
    retryAt: timestampSchema.nullable().describe('From when on Obmen tries one again that its 1C refused'),
  })
  .meta({ id: 'OrderExport' })
export type OrderExport = z.infer<typeof orderExportSchema>
export const orderExportsSchema = z.object({ items: z.array(orderExportSchema) })

export const orderListItemSchema = z
  .object({
    id: z.string(),
    number: z.string().nullable().describe("The platform's own"),
    numberIn1c: numberIn1cSchema,
    companyId: uuidSchema,
    companyName: z.string(),
    placedAt: timestampSchema,
    status: z.string(),
    canceled: z.boolean(),
    currency: z.string(),
    total: moneySchema,
    customerName: z.string(),
    gateways: z.array(z.string()),
    revision: z.int(),
    createdAt: timestampSchema,
    updatedAt: timestampSchema.describe('When its content last changed'),
    exports: z.array(
      z.object({
        ...ofIntegration,
        state: z.enum(EXPORT_STATES),
        numberIn1c: z.string().describe('The number in this 1C'),
        at: timestampSchema.nullable().describe('Since when it has been in this state'),
        reason: z.string().nullable(),
        mismatch: mismatchSchema,
        heldKind: z.enum(HOLD_KINDS).nullable(),
        heldCode: heldCodeSchema,
        heldParams: heldParamsSchema,
      }),
    ),
  })
  .meta({ id: 'OrderListItem' })
export type OrderListItem = z.infer<typeof orderListItemSchema>
/** By `fields` an answer may leave out any but the id. */
const chosenFieldsSchema = orderListItemSchema.partial().required({ id: true }).meta({ id: 'ListedOrder' })
export const orderPageSchema = pageOf(chosenFieldsSchema).extend({ total: totalSchema })

export const orderListQuerySchema = z.object({
  companyId: uuidSchema.optional(),
  integrationId: uuidSchema.optional(),
  status: z.string().max(200).optional(),
  gateway: z.string().max(200).optional(),
  state: z.enum(ORDER_STATES).optional(),
  cause: z.string().max(100).optional().describe('With state=held: the code of GET /held-orders'),
  from: z
    .string()
    .max(40)
    .optional()
    .describe('A date of the location or a timestamp, inclusive; years 1900 to 2999'),
  to: z.string().max(40).optional().describe('A date of the location (inclusive) or a timestamp (exclusive)'),
  q: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Beginning of id, number or a number in it, payment id, customer word, ИНН, e-mail or ' +
        'phone; number in 1C or of its document, whole; exact numbers come first',
    ),
  changedSince: z.iso
    .datetime({ offset: true })
    .optional()
    .describe(
      'Those put or changed then or later. One that commits late may be older: ask from a minute before',
    ),
  sort: z.enum(['placedAt', '-placedAt', 'updatedAt']).default('-placedAt'),
  fields: z
    .string()
    .max(500)
    .optional()
    .describe('Only these fields of each item and its id, separated by commas: number,updatedAt'),
  count: countSchema,
  ...paging,
  cursor: paging.cursor.describe('`next` of a page with the same `sort`: of another one it is refused (422)'),
})

/** What Obmen adds to an order that is read. */
export const orderStateSchema = z.object({
  numberIn1c: numberIn1cSchema,
  revision: z.int(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema.describe('When its content last changed'),
  owedTo: z.array(uuidSchema).describe('The integrations that are owed it now'),
  accounting: z
    .array(accountingSummarySchema)
    .describe('What each 1C says of it; complete in GET /orders/{id}/accounting'),
})

/** GET /orders/{id}: the stored order, as a put takes it, with what Obmen adds to it. */
export type StoredOrder = Order & z.infer<typeof orderStateSchema>

export const holdInputSchema = z.strictObject({
  integrationId: uuidSchema,
  reason: z.string().trim().min(1).max(HOLD_REASON_LENGTH).describe('For the people who see the order'),
})
export const releaseInputSchema = z.strictObject({ integrationId: uuidSchema })

export const resendInputSchema = z.strictObject({ integrationId: uuidSchema })
