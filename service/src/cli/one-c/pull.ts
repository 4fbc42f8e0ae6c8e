import type { Client } from '@obmen/simulator'
import { type Command, Option } from 'commander'
import { AppError } from '../../errors/app-error.js'
import { addPasswordOptions, type PasswordOptions, readPassword } from '../read-password.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'
import { openBase, saveBase } from './simulated-base.js'

const texts = cliTexts.pull
/** The simulator is loaded only when it is used; the compiler compares its list with this one. */
const CLIENTS = ['bp', 'unf', 'ut', 'rt', 'bitrix'] as const satisfies readonly Client[]

interface PullOptions extends PasswordOptions {
  url: string
  login: string
  client: Client
  closedBefore?: string
  base?: string
  json?: true
  cookieOnly?: true
  explainSite?: true
  /** False with `--no-success`. */
  success: boolean
}

export function addPull(oneC: Command, terminal: Terminal): void {
  const command = oneC
    .command('pull')
    .description(texts.description)
    .requiredOption('--url <url>', texts.url)
    .requiredOption('--login <login>', texts.login)
  addPasswordOptions(command, texts.password)
    .addOption(new Option('--client <client>', texts.client).choices(CLIENTS).makeOptionMandatory())
    .option('--closed-before <date>', texts.closedBefore)
    .option('--base <file>', texts.base)
    .option('--json', texts.json)
    .option('--explain-site', texts.explainSite)
    .option('--cookie-only', texts.cookieOnly)
    .option('--no-success', texts.noSuccess)
    .action((options: PullOptions) => pull(options, terminal))
}

/** Runs one exchange with a new or a stored base; fails if it would fail in 1C. */
async function pull(options: PullOptions, terminal: Terminal): Promise<void> {
  requireAddress(options.url)
  const { closedBefore } = options
  if (closedBefore !== undefined && !isDay(closedBefore))
    throw new AppError('invalid', texts.badDay(closedBefore))
  const { formatReport, runExchange } = await import('@obmen/simulator')
  const { url, login, client } = options
  const password = await readPassword(options, terminal)
  const base = await openBase(client, options.base, { ...(closedBefore && { closedBefore }) })
  const result = await runExchange(base, {
    url,
    login,
    password,
    sendSuccess: options.success,
    cookieOnly: options.cookieOnly ?? false,
  })
  await saveBase(base, options.base)
  terminal.print(
    options.json
      ? JSON.stringify(result)
      : formatReport(result, { color: terminal.colors, explainSite: options.explainSite ?? false }),
  )
  if (!result.ok) throw new AppError('conflict', result.summary)
}

export function requireAddress(url: string): void {
  if (!/^(https?:\/\/)?[^\s/?#]+/i.test(url)) throw new AppError('invalid', texts.badUrl(url))
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
