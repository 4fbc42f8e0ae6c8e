import { listIntegrations } from '../../integrations/list-integrations.js'
import { exchangeDays } from '../../journal/exchange-days.js'
import { listExchanges } from '../../journal/list-exchanges.js'
import { orderDays } from '../../orders/order-days.js'
import { owedLongest } from '../../orders/owed-longest.js'
import { confirmedDays } from '../../outbox/confirmed-days.js'
import { countStates } from '../../outbox/count-states.js'
import { getLocation } from '../../places/get-location.js'
import { type Overview, overviewSchema } from '../contract/overview.js'
import type { Api, ApiDeps } from '../deps.js'
import { presentExchange } from '../presenters/exchanges.js'
import { presentIntegration } from '../presenters/integrations.js'
import { presentListed } from '../presenters/orders.js'
import { locationFor, present } from '../principal.js'

const DAYS = 30
const SHOWN = 5
const MOST_INTEGRATIONS = 200

/** What needs a look first. */
export function overviewRoutes(api: Api, { db, config, publicUrl }: ApiDeps): void {
  api.get(
    '/overview',
    { schema: { tags: ['Overview'], response: { 200: overviewSchema } } },
    async (request): Promise<Overview> => {
      const locationId = locationFor(present(request.principal), 'orders:read')
      const { timezone } = await getLocation(db, locationId)
      const { items: integrations } = await listIntegrations(db, locationId, { limit: MOST_INTEGRATIONS })
      const [counts, orders, exchanges, confirmed, recent, waiting] = await Promise.all([
        countStates(
          db,
          integrations.map(row => row.key),
        ),
        orderDays(db, locationId, timezone, DAYS),
        exchangeDays(db, locationId, timezone, DAYS),
        confirmedDays(db, locationId, timezone, DAYS),
        listExchanges(db, { locationId, limit: SHOWN }),
        owedLongest(db, locationId, SHOWN),
      ])
      const context = { publicUrl: publicUrl(), config, now: new Date() }
      return {
        owed: waiting.count,
        owedLate: waiting.late,
        owedSince: waiting.since?.toISOString() ?? null,
        integrations: integrations.map(row => ({
          ...presentIntegration(row, { ...context, counts: counts.get(row.key)! }),
          confirmedByDay: confirmed.get(row.id) ?? new Array<number>(DAYS).fill(0),
        })),
        days: orders.map(day => {
          const { count = 0, failures = 0 } = exchanges.get(day.date) ?? {}
          return { ...day, exchanges: count, failures }
        }),
        recentExchanges: recent.items.map(presentExchange),
        ordersToLookAt: waiting.orders.map(presentListed),
      }
    },
  )
}
