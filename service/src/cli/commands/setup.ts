import type { Command } from 'commander'
import { AppError } from '../../errors/app-error.js'
import { setUpLocation } from '../../people/set-up-location.js'
import { openForCommand } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.setup

interface SetupOptions {
  location: string
  timezone: string
  company: string
  inn: string
  kpp?: string
  adminEmail: string
  adminPassword: string
  operator?: true
  json?: true
}

export function addSetup(program: Command, terminal: Terminal): void {
  program
    .command('setup')
    .description(texts.description)
    .requiredOption('--location <name>', texts.location)
    .requiredOption('--timezone <iana>', texts.timezone)
    .requiredOption('--company <name>', texts.company)
    .requiredOption('--inn <inn>', texts.inn)
    .option('--kpp <kpp>', texts.kpp)
    .requiredOption('--admin-email <email>', texts.adminEmail)
    .requiredOption('--admin-password <password>', texts.adminPassword)
    .option('--operator', texts.operator)
    .option('--json', texts.json)
    .action((options: SetupOptions) => setUp(options, terminal))
}

async function setUp(options: SetupOptions, terminal: Terminal): Promise<void> {
  await using db = await openForCommand(terminal)
  try {
    const { locationId, companyId, apiToken } = await setUpLocation(db, {
      locationName: options.location,
      timezone: options.timezone,
      companyName: options.company,
      inn: options.inn,
      kpp: options.kpp,
      adminEmail: options.adminEmail,
      adminPassword: options.adminPassword,
      operator: options.operator,
    })
    const made = { locationId, companyId, apiToken }
    terminal.print(options.json ? JSON.stringify(made) : texts.done(made))
  } catch (error) {
    throw error instanceof AppError && error.errors ? nameOptions(error) : error
  }
}

/** The same error, naming the options instead of the fields. */
function nameOptions(error: AppError): AppError {
  const problems = (error.errors ?? []).map(
    ({ path, message }) => `${texts.options[path] ?? path}: ${message}`,
  )
  return new AppError(error.code, texts.invalid(problems), { cause: error })
}
