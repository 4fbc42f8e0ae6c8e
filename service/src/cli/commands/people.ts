import type { Command } from 'commander'
import { AppError } from '../../errors/app-error.js'
import { makeOperator } from '../../people/roles.js'
import { resetPassword } from '../../people/sign-in/change-password.js'
import { openForCommand } from '../open-database.js'
import { addPasswordOptions, type PasswordOptions, readPassword } from '../read-password.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

interface Account extends PasswordOptions {
  email: string
}

export function addOperatorAdd(operators: Command, terminal: Terminal): void {
  const texts = cliTexts.operator
  const command = operators
    .command('add')
    .description(texts.addDescription)
    .requiredOption('--email <email>', texts.email)
  addPasswordOptions(command, texts.password).action((options: Account) => addOperator(options, terminal))
}

/** The first operator can only be created here: whoever runs commands on the server owns it. */
async function addOperator({ email, ...options }: Account, terminal: Terminal): Promise<void> {
  const texts = cliTexts.operator
  const password = await readPassword(options, terminal)
  await using db = await openForCommand(terminal, { mustExist: true })
  const { newRole, newAccount } = await makeOperator(db, { email, password }).catch(
    nameOptions(texts.invalid),
  )
  terminal.print(newRole ? texts.done(email, newAccount) : texts.already(email))
}

export function addPassword(program: Command, terminal: Terminal): void {
  const texts = cliTexts.password
  const command = program
    .command('password')
    .description(texts.description)
    .requiredOption('--email <email>', texts.email)
  addPasswordOptions(command, texts.password)
    .option('--account <id>', texts.account)
    .option('--remove-second-factor', texts.removeSecondFactor)
    .action((options: NewPassword) => setPassword(options, terminal))
}

interface NewPassword extends Account {
  account?: string
  removeSecondFactor?: true
}

async function setPassword(options: NewPassword, terminal: Terminal): Promise<void> {
  const texts = cliTexts.password
  const password = await readPassword(options, terminal)
  await using db = await openForCommand(terminal, { mustExist: true })
  await resetPassword(db, { ...options, password }).catch(nameOptions(texts.invalid))
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
