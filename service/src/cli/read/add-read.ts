import type { Command } from 'commander'
import { AppError } from '../../errors/app-error.js'
import { openODataClient } from '../../reading/odata/client.js'
import { ReadingError } from '../../reading/odata/failures.js'
import { normalizeUrl } from '../../reading/odata/query.js'
import { bp } from '../../reading/programs/bp.js'
import { failureInWords } from '../../reading/texts.js'
import { addPasswordOptions, type PasswordOptions, readPassword } from '../read-password.js'
import type { Terminal } from '../terminal.js'
import { type ReadPeriod, readInvoices } from './read-invoices.js'
import { READ_TEXTS as texts } from './texts.js'

interface ReadOptions extends PasswordOptions {
  url: string
  login: string
  from?: string
  to?: string
  json?: true
}

const DEFAULT_DAYS = 30
/** Money and acts come later than their invoice. */
const LATER_DAYS = 366
const DAY_MS = 86_400_000
/** The clock of a base is not known: without --to it is today wherever the day begins first, Kamchatka. */
const AHEAD_MS = DAY_MS / 2

export function addRead(oneC: Command, terminal: Terminal): void {
  const command = oneC
    .command('read')
    .description(texts.description)
    .requiredOption('--url <url>', texts.url)
    .requiredOption('--login <login>', texts.login)
  addPasswordOptions(command, texts.password)
    .option('--from <date>', texts.from)
    .option('--to <date>', texts.to)
    .option('--json', texts.json)
    .action((options: ReadOptions) => read(options, terminal))
}

/** Reads the invoices of a period by GET alone. Whoever runs it chose the address: it may be a private one. */
async function read(options: ReadOptions, terminal: Terminal): Promise<void> {
  const { login } = options
  const url = requireUrl(options.url)
  const to = requireDay('--to', options.to ?? new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 10))
  const from = requireDay('--from', options.from ?? daysAfter(to, -DEFAULT_DAYS))
  if (from > to) throw new AppError('invalid', texts.emptyPeriod(from, to))
  const password = await readPassword(options, terminal)
  terminal.progress(texts.reading)
  const { signal } = new AbortController()
  await using client = openODataClient({ url, login, password, allowPrivate: true, signal })
  const midnight = (day: string): string => `${day}T00:00:00`
  const period = {
    from: midnight(from),
    to: midnight(daysAfter(to, 1)),
    later: midnight(daysAfter(to, LATER_DAYS)),
  }
  try {
    const found = await readInvoices(client, bp, period)
    terminal.print(options.json ? JSON.stringify({ url, from, to, ...found }) : formatTable(found, from, to))
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    throw new AppError('conflict', failureInWords(error), { cause: error })
  } finally {
    terminal.progress('')
  }
}

function requireUrl(text: string): string {
  const normal = normalizeUrl(text)
  const url = URL.canParse(normal) ? new URL(normal) : undefined
  if (url?.username || url?.password) throw new AppError('invalid', texts.urlCredentials)
  if (url && /^https?:$/.test(url.protocol)) return url.href
  throw new AppError('invalid', texts.badUrl(text))
}

function requireDay(option: string, text: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text))
    throw new AppError('invalid', texts.badDay(option, text))
  return text
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

function formatTable({ invoices, missing }: ReadPeriod, from: string, to: string): string {
  const notes = missing.map(({ name, brings }) => texts.missing(name, brings))
  if (invoices.length === 0) return [texts.none(from, to), ...notes].join('\n')
  const rows = [texts.heading, ...invoices.map(texts.row)]
  const widths = texts.heading.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  const lines = rows.map(row =>
    row
      .map((cell, column) =>
        texts.sums.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  )
  return [...lines, '', texts.total(invoices.length), ...notes].join('\n')
}
