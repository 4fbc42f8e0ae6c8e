import {
  accountingSchema,
  type UnknownDocument,
  unknownDocumentPageSchema,
  unknownDocumentQuerySchema,
  uuidSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import { listUnknown, type UnknownDocumentRow } from '../../accounting/list-unknown.js'
import { loadItems } from '../../accounting/load-items.js'
import { ACCOUNTING_TEXTS } from '../../accounting/texts.js'
import { getIntegration } from '../../integrations/integration.js'
import { findOrder } from '../../orders/find-order.js'
import { scopeOf } from '../access.js'
import type { Api } from '../deps.js'

/** What 1C says of orders. */
export function accountingRoutes(api: Api): void {
  api.get(
    '/orders/:id/accounting',
    {
      config: { access: 'orders:read', accountants: true },
      schema: {
        tags: ['Orders'],
        summary: 'What each 1C says of the order',
        params: z.object({ id: z.string() }),
        response: { 200: accountingSchema },
      },
    },
    async request => {
      const { key } = await findOrder(request.db, scopeOf(request), request.params.id)
      return { items: await loadItems(request.db, key) }
    },
  )

  api.get(
    '/integrations/:id/unknown-documents',
    {
      config: { access: 'integrations:read', accountants: true },
      schema: {
        tags: ['Integrations'],
        summary: 'Documents of this 1C that match no order',
        params: z.object({ id: uuidSchema }),
        querystring: unknownDocumentQuerySchema,
        response: { 200: unknownDocumentPageSchema },
      },
    },
    async request => {
      const { key } = await getIntegration(request.db, scopeOf(request), request.params.id)
      const { items, next } = await listUnknown(request.db, key, request.query)
      return { items: items.map(presentUnknown), next }
    },
  )
}

function presentUnknown({ id, number, reported, reason, ...row }: UnknownDocumentRow): UnknownDocument {
  const { documentId, documentNumber, documentDate, total, customer } = reported
  return {
    ...{ id, number, documentId, documentNumber, documentDate, total },
    customer: customer?.name ?? null,
    reasonCode: reason,
    reason: ACCOUNTING_TEXTS.reasons[reason],
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    uploadId: row.uploadId,
  }
}
