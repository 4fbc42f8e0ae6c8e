import { Readable } from 'node:stream'
import { LOCALES } from '@obmen/contract'
import {
  apiRequestListQuerySchema,
  companyListQuerySchema,
  exchangeListQuerySchema,
  orderListQuerySchema,
  taskListQuerySchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { PageRequest } from '../../db/page.js'
import { locationIn } from '../../db/scope.js'
import { listExchanges } from '../../journal/exchanges/list-exchanges.js'
import { withBookFacts } from '../../orders/listing/book-facts.js'
import { listOrders } from '../../orders/listing/list-orders.js'
import { listCompanies } from '../../places/companies.js'
import { getLocation } from '../../places/locations.js'
import { listRequests } from '../../requests/list-requests.js'
import { wallClockOf } from '../../sale-feed/wall-clock.js'
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
import { type Column, readPages } from '../tables/table.js'
import { TABLE_TEXTS, type TableTexts } from '../tables/texts-tables.js'
import { CSV_SEPARATORS, type CsvSeparator, writeCsv } from '../tables/write-csv.js'
import { writeXlsx } from '../tables/write-xlsx.js'

const FORMATS = ['csv', 'xlsx'] as const
const NAMES = { csv: 'Csv', xlsx: 'Xlsx' }
const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const SENT = {
  csv: { [TYPES.csv]: z.string() },
  xlsx: { [TYPES.xlsx]: z.string().meta({ format: 'binary' }) },
}
const language = z.enum(LOCALES).default('ru').describe('Of headings and states')
const withoutPage = { limit: true, cursor: true, count: true } as const
const separator = z
  .enum(CSV_SEPARATORS)
  .default('comma')
  .describe('Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect')
/** A single value in a query string is not an array. */
const ids = z
  .union([z.string().transform(id => [id]), z.array(z.string()).max(1000)])
  .optional()
  .describe('Only these orders, by the platform’s ids')
const ordersQuery = orderListQuerySchema
  .omit({ ...withoutPage, fields: true })
  .extend({ language, separator, id: ids })
const exchangesQuery = exchangeListQuerySchema
  .omit({ ...withoutPage, collapse: true })
  .extend({ language, separator })
const companiesQuery = companyListQuerySchema.omit(withoutPage).extend({ language, separator })
const tasksQuery = taskListQuerySchema.omit(withoutPage).extend({ language, separator })
const requestsQuery = apiRequestListQuerySchema
  .omit({ limit: true, cursor: true })
  .extend({ language, separator })

interface ListFile<Row> {
  list: keyof TableTexts['names']
  format: (typeof FORMATS)[number]
  language: (typeof LOCALES)[number]
  separator: CsvSeparator
  columns: Column<Row>[]
  readPage: Parameters<typeof readPages<Row>>[0]
  /** Most rows. */
  limit: number
}

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

async function sendFile<Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  { list, format, language, separator, columns, readPage, limit }: ListFile<Row>,
): Promise<FastifyReply> {
  const { timezone } = await getLocation(request.db, locationIn(scopeOf(request)))
  const texts = TABLE_TEXTS[language]
  const pages = await readPages(readPage, limit)
  const table = { columns, pages, local: localTime(timezone), more: texts.more(limit) }
  const stream = format === 'csv' ? Readable.from(writeCsv(table, separator)) : writeXlsx(table)
  stream.on('error', error => request.log.warn({ err: error }, 'an export broke off'))
  return reply
    .header('content-type', format === 'csv' ? `${TYPES.csv}; charset=utf-8; header=present` : TYPES.xlsx)
    .header('content-disposition', `attachment; filename="${texts.names[list]}.${format}"`)
    .send(stream)
}

function localTime(timezone: string): (at: Date) => string {
  const clock = wallClockOf(timezone)
  return at => {
    const { date, time } = clock(at.toISOString())
    return `${date} ${time}`
  }
}
