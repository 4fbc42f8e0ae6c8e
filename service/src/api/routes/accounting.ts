import {
  accountingSchema,
  latestDocumentsSchema,
  type UnknownDocument,
  unknownDocumentPageSchema,
  unknownDocumentQuerySchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { latestDocuments } from '../../accounting/latest-documents.js'
import { listUnknown, type UnknownDocumentRow } from '../../accounting/list-unknown.js'
import { loadItems } from '../../accounting/load-items.js'
import { ACCOUNTING_TEXTS } from '../../accounting/texts.js'
import { mapPage } from '../../db/page.js'
import { getIntegration } from '../../integrations/integration.js'
import { findOrder } from '../../orders/get-order.js'
import { scopeOf } from '../access.js'
import { byUuid, operations } from '../operation.js'
import { dated } from '../presenters/dated.js'

export function accountingRoutes(scope: FastifyInstance): void {
  operations(scope, 'Orders').get('/orders/:id/accounting', {
    id: 'getOrderAccounting',
    access: 'orders:read',
    accountants: true,
    summary: 'What each 1C says of the order',
    params: z.object({ id: z.string() }),
    response: { 200: accountingSchema },
    handle: async request => {
      const { key } = await findOrder(request.db, scopeOf(request), request.params.id)
      return { items: await loadItems(request.db, key) }
    },
  })

  operations(scope, 'Integrations').get('/integrations/:id/latest-documents', {
    id: 'listLatestDocuments',
    access: ['integrations:read', 'orders:read'],
    accountants: true,
    summary: 'What came last of this 1C: documents, or orders that it confirmed',
    params: byUuid,
    response: { 200: latestDocumentsSchema },
    handle: async request => {
      const { key } = await getIntegration(request.db, scopeOf(request), request.params.id)
      const { reported, items } = await latestDocuments(request.db, key)
      return { reported, items: items.map(dated) }
    },
  })

  operations(scope, 'Integrations').get('/integrations/:id/unknown-documents', {
    id: 'listUnknownDocuments',
    access: 'integrations:read',
    accountants: true,
    summary: 'Documents of this 1C that match no order',
    params: byUuid,
    query: unknownDocumentQuerySchema,
    response: { 200: unknownDocumentPageSchema },
    handle: async request => {
      const { key } = await getIntegration(request.db, scopeOf(request), request.params.id)
      return mapPage(await listUnknown(request.db, key, request.query), presentUnknown)
    },
  })
}

function presentUnknown({ reported, reason, number, ...row }: UnknownDocumentRow): UnknownDocument {
  const { documentId, documentNumber, documentDate, total, customer } = reported
  return {
    ...dated(row),
    numberIn1c: number,
    documentId,
    documentNumber,
    documentDate,
    total,
    customer: customer?.name ?? null,
    reasonCode: reason,
    reason: ACCOUNTING_TEXTS.reasons[reason],
  }
}
