import { z } from 'zod'
import { countedSchema, figureSchema, pageOf, pageQuerySchema, uuidSchema } from './common.js'
import { exchangeSchema } from './exchanges.js'
import { integrationSchema } from './integrations/integrations.js'
import { orderListItemSchema, orderListQuerySchema } from './orders/orders.js'
import { sendingPausedAtSchema } from './system.js'

export const overviewIntegrationSchema = integrationSchema
  .extend({
    hasDocuments: z.boolean().describe('Whether its 1C has sent a document of an order'),
    lastExchanges: z
      .array(exchangeSchema.pick({ id: true, outcome: true, ordersOffered: true }))
      .describe('Up to 20 of the last two weeks, newest first'),
  })
  .meta({ id: 'OverviewIntegration' })
export type OverviewIntegration = z.infer<typeof overviewIntegrationSchema>

const daySchema = z.object({
  date: z.string(),
  ordersReceived: z.int(),
  ordersConfirmed: z.int(),
  exchanges: z.int(),
  failures: z.int(),
})
const wholeOverviewSchema = z.object({
  owed: countedSchema,
  owedLate: countedSchema,
  held: countedSchema,
  owedSince: z.string().nullable(),
  sendingPausedAt: sendingPausedAtSchema,
  integrations: z.array(overviewIntegrationSchema),
  integrationsNext: z.string().nullable(),
  days: z.array(daySchema),
  recentExchanges: z.array(exchangeSchema),
  ordersToLookAt: z.array(orderListItemSchema),
})
/** As a person sees it. */
export type WholeOverview = z.infer<typeof wholeOverviewSchema>

const whole = wholeOverviewSchema.shape
/** As a token sees it: each part requires its right, null without it. */
export const overviewSchema = wholeOverviewSchema.extend({
  owed: whole.owed
    .nullable()
    .describe('Orders that some 1C is owed now; 10,001: more than 10,000 (orders:read)'),
  owedLate: whole.owedLate
    .nullable()
    .describe('Those waiting for more than an hour, as `owed` (orders:read)'),
  held: whole.held.nullable().describe('Orders that are held back from some 1C, as `owed` (orders:read)'),
  integrations: whole.integrations.nullable().describe('The first 200 (integrations:read)'),
  integrationsNext: whole.integrationsNext.describe(
    'Cursor of the next ones in GET /overview/integrations; null: there are no more',
  ),
  /** The last 30 days of the location's calendar, oldest first. */
  days: z.array(
    daySchema.extend({
      ordersReceived: daySchema.shape.ordersReceived.nullable().describe('orders:read'),
      ordersConfirmed: daySchema.shape.ordersConfirmed.nullable().describe('orders:read'),
      exchanges: daySchema.shape.exchanges.nullable().describe('journal:read'),
      failures: daySchema.shape.failures.nullable().describe('journal:read'),
    }),
  ),
  recentExchanges: whole.recentExchanges.nullable().describe('journal:read'),
  ordersToLookAt: whole.ordersToLookAt.nullable().describe('Owed for longest (orders:read)'),
})
export type Overview = z.infer<typeof overviewSchema>

export const overviewIntegrationsQuerySchema = pageQuerySchema
export const overviewIntegrationPageSchema = pageOf(overviewIntegrationSchema)

export const deskQuerySchema = orderListQuerySchema.pick({ from: true, to: true })
/** What an accountant begins with; each figure is the `total` of GET /orders with its filter. */
export const deskSchema = z
  .object({
    received: figureSchema.describe('Orders placed in the period'),
    confirmed: figureSchema.describe('Of them state=confirmed'),
    byHand: figureSchema.describe('Of them state=by-hand'),
    refused: figureSchema.describe('Of them state=held&cause=refused'),
    missing: z
      .array(
        z.object({
          companyId: uuidSchema,
          companyName: z.string(),
          owed: figureSchema.describe('state=owed'),
          held: figureSchema.describe('state=held'),
        }),
      )
      .describe('What has not arrived, whenever it was placed, of the 50 companies with most of it'),
    more: z.int().describe('Further companies with such orders'),
  })
  .meta({ id: 'Desk' })
export type Desk = z.infer<typeof deskSchema>
