import {
  deskQuerySchema,
  deskSchema,
  type Overview,
  type OverviewIntegration,
  overviewIntegrationPageSchema,
  overviewIntegrationsQuerySchema,
  overviewSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { withDocuments } from '../../accounting/latest-documents.js'
import { sendingPausedAt } from '../../backup/sending.js'
import { mapPage, type Page, type PageRequest } from '../../db/page.js'
import { locationIn, type Scope } from '../../db/scope.js'
import { listIntegrations } from '../../integrations/integration.js'
import { exchangeDays, lastExchanges, listExchanges } from '../../journal/exchanges/list-exchanges.js'
import { loadDesk } from '../../orders/listing/desk.js'
import { orderDays } from '../../orders/listing/order-days.js'
import { loadWaitingOrders } from '../../orders/listing/waiting-orders.js'
import { getLocation } from '../../places/locations.js'
import { mayUse, principalOf, scopeOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { operations } from '../operation.js'
import { presentExchange } from '../presenters/exchanges.js'
import { hideFromAccountants, presentIntegrations } from '../presenters/integrations.js'
import { presentListItem } from '../presenters/orders.js'
import { type Range, readRange } from '../read-range.js'
import { shareAnswers } from '../share-answers.js'

const NO_ORDERS = { ordersReceived: null, ordersConfirmed: null }
const NO_EXCHANGES = { exchanges: null, failures: null }

interface Asked {
  scope: Scope
  timezone: string
}

interface IntegrationsAsked {
  scope: Scope
  page: PageRequest
}

const DAYS = 30
const SHOWN = 5
/** Exchanges of each integration. */
const STRIP = 20
/** Integrations in the overview itself; further ones are paged. */
const FIRST_INTEGRATIONS = 200

/** The overview: how everything stands, with what needs attention first. */
export function overviewRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const { db } = deps
  const api = operations(scope, 'Overview')
  const ordersOf = shareAnswers(({ scope, timezone }: Asked) => orderDays(db, scope, timezone, DAYS))
  const exchangesOf = shareAnswers(({ scope, timezone }: Asked) => exchangeDays(db, scope, timezone, DAYS))
  const recentOf = shareAnswers((scope: Scope) => listExchanges(db, { scope, limit: SHOWN }))
  const waitingOf = shareAnswers((scope: Scope) => loadWaitingOrders(db, scope, SHOWN))
  const integrationsOf = shareAnswers((asked: IntegrationsAsked) => loadIntegrations(deps, asked))

  api.get('/overview', {
    id: 'getOverview',
    access: { anyOf: ['orders:read', 'integrations:read', 'journal:read'] },
    accountants: true,
    summary: 'The state of everything at a glance',
    description:
      'A token gets the parts that it has the right to; a token with none of these rights is refused.',
    response: { 200: overviewSchema },
    handle: async (request): Promise<Overview> => {
      const principal = principalOf(request)
      const maySee = {
        orders: mayUse(principal, 'orders:read'),
        integrations: mayUse(principal, 'integrations:read'),
        exchanges: mayUse(principal, 'journal:read'),
      }
      const scope = scopeOf(request)
      const { timezone } = await getLocation(request.db, locationIn(scope))
      const [integrations, orders, exchanges, recent, waiting, paused] = await Promise.all([
        maySee.integrations ? shownIntegrations(request, { limit: FIRST_INTEGRATIONS }) : null,
        ordersOf({ scope, timezone }),
        maySee.exchanges ? exchangesOf({ scope, timezone }) : null,
        maySee.exchanges ? recentOf(scope) : null,
        maySee.orders ? waitingOf(scope) : null,
        sendingPausedAt(db),
      ])
      return {
        owed: waiting?.count ?? null,
        owedLate: waiting?.late ?? null,
        held: waiting?.held ?? null,
        owedSince: waiting?.since?.toISOString() ?? null,
        sendingPausedAt: paused?.toISOString() ?? null,
        integrations: integrations?.items ?? null,
        integrationsNext: integrations?.next ?? null,
        days: orders.map(({ date, ordersReceived, ordersConfirmed }) => {
          const { count = 0, failures = 0 } = exchanges?.get(date) ?? {}
          return {
            date,
            ...(maySee.orders ? { ordersReceived, ordersConfirmed } : NO_ORDERS),
            ...(exchanges ? { exchanges: count, failures } : NO_EXCHANGES),
          }
        }),
        recentExchanges: recent?.items.map(presentExchange) ?? null,
        ordersToLookAt: waiting?.orders.map(presentListItem) ?? null,
      }
    },
  })

  api.get('/overview/integrations', {
    id: 'listOverviewIntegrations',
    access: 'integrations:read',
    accountants: true,
    summary: 'Integrations as in the overview',
    query: overviewIntegrationsQuerySchema,
    response: { 200: overviewIntegrationPageSchema },
    handle: request => shownIntegrations(request, request.query),
  })

  async function shownIntegrations(
    request: FastifyRequest,
    page: PageRequest,
  ): Promise<Page<OverviewIntegration>> {
    const shown = await integrationsOf({ scope: scopeOf(request), page })
    return mapPage(shown, one => hideFromAccountants(request, one))
  }
}

/** The desk of an accountant. */
export function deskRoutes(scope: FastifyInstance, { db }: ApiDeps): void {
  const deskOf = shareAnswers(({ scope, ...period }: Range & { scope: Scope }) => loadDesk(db, scope, period))
  operations(scope, 'Overview').get('/accounting/summary', {
    id: 'getAccountingSummary',
    access: 'orders:read',
    accountants: true,
    summary: 'What has not arrived, and how the orders of a period stand, with sums',
    query: deskQuerySchema,
    response: { 200: deskSchema },
    handle: async request => {
      const scope = scopeOf(request)
      return deskOf({ scope, ...(await readRange(request.db, scope, request.query)) })
    },
  })
}

async function loadIntegrations(deps: ApiDeps, { scope, page }: IntegrationsAsked) {
  const { items, next } = await listIntegrations(deps.db, scope, page)
  const keys = items.map(row => row.key)
  const [shown, reporting, exchanges] = await Promise.all([
    presentIntegrations(deps, items),
    withDocuments(deps.db, keys),
    lastExchanges(deps.db, keys, STRIP),
  ])
  const withParts = (one: (typeof shown)[number], index: number) => ({
    ...one,
    hasDocuments: reporting.has(keys[index]!),
    lastExchanges: exchanges.get(keys[index]!)!,
  })
  return { items: shown.map(withParts), next }
}
