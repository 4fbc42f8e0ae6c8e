import type { Command } from 'commander'
import { AppError } from '../../errors/app-error.js'
import { makeOperator } from '../../people/roles.js'
import { resetPassword } from '../../people/sign-in/change-password.js'
import { openForCommand } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

interface Credentials {
  email: string
  password: string
}

export function addOperatorAdd(operators: Command, terminal: Terminal): void {
  const texts = cliTexts.operator
  operators
    .command('add')
    .description(texts.addDescription)
    .requiredOption('--email <email>', texts.email)
    .requiredOption('--password <password>', texts.password)
    .action((options: Credentials) => addOperator(options, terminal))
}

/** The first operator can only be created here: whoever runs commands on the server owns it. */
async function addOperator(options: Credentials, terminal: Terminal): Promise<void> {
  const texts = cliTexts.operator
  await using db = await openForCommand(terminal, { mustExist: true })
  const { newRole, newAccount } = await makeOperator(db, options).catch(nameOptions(texts.invalid))
  terminal.print(newRole ? texts.done(options.email, newAccount) : texts.already(options.email))
}

export function addPassword(program: Command, terminal: Terminal): void {
  const texts = cliTexts.password
  program
    .command('password')
    .description(texts.description)
    .requiredOption('--email <email>', texts.email)
    .requiredOption('--password <password>', texts.password)
    .option('--account <id>', texts.account)
    .option('--remove-second-factor', texts.removeSecondFactor)
    .action((options: NewPassword) => setPassword(options, terminal))
}

interface NewPassword extends Credentials {
  account?: string
  removeSecondFactor?: true
}

async function setPassword(options: NewPassword, terminal: Terminal): Promise<void> {
  const texts = cliTexts.password
  await using db = await openForCommand(terminal, { mustExist: true })
  await resetPassword(db, options).catch(nameOptions(texts.invalid))
  terminal.print(texts.done(options.email, options.removeSecondFactor === true))
}

/** Throws the same error, naming the options instead of the fields. */
export function nameOptions(
  describe: (problems: string[]) => string,
  options: Readonly<Record<string, string>> = {},
): (error: unknown) => never {
  return error => {
    if (!(error instanceof AppError) || !error.errors) throw error
    const problems = error.errors.map(
      ({ path, message }) => `${options[path] ?? `--${path.slice(1)}`}: ${message}`,
    )
    throw new AppError(error.code, describe(problems), { cause: error })
  }
}
