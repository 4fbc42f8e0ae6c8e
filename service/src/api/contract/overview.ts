import { z } from 'zod'
import { exchangeSchema } from './exchanges.js'
import { integrationSchema } from './integrations.js'
import { orderListItemSchema } from './orders.js'

export const overviewIntegrationSchema = integrationSchema
  .extend({
    confirmedByDay: z.array(z.int()).describe('Orders confirmed on each of the days of `days`'),
  })
  .meta({ id: 'OverviewIntegration' })
export type OverviewIntegration = z.infer<typeof overviewIntegrationSchema>

export const overviewSchema = z.object({
  owed: z.int().describe('Orders that some 1C is owed now'),
  owedLate: z.int().describe('Those of them that wait for longer than an hour'),
  owedSince: z.string().nullable(),
  integrations: z.array(overviewIntegrationSchema),
  /** The last 30 days of the location's calendar, oldest first. */
  days: z.array(
    z.object({
      date: z.string(),
      ordersReceived: z.int(),
      ordersConfirmed: z.int(),
      exchanges: z.int(),
      failures: z.int(),
    }),
  ),
  recentExchanges: z.array(exchangeSchema),
  ordersToLookAt: z.array(orderListItemSchema).describe('Owed for longest'),
})
export type Overview = z.infer<typeof overviewSchema>
