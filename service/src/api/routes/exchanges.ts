import { describeProblem } from '@obmen/contract'
import {
  bodyQuerySchema,
  exchangeDetailSchema,
  exchangeListQuerySchema,
  exchangeOrderPageSchema,
  exchangeOrdersQuerySchema,
  exchangePageSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import { AppError } from '../../errors/app-error.js'
import { openBody } from '../../journal/exchanges/bodies.js'
import { getExchange } from '../../journal/exchanges/get-exchange.js'
import { countExchanges, listExchanges } from '../../journal/exchanges/list-exchanges.js'
import { listRuns } from '../../journal/exchanges/list-runs.js'
import { exchangeOrders } from '../../orders/listing/exchange-orders.js'
import { readFindings } from '../../preflight/stored-findings.js'
import { scopeOf } from '../access.js'
import type { Api } from '../deps.js'
import { presentEntry, presentExchange, presentExchangeOrder } from '../presenters/exchanges.js'
import { readRange } from '../read-range.js'

const tags = ['Journal']
const params = z.object({ id: z.coerce.number().int() })
const entryParams = z.object({ id: z.coerce.number().int(), entryId: z.coerce.number().int() })

/** What 1C asked and what it was answered. */
export function exchangeRoutes(api: Api): void {
  api.get(
    '/exchanges',
    {
      config: { access: 'journal:read', accountants: true },
      schema: {
        tags,
        summary: 'Exchanges, newest first',
        querystring: exchangeListQuerySchema,
        response: { 200: exchangePageSchema },
      },
    },
    async request => {
      const scope = scopeOf(request)
      const range = await readRange(request.db, scope, request.query)
      const { count, collapse, ...asked } = request.query
      const filter = { ...asked, ...range, scope }
      const { items, next } = await (collapse ? listRuns : listExchanges)(request.db, filter)
      const total = count && { total: await countExchanges(request.db, filter) }
      return { items: items.map(presentExchange), next, ...total }
    },
  )

  api.get(
    '/exchanges/:id',
    {
      config: { access: 'journal:read', accountants: true },
      schema: {
        tags,
        summary: 'One exchange with its requests',
        params,
        response: { 200: exchangeDetailSchema },
      },
    },
    async request => {
      const scope = scopeOf(request)
      const exchange = await getExchange(request.db, scope, request.params.id)
      if (!exchange) throw new AppError('not-found', describeProblem('exchange-not-found'))
      const entries = exchange.entries.map(entry => presentEntry(entry, scope))
      return { ...presentExchange(exchange), entries }
    },
  )

  api.get(
    '/exchanges/:id/orders',
    {
      config: { access: 'journal:read', accountants: true },
      schema: {
        tags,
        summary: 'The orders of an exchange',
        params,
        querystring: exchangeOrdersQuerySchema,
        response: { 200: exchangeOrderPageSchema },
      },
    },
    async request => {
      const scope = scopeOf(request)
      const page = await exchangeOrders(request.db, scope, request.params.id, request.query)
      if (!page) throw new AppError('not-found', describeProblem('exchange-not-found'))
      const found = await readFindings(
        request.db,
        page.items.map(({ key }) => key),
      )
      return { items: page.items.map(order => presentExchangeOrder(order, found)), next: page.next }
    },
  )

  api.get(
    '/exchanges/:id/entries/:entryId/body',
    {
      config: { access: 'journal:read', accountants: true },
      schema: {
        tags,
        summary: 'A recorded body, whole or in part',
        params: entryParams,
        querystring: bodyQuerySchema,
      },
    },
    async (request, reply) => {
      const scope = scopeOf(request)
      const { id: exchangeId, entryId } = request.params
      const { download, ...part } = request.query
      const body = await openBody(request.db, { scope, exchangeId, entryId, ...part })
      if (!body) throw new AppError('not-found', describeProblem('exchange-not-found'))
      const xml = body.contentType.includes('xml')
      // What 1C sent is not trusted: it must never open as a page of ours.
      reply
        .header('content-type', body.contentType)
        .header('content-length', String(body.length))
        .header('x-body-size', String(body.size))
      reply.header('content-security-policy', 'sandbox').header('x-content-type-options', 'nosniff')
      if (download)
        reply.header(
          'content-disposition',
          `attachment; filename="exchange-${exchangeId}-${entryId}.${xml ? 'xml' : 'txt'}"`,
        )
      return reply.send(body.stream)
    },
  )
}
