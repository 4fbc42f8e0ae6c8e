import type { Command } from 'commander'
import { setUpLocation } from '../../people/set-up-location.js'
import { openForCommand } from '../open-database.js'
import { addPasswordOptions, readPassword } from '../read-password.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'
import { nameOptions } from './people.js'

const texts = cliTexts.setup

interface SetupOptions {
  location: string
  timezone: string
  company: string
  inn: string
  kpp?: string
  adminEmail: string
  adminPassword?: string
  adminPasswordFile?: string
  adminPasswordStdin?: true
  operator?: true
  json?: true
}

export function addSetup(program: Command, terminal: Terminal): void {
  const command = program
    .command('setup')
    .description(texts.description)
    .requiredOption('--location <name>', texts.location)
    .requiredOption('--timezone <iana>', texts.timezone)
    .requiredOption('--company <name>', texts.company)
    .requiredOption('--inn <inn>', texts.inn)
    .option('--kpp <kpp>', texts.kpp)
    .requiredOption('--admin-email <email>', texts.adminEmail)
  addPasswordOptions(command, texts.adminPassword, 'admin-')
    .option('--operator', texts.operator)
    .option('--json', texts.json)
    .action((options: SetupOptions) => setUp(options, terminal))
}

async function setUp(
  { location, company, json, adminPassword, adminPasswordFile, adminPasswordStdin, ...options }: SetupOptions,
  terminal: Terminal,
): Promise<void> {
  const [passwordFile, passwordStdin] = [adminPasswordFile, adminPasswordStdin]
  const given = { password: adminPassword, passwordFile, passwordStdin }
  const password = await readPassword(given, terminal, '--admin-password')
  await using db = await openForCommand(terminal)
  const { locationId, companyId, apiToken } = await setUpLocation(db, {
    locationName: location,
    companyName: company,
    ...options,
    adminPassword: password,
  }).catch(nameOptions(texts.invalid, texts.options))
  const made = { locationId, companyId, apiToken }
  terminal.print(json ? JSON.stringify(made) : texts.done(made))
}
