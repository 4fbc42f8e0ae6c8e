import { Readable } from 'node:stream'
import { LOCALES } from '@obmen/contract'
import { companyListQuerySchema, exchangeListQuerySchema, orderListQuerySchema } from '@obmen/contract/rest'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { locationIn } from '../../db/scope.js'
import { listExchanges } from '../../journal/exchanges/list-exchanges.js'
import { listOrders } from '../../orders/listing/list-orders.js'
import { listCompanies } from '../../places/companies.js'
import { getLocation } from '../../places/locations.js'
import { wallClockOf } from '../../sale-feed/wall-clock.js'
import { scopeOf } from '../access.js'
import type { Api, ApiDeps } from '../deps.js'
import { operations } from '../operation.js'
import { readRange } from '../read-range.js'
import { companyColumns, exchangeColumns, orderColumns } from '../tables/columns.js'
import { type Column, readFirst, readPages } from '../tables/table.js'
import { TABLE_TEXTS, type TableTexts } from '../tables/texts-tables.js'
import { CSV_SEPARATORS, type CsvSeparator, writeCsv } from '../tables/write-csv.js'
import { writeXlsx } from '../tables/write-xlsx.js'

const FORMATS = ['csv', 'xlsx'] as const
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
const ordersQuery = orderListQuerySchema.omit(withoutPage).extend({ language, separator, id: ids })
const exchangesQuery = exchangeListQuerySchema
  .omit({ ...withoutPage, collapse: true })
  .extend({ language, separator })
const companiesQuery = companyListQuerySchema.omit(withoutPage).extend({ language, separator })

interface Listed<Row> {
  list: 'orders' | 'exchanges' | 'companies'
  language: (typeof LOCALES)[number]
  separator: CsvSeparator
  columns: (texts: TableTexts) => Column<Row>[]
  readPage: Parameters<typeof readPages<Row>>[0]
}

/** Each list as a file, filtered as the list is. */
export function tableRoutes(scope: Api, { config }: ApiDeps): void {
  const orders = operations(scope, 'Orders')
  const exchanges = operations(scope, 'Journal')
  const companies = operations(scope, 'Companies and location')
  const send = async <Row>(
    request: FastifyRequest,
    reply: FastifyReply,
    format: (typeof FORMATS)[number],
    { list, language, separator, columns, readPage }: Listed<Row>,
  ): Promise<FastifyReply> => {
    const { timezone } = await getLocation(request.db, locationIn(scopeOf(request)))
    const texts = TABLE_TEXTS[language]
    const pages = await readFirst(readPages(readPage, config.exportRowLimit))
    const table = {
      columns: columns(texts),
      pages,
      local: localTime(timezone),
      more: texts.more(config.exportRowLimit),
    }
    const stream = format === 'csv' ? Readable.from(writeCsv(table, separator)) : writeXlsx(table)
    stream.on('error', error => request.log.warn({ err: error }, 'an export broke off'))
    return reply
      .header('content-type', TYPES[format])
      .header('content-disposition', `attachment; filename="${texts.names[list]}.${format}"`)
      .send(stream)
  }

  for (const format of FORMATS) {
    const summary = (what: string): string => `${what} as ${format.toUpperCase()}, all that match the filter`
    orders.get(`/orders.${format}`, {
      access: 'orders:read',
      accountants: true,
      summary: summary('Orders'),
      query: ordersQuery,
      handle: async (request, reply) => {
        const scope = scopeOf(request)
        const { language, separator, id: ids, ...query } = request.query
        const range = await readRange(request.db, scope, query)
        return send(request, reply, format, {
          list: 'orders',
          language,
          separator,
          columns: (texts: TableTexts) => orderColumns(texts, query.integrationId?.toLowerCase()),
          readPage: page => listOrders(request.db, scope, { ...query, ids, ...range, ...page }),
        })
      },
    })
    exchanges.get(`/exchanges.${format}`, {
      access: 'journal:read',
      accountants: true,
      summary: summary('Exchanges'),
      query: exchangesQuery,
      handle: async (request, reply) => {
        const scope = scopeOf(request)
        const { language, separator, ...query } = request.query
        const range = await readRange(request.db, scope, query)
        return send(request, reply, format, {
          list: 'exchanges',
          language,
          separator,
          columns: exchangeColumns,
          readPage: page => listExchanges(request.db, { ...query, ...range, ...page, scope }),
        })
      },
    })
    companies.get(`/companies.${format}`, {
      access: 'companies:read',
      accountants: true,
      summary: summary('Companies'),
      query: companiesQuery,
      handle: async (request, reply) => {
        const scope = scopeOf(request)
        const { language, separator, ...query } = request.query
        return send(request, reply, format, {
          list: 'companies',
          language,
          separator,
          columns: companyColumns,
          readPage: page => listCompanies(request.db, scope, { ...query, ...page }),
        })
      },
    })
  }
}

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function localTime(timezone: string): (at: Date) => string {
  const clock = wallClockOf(timezone)
  return at => {
    const { date, time } = clock(at.toISOString())
    return `${date} ${time}`
  }
}
