import { listIntegrations } from '../../integrations/list-integrations.js'
import { exchangeDays } from '../../journal/exchange-days.js'
import { listExchanges } from '../../journal/list-exchanges.js'
import { orderDays } from '../../orders/order-days.js'
import { owedLongest } from '../../orders/owed-longest.js'
import { confirmedDays } from '../../outbox/confirmed-days.js'
import { countStates } from '../../outbox/count-states.js'
import { getLocation } from '../../places/get-location.js'
import { type Overview, type OverviewIntegration, overviewSchema } from '../contract/overview.js'
import type { Api, ApiDeps } from '../deps.js'
import { presentExchange } from '../presenters/exchanges.js'
import { presentIntegration } from '../presenters/integrations.js'
import { presentListed } from '../presenters/orders.js'
import { locationFor, mayUse, present } from '../principal.js'

/** Each is for a part of it. */
const RIGHTS = ['orders:read', 'integrations:read', 'journal:read'] as const
const NO_ORDERS = { ordersReceived: null, ordersConfirmed: null }
const NO_EXCHANGES = { exchanges: null, failures: null }

const DAYS = 30
const SHOWN = 5
const MOST_INTEGRATIONS = 200

/** What needs a look first. */
export function overviewRoutes(api: Api, { db, config, publicUrl }: ApiDeps): void {
  api.get(
    '/overview',
    {
      schema: {
        tags: ['Overview'],
        description: 'Of a token, each part by its own right; a token with none of them is refused.',
        response: { 200: overviewSchema },
      },
    },
    async (request): Promise<Overview> => {
      const principal = present(request.principal)
      const sees = {
        orders: mayUse(principal, 'orders:read'),
        integrations: mayUse(principal, 'integrations:read'),
        exchanges: mayUse(principal, 'journal:read'),
      }
      const locationId = locationFor(
        principal,
        RIGHTS.find(right => mayUse(principal, right)) ?? 'orders:read',
      )
      const { timezone } = await getLocation(db, locationId)
      const [integrations, orders, exchanges, recent, waiting] = await Promise.all([
        sees.integrations ? shownIntegrations(locationId, timezone) : null,
        orderDays(db, locationId, timezone, DAYS),
        sees.exchanges ? exchangeDays(db, locationId, timezone, DAYS) : null,
        sees.exchanges ? listExchanges(db, { locationId, limit: SHOWN }) : null,
        sees.orders ? owedLongest(db, locationId, SHOWN) : null,
      ])
      return {
        owed: waiting?.count ?? null,
        owedLate: waiting?.late ?? null,
        owedSince: waiting?.since?.toISOString() ?? null,
        integrations,
        days: orders.map(({ date, ordersReceived, ordersConfirmed }) => {
          const { count = 0, failures = 0 } = exchanges?.get(date) ?? {}
          return {
            date,
            ...(sees.orders ? { ordersReceived, ordersConfirmed } : NO_ORDERS),
            ...(exchanges ? { exchanges: count, failures } : NO_EXCHANGES),
          }
        }),
        recentExchanges: recent?.items.map(presentExchange) ?? null,
        ordersToLookAt: waiting?.orders.map(presentListed) ?? null,
      }
    },
  )

  async function shownIntegrations(locationId: string, timezone: string): Promise<OverviewIntegration[]> {
    const { items } = await listIntegrations(db, locationId, { limit: MOST_INTEGRATIONS })
    const keys = items.map(row => row.key)
    const [counts, confirmed] = await Promise.all([
      countStates(db, keys),
      confirmedDays(db, locationId, timezone, DAYS),
    ])
    const context = { publicUrl: publicUrl(), config, now: new Date() }
    return items.map(row => ({
      ...presentIntegration(row, { ...context, counts: counts.get(row.key)! }),
      confirmedByDay: confirmed.get(row.id) ?? new Array<number>(DAYS).fill(0),
    }))
  }
}
