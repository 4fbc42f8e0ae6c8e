import type { Command } from 'commander'
import { readConfig } from '../../config.js'
import { AppError } from '../../errors/app-error.js'
import { resetPassword } from '../../people/sign-in/reset-password.js'
import { migrateForCommand, openConfiguredDatabase } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.password

interface PasswordOptions {
  email: string
  password: string
}

export function addPassword(program: Command, terminal: Terminal): void {
  program
    .command('password')
    .description(texts.description)
    .requiredOption('--email <email>', texts.email)
    .requiredOption('--password <password>', texts.password)
    .action((options: PasswordOptions) => setPassword(options, terminal))
}

async function setPassword({ email, password }: PasswordOptions, terminal: Terminal): Promise<void> {
  await using db = await openConfiguredDatabase(readConfig(terminal.env), 'command', { mustExist: true })
  await migrateForCommand(db, terminal)
  try {
    await resetPassword(db, { email, password })
    terminal.print(texts.done(email))
  } catch (error) {
    if (!(error instanceof AppError) || !error.errors) throw error
    const problems = error.errors.map(({ path, message }) => `--${path.slice(1)}: ${message}`)
    throw new AppError(error.code, texts.invalid(problems), { cause: error })
  }
}
