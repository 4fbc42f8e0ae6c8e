import {
  bodyQuerySchema,
  exchangeDetailSchema,
  exchangeListQuerySchema,
  exchangeOrderPageSchema,
  exchangeOrdersQuerySchema,
  exchangePageSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { mapPage } from '../../db/page.js'
import { openBody } from '../../journal/exchanges/bodies.js'
import { getExchange } from '../../journal/exchanges/get-exchange.js'
import { countExchanges, listExchanges } from '../../journal/exchanges/list-exchanges.js'
import { listRuns } from '../../journal/exchanges/list-runs.js'
import { exchangeOrders } from '../../orders/listing/exchange-orders.js'
import { readFindings } from '../../preflight/stored-findings.js'
import { scopeOf } from '../access.js'
import { FOREIGN_PAGE, found, operations } from '../operation.js'
import { presentEntry, presentExchange, presentExchangeOrder } from '../presenters/exchanges.js'
import { readRange } from '../read-range.js'

const params = z.object({ id: z.coerce.number().int() })
const entryParams = z.object({ id: z.coerce.number().int(), entryId: z.coerce.number().int() })

export function exchangeRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Journal')
  api.get('/exchanges', {
    id: 'listExchanges',
    access: 'journal:read',
    accountants: true,
    summary: 'Exchanges, newest first',
    query: exchangeListQuerySchema,
    response: { 200: exchangePageSchema },
    handle: async request => {
      const scope = scopeOf(request)
      const range = await readRange(request.db, scope, request.query)
      const { count, collapse, ...asked } = request.query
      const filter = { ...asked, ...range, scope }
      const page = await (collapse ? listRuns : listExchanges)(request.db, filter)
      const total = count && { total: await countExchanges(request.db, filter) }
      return { ...mapPage(page, presentExchange), ...total }
    },
  })

  api.get('/exchanges/:id', {
    id: 'getExchange',
    access: 'journal:read',
    accountants: true,
    summary: 'One exchange with its requests',
    params,
    response: { 200: exchangeDetailSchema },
    handle: async request => {
      const scope = scopeOf(request)
      const exchange = await getExchange(request.db, scope, request.params.id)
      const { entries, ...row } = found(exchange, 'exchange-not-found')
      return { ...presentExchange(row), entries: entries.map(entry => presentEntry(entry, scope)) }
    },
  })

  api.get('/exchanges/:id/orders', {
    id: 'listExchangeOrders',
    access: 'journal:read',
    accountants: true,
    summary: 'The orders of an exchange',
    params,
    query: exchangeOrdersQuerySchema,
    response: { 200: exchangeOrderPageSchema },
    handle: async request => {
      const scope = scopeOf(request)
      const listed = await exchangeOrders(request.db, scope, request.params.id, request.query)
      const page = found(listed, 'exchange-not-found')
      const findings = await readFindings(
        request.db,
        page.items.map(({ key }) => key),
      )
      return mapPage(page, order => presentExchangeOrder(order, findings))
    },
  })

  bodyRoute(scope)
}

function bodyRoute(scope: FastifyInstance): void {
  operations(scope, 'Journal').get('/exchanges/:id/entries/:entryId/body', {
    id: 'getExchangeBody',
    access: 'journal:read',
    accountants: true,
    summary: 'A recorded body, whole or in part',
    params: entryParams,
    query: bodyQuerySchema,
    sends: { '*/*': z.string().meta({ format: 'binary' }) },
    answers: ['X-Body-Size'],
    handle: async (request, reply) => {
      const scope = scopeOf(request)
      const { id: exchangeId, entryId } = request.params
      const { download, ...part } = request.query
      const opened = await openBody(request.db, { scope, exchangeId, entryId, ...part })
      const body = found(opened, 'exchange-not-found')
      const xml = body.contentType.includes('xml')
      reply
        .header('content-type', body.contentType)
        .header('content-length', String(body.length))
        .header('x-body-size', String(body.size))
        .header('content-security-policy', FOREIGN_PAGE)
      if (download)
        reply.header(
          'content-disposition',
          `attachment; filename="exchange-${exchangeId}-${entryId}.${xml ? 'xml' : 'txt'}"`,
        )
      return reply.send(body.stream)
    },
  })
}
