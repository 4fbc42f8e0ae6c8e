import { z } from 'zod'
import {
  READING_FAILURES,
  READING_PHASES,
  READING_STATES,
  READING_STEPS,
  RECONCILIATION_DIFFERENCES,
  RECONCILIATION_STATES,
} from '../../enumerations.js'
import { moneySchema, ofIntegration, pageOf, paging, timestampSchema, uuidSchema } from '../common.js'

const text = z.string().nullable()
const amount = moneySchema.nullable()

/** How often a 1C may be read, in minutes. */
const EVERY_MINUTES = { least: 1, most: 1440, usual: 15 }

const organizationSchema = z
  .string()
  .max(200)
  .nullable()
  .describe("GUID, ИНН or name in 1C; null: the only one, or the one that has the company's ИНН")

/** How a 1C is read over OData. */
export const readingInputSchema = z
  .strictObject({
    url: z
      .string()
      .min(1)
      .max(1000)
      .describe('Of the publication, `https://1c.example.ru/base`; `/odata/standard.odata` is added'),
    login: z.string().min(1).max(200),
    password: z.string().max(200).optional().describe('Absent: as it was; it never comes back'),
    everyMinutes: z
      .int()
      .min(EVERY_MINUTES.least)
      .max(EVERY_MINUTES.most)
      .default(EVERY_MINUTES.usual)
      .describe('From the end of a reading to the next one'),
    enabled: z.boolean().default(true),
    organization: organizationSchema.default(null),
  })
  .meta({ id: 'ReadingInput' })
export type ReadingInput = z.infer<typeof readingInputSchema>

/** The same to try out, whole or a part; with nothing, what is stored is checked. */
export const readingCheckInputSchema = readingInputSchema
  .extend({ organization: organizationSchema })
  .partial()

const objectSchema = z.object({
  name: z.string().describe('Of the object in 1C: `Регистр сведений «Статусы документов»`'),
  brings: z.string().describe('What is not known without it, Russian'),
})

export const readingCheckSchema = z
  .object({
    steps: z
      .array(
        z.object({
          code: z.enum(READING_STEPS),
          ok: z.boolean(),
          message: z.string().describe('What was found and what to do, Russian'),
          failure: z.enum(READING_FAILURES).nullable().describe('With which a reading would fail'),
          objects: z.array(objectSchema).describe('Not published, or not to be read by this user'),
        }),
      )
      .describe('In their order; after one that everything depends on and that failed, there are no more'),
    organizations: z
      .array(z.object({ id: uuidSchema, name: z.string(), inn: text }))
      .describe('Those in the base, to choose from'),
  })
  .meta({ id: 'ReadingCheck' })
export type ReadingCheck = z.infer<typeof readingCheckSchema>

export const readingSchema = z
  .object({
    url: text.describe('Null for accountants'),
    login: text.describe('Null for accountants'),
    passwordSet: z.boolean(),
    everyMinutes: z.int(),
    enabled: z.boolean(),
    organization: text.describe('GUID, ИНН or name, as chosen'),
    state: z
      .enum(READING_STATES)
      .describe('off: not enabled; waiting: for its time; running; failed: the last one'),
    running: z
      .object({
        startedAt: timestampSchema,
        documents: z.int().describe('Read so far'),
        percent: z.int().min(0).max(100),
        phase: z.enum(READING_PHASES),
        doing: z.string().describe('What it reads now, Russian'),
      })
      .nullable(),
    lastReading: z
      .object({
        startedAt: timestampSchema,
        finishedAt: timestampSchema,
        durationMs: z.int(),
        documents: z.int().describe('Read, of all orders and of others'),
        calls: z.int(),
        whole: z.boolean().describe('False: documents of the last 45 days alone'),
        partial: z.boolean().describe('Rights hide a part of the documents: nothing is called missing'),
        organizationName: text,
        unpublished: z.array(objectSchema),
        cutOff: z.array(objectSchema).describe('Longer than is read: of the rest, what was known stays'),
      })
      .nullable()
      .describe('The last complete one'),
    nextAt: timestampSchema.nullable(),
    failure: z
      .object({
        code: z.enum(READING_FAILURES),
        message: z.string().describe('Why, and what to do, Russian'),
        at: timestampSchema,
        count: z.int().describe('How many in turn'),
      })
      .nullable()
      .describe('Of the last one; null: it did not fail'),
    unconfirmed: z
      .object({
        orders: z.int().describe('Sent to the end and not confirmed'),
        loaded: z.int().describe('Of those: 1C has them all the same'),
      })
      .describe('What became of packages whose confirmation got lost'),
  })
  .meta({ id: 'Reading' })
export type Reading = z.infer<typeof readingSchema>

export const documentIn1cSchema = z
  .object({
    number: text,
    date: text.describe('By the clock of 1C, without offset'),
    total: amount,
    paid: amount.describe('By the movements of its books'),
    status: text.describe('As people see it in 1C; may disagree with what is paid'),
    posted: z.boolean(),
    deleted: z.boolean(),
  })
  .meta({ id: 'DocumentIn1c' })
export type DocumentIn1c = z.infer<typeof documentIn1cSchema>

export const differenceSchema = z.object({
  what: z.enum(RECONCILIATION_DIFFERENCES),
  platform: text,
  in1c: text,
})

export const reconciliationItemSchema = z
  .object({
    orderId: z.string(),
    number: text.describe("The platform's own"),
    numberIn1c: z.string(),
    placedAt: timestampSchema,
    customerName: z.string(),
    status: z.string(),
    total: moneySchema,
    paid: moneySchema.describe('Paid and not returned, of payments that this 1C was told'),
    currency: z.string(),
    state: z.enum(RECONCILIATION_STATES),
    differences: z.array(differenceSchema),
    documents: z.array(documentIn1cSchema).describe('What 1C has for it; two are doubled'),
    message: z.string().describe('What it means and what to do, Russian'),
    since: timestampSchema.describe('Since when it is so'),
    seenAt: timestampSchema.nullable().describe('When 1C was last read for it'),
  })
  .meta({ id: 'ReconciliationItem' })
export type ReconciliationItem = z.infer<typeof reconciliationItemSchema>

export const reconciliationTotalsSchema = z
  .object({
    orders: z.int(),
    states: z.object({
      agrees: z.int(),
      missing: z.int(),
      doubled: z.int(),
      differs: z.int(),
      'not-loaded': z.int(),
      unknown: z.int(),
    }),
    exact: z.boolean().describe('False: the sums are of the newest 100,000 orders alone'),
    currency: text.describe('Null: the orders are of several, and their sums say nothing'),
    platform: z.object({ total: moneySchema, paid: moneySchema }),
    in1c: z.object({ total: moneySchema, paid: moneySchema }),
  })
  .meta({ id: 'ReconciliationTotals' })
export type ReconciliationTotals = z.infer<typeof reconciliationTotalsSchema>

/** Days of the location's clock on which orders were placed, both included, or instants. */
export const reconciliationPeriodSchema = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
})
export const reconciliationQuerySchema = reconciliationPeriodSchema.extend({
  state: z.enum(RECONCILIATION_STATES).optional(),
  ...paging,
})
export const reconciliationPageSchema = pageOf(reconciliationItemSchema).extend({
  totals: reconciliationTotalsSchema.describe(
    'Of the period, whatever the state; without one, as the last complete reading found it',
  ),
})
export type ReconciliationPage = z.infer<typeof reconciliationPageSchema>

/** How all 1Cs that are read stand. */
export const reconciliationOverviewSchema = z.object({
  items: z.array(
    z.object({
      ...ofIntegration,
      companyId: uuidSchema,
      companyName: z.string(),
      totals: reconciliationTotalsSchema,
      readAt: timestampSchema.nullable().describe('When its last complete reading ended'),
    }),
  ),
})
export type ReconciliationOverview = z.infer<typeof reconciliationOverviewSchema>
