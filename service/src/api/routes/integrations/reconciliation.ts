import {
  type ReconciliationItem,
  type ReconciliationOverview,
  reconciliationOverviewSchema,
  reconciliationPageSchema,
  reconciliationPeriodSchema,
  reconciliationQuerySchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import type { PageRequest } from '../../../db/page.js'
import { mapPage } from '../../../db/page.js'
import { locationIn } from '../../../db/scope.js'
import { getIntegration } from '../../../integrations/integration.js'
import { getLocation } from '../../../places/locations.js'
import {
  listReconciliation,
  type ReconciledOrder,
  reconciliationTotals,
} from '../../../reading/list-reconciliation.js'
import { listReadings } from '../../../reading/reading.js'
import { describeReconciliation } from '../../../reading/texts-reconciliation.js'
import { scopeOf } from '../../access.js'
import type { ApiDeps } from '../../deps.js'
import { byUuid, operations } from '../../operation.js'
import { dated } from '../../presenters/dated.js'
import { readRange } from '../../read-range.js'
import { reconciliationColumns } from '../../tables/columns.js'
import { FORMATS, fileQuery, NAMES, SENT, sendFile } from '../../tables/send-file.js'
import { TABLE_TEXTS } from '../../tables/texts-tables.js'

const ACCESS = ['integrations:read', 'orders:read'] as const
const tableQuery = reconciliationQuerySchema.omit({ limit: true, cursor: true }).extend(fileQuery)

/** What each 1C was given, against what it has. */
export function reconciliationRoutes(scope: FastifyInstance, { db, config }: ApiDeps): void {
  const api = operations(scope, 'Integrations')
  api.get('/integrations/:id/reconciliation', {
    id: 'listReconciliation',
    access: ACCESS,
    accountants: true,
    heavy: true,
    summary: 'Its orders, newest first, against what its 1C has',
    description:
      'Every order that this 1C was sent to the end, also one that was not looked for yet. `from` and `to`: ' +
      'when the orders were placed.',
    params: byUuid,
    query: reconciliationQuerySchema,
    response: { 200: reconciliationPageSchema },
    handle: async request => {
      const { key } = await getIntegration(db, scopeOf(request), request.params.id)
      const filter = { ...request.query, ...(await readRange(db, scopeOf(request), request.query)) }
      const page = mapPage(await listReconciliation(db, key, filter), presentItem)
      return { ...page, totals: await reconciliationTotals(db, key, filter) }
    },
  })

  api.get('/reconciliation', {
    id: 'getReconciliation',
    access: ACCESS,
    accountants: true,
    heavy: true,
    summary: 'How the orders of each 1C that is read compare with what it has',
    query: reconciliationPeriodSchema,
    response: { 200: reconciliationOverviewSchema },
    handle: async request => {
      const range = await readRange(db, scopeOf(request), request.query)
      const items: ReconciliationOverview['items'] = []
      for (const { key, readAt, ...integration } of await listReadings(db, scopeOf(request)))
        items.push({ ...integration, readAt, totals: await reconciliationTotals(db, key, range) })
      return { items }
    },
  })

  for (const format of FORMATS)
    api.get(`/integrations/:id/reconciliation.${format}`, {
      id: `exportReconciliationAs${NAMES[format]}`,
      access: ACCESS,
      accountants: true,
      heavy: true,
      summary: `The reconciliation as ${format.toUpperCase()}, all orders that match the filter`,
      params: byUuid,
      query: tableQuery,
      answers: ['Content-Disposition'],
      sends: SENT[format],
      handle: async (request, reply) => {
        const { key } = await getIntegration(db, scopeOf(request), request.params.id)
        const { language, separator, ...query } = request.query
        const filter = { ...query, ...(await readRange(db, scopeOf(request), query)) }
        const { statuslabels } = await getLocation(db, locationIn(scopeOf(request)))
        const columns = reconciliationColumns(TABLE_TEXTS[language], statuslabels)
        const readPage = (page: PageRequest) => listReconciliation(db, key, { ...filter, ...page })
        const limit = config.exportRowLimit
        const file = {
          list: 'reconciliation',
          format,
          language,
          separator,
          columns,
          readPage,
          limit,
        } as const
        return sendFile(request, reply, file)
      },
    })
}

function presentItem({ canceled, reason, ...order }: ReconciledOrder): ReconciliationItem {
  return { ...dated(order), message: describeReconciliation({ ...order, canceled, reason }) }
}
