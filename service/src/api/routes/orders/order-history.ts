import { describeProblem } from '@obmen/contract'
import {
  orderXmlSchema,
  preflightSchema,
  revisionSchema,
  timelineSchema,
  uuidSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAccountingEvents } from '../../../accounting/list-changes.js'
import { AppError } from '../../../errors/app-error.js'
import { getIntegration } from '../../../integrations/integration.js'
import { sentXmlOfOrder } from '../../../journal/exchanges/sent-xml-of-order.js'
import { findOrder } from '../../../orders/get-order.js'
import { getRevision } from '../../../orders/history/revision-events.js'
import { timeline } from '../../../orders/history/timeline.js'
import { loadOffer } from '../../../outbox/batches/read-batches.js'
import { loadInputs } from '../../../preflight/load-inputs.js'
import { previewOrder } from '../../../sale-feed/preview.js'
import { listTaskEvents } from '../../../tasks/task-events.js'
import { scopeOf } from '../../access.js'
import { found, operations } from '../../operation.js'
import { dated } from '../../presenters/dated.js'
import { presentPreflight, presentTaskEvent } from '../../presenters/findings.js'

const params = z.object({ id: z.string() })
const toIntegration = z.object({ integrationId: uuidSchema })
/** The largest `integer` of PostgreSQL. */
const MAX_REVISION = 2_147_483_647
const revisionParams = params.extend({ revision: z.coerce.number().int().min(1).max(MAX_REVISION) })
const inBatch = z.object({ batchId: z.coerce.number().int() })

export function orderHistoryRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Orders')
  api.get('/orders/:id/timeline', {
    id: 'getOrderTimeline',
    access: 'orders:read',
    accountants: true,
    summary: 'What happened to an order',
    params,
    response: { 200: timelineSchema },
    handle: async request => {
      const scope = scopeOf(request)
      const events = await timeline(request.db, scope, request.params.id)
      const { key } = await findOrder(request.db, scope, request.params.id)
      const tasks = (await listTaskEvents(request.db, key)).reverse().map(presentTaskEvent)
      const all = [...events, ...(await listAccountingEvents(request.db, key)), ...tasks]
      all.sort((one, other) => one.at.getTime() - other.at.getTime())
      return { items: all.map(dated) }
    },
  })

  api.get('/orders/:id/revisions/:revision', {
    id: 'getOrderRevision',
    access: 'orders:read',
    accountants: true,
    summary: 'The order as it was at a revision',
    params: revisionParams,
    response: { 200: revisionSchema },
    handle: async request => {
      const { id, revision } = request.params
      const found = await getRevision(request.db, scopeOf(request), id, revision)
      return { revision, at: found.at.toISOString(), order: found.order }
    },
  })
}

/** What was sent to a 1C of an order, or would be sent now, and what that 1C will do with it. */
export function orderXmlRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'Orders')
  api.get('/orders/:id/xml', {
    id: 'getOrderXml',
    access: 'orders:read',
    accountants: true,
    heavy: true,
    summary: 'The XML that would be sent now',
    params,
    query: toIntegration,
    response: { 200: orderXmlSchema },
    handle: async request => {
      const { orderKey, integrationKey, revision } = await orderAtIntegration(request)
      const preview = found(await previewOrder(request.db, integrationKey, orderKey), 'integration-not-found')
      return { xml: documentOf(await preview.writeXml()), revision, exact: false }
    },
  })

  api.get('/orders/:id/preflight', {
    id: 'getOrderPreflight',
    access: 'orders:read',
    accountants: true,
    heavy: true,
    summary: 'What 1C will do with the order',
    params,
    query: toIntegration,
    response: { 200: preflightSchema },
    handle: async request => {
      const { orderKey, integrationKey } = await orderAtIntegration(request)
      const [loaded] = await loadInputs(request.db, [orderKey], { integrationKey })
      const { input, isRelevant } = found(loaded, 'integration-not-found')
      // An order that does not go there makes nothing in it.
      const items = presentPreflight(input)
      return { items: isRelevant ? items : items.filter(({ code }) => !code.startsWith('makes-')) }
    },
  })

  api.get('/orders/:id/sent-xml', {
    id: 'getSentXml',
    access: 'orders:read',
    accountants: true,
    heavy: true,
    summary: 'The XML that was sent in a batch',
    params,
    query: inBatch,
    response: { 200: orderXmlSchema },
    handle: async request => {
      const scope = scopeOf(request)
      const order = await findOrder(request.db, scope, request.params.id)
      const offer = found(await loadOffer(request.db, request.query.batchId, order.key), 'order-not-in-batch')
      const xml = await sentXmlOfOrder(request.db, request.query.batchId, order.key)
      if (xml !== undefined) return { xml, revision: offer.revision, exact: true }
      const { cmlVersion, revision, integrationKey } = offer
      const preview = await previewOrder(request.db, integrationKey, order.key, { revision, cmlVersion })
      return { xml: documentOf(await found(preview, 'xml-not-kept').writeXml()), revision, exact: false }
    },
  })
}

type AboutIntegration = FastifyRequest<{ Params: { id: string }; Querystring: { integrationId: string } }>

async function orderAtIntegration(request: AboutIntegration) {
  const scope = scopeOf(request)
  const order = await findOrder(request.db, scope, request.params.id)
  const integration = await getIntegration(request.db, scope, request.query.integrationId)
  if (integration.companyId !== order.companyId)
    throw new AppError('not-found', describeProblem('order-of-other-company'))
  return { orderKey: order.key, integrationKey: integration.key, revision: order.revision }
}

/** The document without the envelope around it. */
function documentOf(xml: string): string {
  const start = xml.indexOf('>', xml.indexOf('<', xml.indexOf('?>'))) + 1
  return xml.slice(start, xml.lastIndexOf('</')).trim()
}
