import {
  apiRequestListQuerySchema,
  companyListQuerySchema,
  exchangeListQuerySchema,
  orderListQuerySchema,
  taskListQuerySchema,
} from '@obmen/contract/rest'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { PageRequest } from '../../db/page.js'
import { locationIn } from '../../db/scope.js'
import { listExchanges } from '../../journal/exchanges/list-exchanges.js'
import { withBookFacts } from '../../orders/listing/book-facts.js'
import { listOrders } from '../../orders/listing/list-orders.js'
import { listCompanies } from '../../places/companies.js'
import { getLocation } from '../../places/locations.js'
import { listRequests } from '../../requests/list-requests.js'
import { listTasks } from '../../tasks/list-tasks.js'
import { locationOf, scopeOf } from '../access.js'
import type { ApiDeps } from '../deps.js'
import { operations } from '../operation.js'
import { readRange } from '../read-range.js'
import {
  companyColumns,
  exchangeColumns,
  orderColumns,
  requestColumns,
  taskColumns,
} from '../tables/columns.js'
import { FORMATS, fileQuery, NAMES, SENT, sendFile } from '../tables/send-file.js'
import { TABLE_TEXTS } from '../tables/texts-tables.js'

const withoutPage = { limit: true, cursor: true, count: true } as const
/** A single value in a query string is not an array. */
const ids = z
  .union([z.string().transform(id => [id]), z.array(z.string()).max(1000)])
  .optional()
  .describe('Only these orders, by the platform’s ids')
const ordersQuery = orderListQuerySchema
  .omit({ ...withoutPage, fields: true })
  .extend({ ...fileQuery, id: ids })
const exchangesQuery = exchangeListQuerySchema.omit({ ...withoutPage, collapse: true }).extend(fileQuery)
const companiesQuery = companyListQuerySchema.omit(withoutPage).extend(fileQuery)
const tasksQuery = taskListQuerySchema.omit(withoutPage).extend(fileQuery)
const requestsQuery = apiRequestListQuerySchema.omit({ limit: true, cursor: true }).extend(fileQuery)

/** Each list as a file, filtered as the list is. */
export function tableRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const limit = deps.config.exportRowLimit
  for (const format of FORMATS) {
    const summary = (what: string): string => `${what} as ${format.toUpperCase()}, all that match the filter`
    operations(scope, 'Orders').get(`/orders.${format}`, {
      id: `exportOrdersAs${NAMES[format]}`,
      access: 'orders:read',
      accountants: true,
      heavy: true,
      summary: summary('Orders'),
      query: ordersQuery,
      answers: ['Content-Disposition'],
      sends: SENT[format],
      handle: async (request, reply) => {
        const scope = scopeOf(request)
        const { language, separator, id: ids, ...query } = request.query
        const range = await readRange(request.db, scope, query)
        const { statuslabels } = await getLocation(request.db, locationIn(scope))
        const columns = orderColumns(TABLE_TEXTS[language], query.integrationId?.toLowerCase(), statuslabels)
        const readPage = async (page: PageRequest) => {
          const { items, next } = await listOrders(request.db, scope, { ...query, ids, ...range, ...page })
          return { items: await withBookFacts(request.db, items), next }
        }
        const file = { list: 'orders', format, language, separator, columns, readPage, limit } as const
        return sendFile(request, reply, file)
      },
    })
    operations(scope, 'Tasks').get(`/tasks.${format}`, {
      id: `exportTasksAs${NAMES[format]}`,
      access: 'orders:read',
      accountants: true,
      heavy: true,
      summary: summary('Tasks'),
      query: tasksQuery,
      answers: ['Content-Disposition'],
      sends: SENT[format],
      handle: async (request, reply) => {
        const scope = scopeOf(request)
        const { language, separator, ...query } = request.query
        const columns = taskColumns(TABLE_TEXTS[language])
        const range = await readRange(request.db, scope, query)
        const readPage = (page: PageRequest) => listTasks(request.db, scope, { ...query, ...range, ...page })
        const file = { list: 'tasks', format, language, separator, columns, readPage, limit } as const
        return sendFile(request, reply, file)
      },
    })
    operations(scope, 'Journal').get(`/exchanges.${format}`, {
      id: `exportExchangesAs${NAMES[format]}`,
      access: 'journal:read',
      accountants: true,
      heavy: true,
      summary: summary('Exchanges'),
      query: exchangesQuery,
      answers: ['Content-Disposition'],
      sends: SENT[format],
      handle: async (request, reply) => {
        const scope = scopeOf(request)
        const { language, separator, ...query } = request.query
        const range = await readRange(request.db, scope, query)
        const columns = exchangeColumns(TABLE_TEXTS[language])
        const readPage = (page: PageRequest) =>
          listExchanges(request.db, { ...query, ...range, ...page, scope })
        const file = { list: 'exchanges', format, language, separator, columns, readPage, limit } as const
        return sendFile(request, reply, file)
      },
    })
    requestTable(scope, deps, format)
    companyTable(scope, deps, format)
  }
}

function companyTable(scope: FastifyInstance, { config }: ApiDeps, format: (typeof FORMATS)[number]): void {
  operations(scope, 'Companies and location').get(`/companies.${format}`, {
    id: `exportCompaniesAs${NAMES[format]}`,
    access: 'companies:read',
    accountants: true,
    heavy: true,
    summary: `Companies as ${format.toUpperCase()}, all that match the filter`,
    query: companiesQuery,
    answers: ['Content-Disposition'],
    sends: SENT[format],
    handle: async (request, reply) => {
      const scope = scopeOf(request)
      const { language, separator, ...query } = request.query
      const columns = companyColumns(TABLE_TEXTS[language])
      const readPage = (page: PageRequest) => listCompanies(request.db, scope, { ...query, ...page })
      const file = {
        list: 'companies',
        format,
        language,
        separator,
        columns,
        readPage,
        limit: config.exportRowLimit,
      } as const
      return sendFile(request, reply, file)
    },
  })
}

function requestTable(
  scope: FastifyInstance,
  { config, requests }: ApiDeps,
  format: (typeof FORMATS)[number],
): void {
  operations(scope, 'Journal').get(`/requests.${format}`, {
    id: `exportRequestsAs${NAMES[format]}`,
    access: 'journal:read',
    heavy: true,
    summary: `Requests for changes as ${format.toUpperCase()}, all that match the filter`,
    query: requestsQuery,
    answers: ['Content-Disposition'],
    sends: SENT[format],
    handle: async (request, reply) => {
      const locationId = locationOf(request)
      const { language, separator, ...query } = request.query
      await requests.flush()
      const range = await readRange(request.db, locationId, query)
      const columns = requestColumns(TABLE_TEXTS[language])
      const readPage = (page: PageRequest) =>
        listRequests(request.db, locationId, { ...query, ...range, ...page })
      const file = {
        list: 'requests',
        format,
        language,
        separator,
        columns,
        readPage,
        limit: config.exportRowLimit,
      } as const
      return sendFile(request, reply, file)
    },
  })
}
