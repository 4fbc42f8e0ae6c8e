import { Readable } from 'node:stream'
import { LOCALES } from '@obmen/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { locationIn } from '../../db/scope.js'
import { getLocation } from '../../places/locations.js'
import { wallClockOf } from '../../sale-feed/wall-clock.js'
import { scopeOf } from '../access.js'
import { type Column, readPages } from './table.js'
import { TABLE_TEXTS, type TableTexts } from './texts-tables.js'
import { CSV_SEPARATORS, type CsvSeparator, writeCsv } from './write-csv.js'
import { writeXlsx } from './write-xlsx.js'

export const FORMATS = ['csv', 'xlsx'] as const
/** As names of operations have them. */
export const NAMES = { csv: 'Csv', xlsx: 'Xlsx' }
const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
/** What each answers. */
export const SENT = {
  csv: { [TYPES.csv]: z.string() },
  xlsx: { [TYPES.xlsx]: z.string().meta({ format: 'binary' }) },
}
const language = z.enum(LOCALES).default('ru').describe('Of headings and states')
const separator = z
  .enum(CSV_SEPARATORS)
  .default('comma')
  .describe('Of a CSV; semicolon also writes a decimal comma, as spreadsheets of a Russian region expect')
/** What every file of a list is asked with, besides its filter. */
export const fileQuery = { language, separator }

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

/** A list as a file; its first page is read before the answer begins. */
export async function sendFile<Row>(
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
