import {
  type Overview,
  type OverviewIntegration,
  overviewIntegrationPageSchema,
  overviewIntegrationsQuerySchema,
  overviewSchema,
} from '@obmen/contract/rest'
import type { Page, PageRequest } from '../../db/page.js'
import { listIntegrations } from '../../integrations/list-integrations.js'
import { loadStates } from '../../integrations/state/load-states.js'
import { exchangeDays } from '../../journal/exchanges/exchange-days.js'
import { listExchanges } from '../../journal/exchanges/list-exchanges.js'
import { longestOwed } from '../../orders/listing/longest-owed.js'
import { orderDays } from '../../orders/listing/order-days.js'
import { confirmedDays } from '../../outbox/entries/confirmed-days.js'
import { countStates } from '../../outbox/entries/count-states.js'
import { getLocation } from '../../places/locations/get-location.js'
import { locationOf, principalOf } from '../access.js'
import type { Api, ApiDeps } from '../deps.js'
import { presentExchange } from '../presenters/exchanges.js'
import { presentIntegration } from '../presenters/integrations.js'
import { presentListItem } from '../presenters/orders.js'
import { mayUse } from '../principal.js'

const NO_ORDERS = { ordersReceived: null, ordersConfirmed: null }
const NO_EXCHANGES = { exchanges: null, failures: null }

const DAYS = 30
const SHOWN = 5
/** Further ones come in pages. */
const FIRST_INTEGRATIONS = 200

/** What needs a look first. */
export function overviewRoutes(api: Api, { db, config, publicUrl }: ApiDeps): void {
  api.get(
    '/overview',
    {
      config: { access: { anyOf: ['orders:read', 'integrations:read', 'journal:read'] } },
      schema: {
        tags: ['Overview'],
        summary: 'The state of everything at a glance',
        description: 'Of a token, each part by its own right; a token with none of them is refused.',
        response: { 200: overviewSchema },
      },
    },
    async (request): Promise<Overview> => {
      const principal = principalOf(request)
      const sees = {
        orders: mayUse(principal, 'orders:read'),
        integrations: mayUse(principal, 'integrations:read'),
        exchanges: mayUse(principal, 'journal:read'),
      }
      const locationId = locationOf(request)
      const { timezone } = await getLocation(db, locationId)
      const [integrations, orders, exchanges, recent, waiting] = await Promise.all([
        sees.integrations ? shownIntegrations(locationId, timezone, { limit: FIRST_INTEGRATIONS }) : null,
        orderDays(db, locationId, timezone, DAYS),
        sees.exchanges ? exchangeDays(db, locationId, timezone, DAYS) : null,
        sees.exchanges ? listExchanges(db, { locationId, limit: SHOWN }) : null,
        sees.orders ? longestOwed(db, locationId, SHOWN) : null,
      ])
      return {
        owed: waiting?.count ?? null,
        owedLate: waiting?.late ?? null,
        held: waiting?.held ?? null,
        owedSince: waiting?.since?.toISOString() ?? null,
        integrations: integrations?.items ?? null,
        integrationsNext: integrations?.next ?? null,
        days: orders.map(({ date, ordersReceived, ordersConfirmed }) => {
          const { count = 0, failures = 0 } = exchanges?.get(date) ?? {}
          return {
            date,
            ...(sees.orders ? { ordersReceived, ordersConfirmed } : NO_ORDERS),
            ...(exchanges ? { exchanges: count, failures } : NO_EXCHANGES),
          }
        }),
        recentExchanges: recent?.items.map(presentExchange) ?? null,
        ordersToLookAt: waiting?.orders.map(presentListItem) ?? null,
      }
    },
  )

  api.get(
    '/overview/integrations',
    {
      config: { access: 'integrations:read' },
      schema: {
        tags: ['Overview'],
        summary: 'Integrations as in the overview',
        querystring: overviewIntegrationsQuerySchema,
        response: { 200: overviewIntegrationPageSchema },
      },
    },
    async request => {
      const locationId = locationOf(request)
      const { timezone } = await getLocation(db, locationId)
      return shownIntegrations(locationId, timezone, request.query)
    },
  )

  async function shownIntegrations(
    locationId: string,
    timezone: string,
    page: PageRequest,
  ): Promise<Page<OverviewIntegration>> {
    const { items, next } = await listIntegrations(db, locationId, page)
    const keys = items.map(row => row.key)
    const [counts, confirmed, states] = await Promise.all([
      countStates(db, keys),
      confirmedDays(db, keys, timezone, DAYS),
      loadStates(db, keys, config),
    ])
    const shown = items.map(row => ({
      ...presentIntegration(row, {
        counts: counts.get(row.key)!,
        state: states.get(row.key)!,
        publicUrl: publicUrl(),
        config,
      }),
      confirmedByDay: confirmed.get(row.key) ?? new Array<number>(DAYS).fill(0),
    }))
    return { items: shown, next }
  }
}
