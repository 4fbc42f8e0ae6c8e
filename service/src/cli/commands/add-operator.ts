import type { Command } from 'commander'
import { readConfig } from '../../config.js'
import { AppError } from '../../errors/app-error.js'
import { makeOperator } from '../../people/users/make-operator.js'
import { migrateForCommand, openConfiguredDatabase } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.operator

interface OperatorOptions {
  email: string
  password: string
}

export function addOperatorAdd(operators: Command, terminal: Terminal): void {
  operators
    .command('add')
    .description(texts.addDescription)
    .requiredOption('--email <email>', texts.email)
    .requiredOption('--password <password>', texts.password)
    .action((options: OperatorOptions) => addOperator(options, terminal))
}

/** The first operator can only be created here: whoever runs commands on the server owns it. */
async function addOperator({ email, password }: OperatorOptions, terminal: Terminal): Promise<void> {
  await using db = await openConfiguredDatabase(readConfig(terminal.env), 'command', { mustExist: true })
  await migrateForCommand(db, terminal)
  try {
    const { newRole } = await makeOperator(db, { email, password })
    terminal.print(newRole ? texts.done(email) : texts.already(email))
  } catch (error) {
    throw error instanceof AppError && error.errors ? nameOptions(error) : error
  }
}

function nameOptions(error: AppError): AppError {
  const problems = (error.errors ?? []).map(({ path, message }) => `--${path.slice(1)}: ${message}`)
  return new AppError(error.code, texts.invalid(problems), { cause: error })
}
