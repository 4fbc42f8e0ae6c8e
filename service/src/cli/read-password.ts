import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import type { Command } from 'commander'
import { AppError } from '../errors/app-error.js'
import type { Terminal } from './terminal.js'
import { cliTexts } from './texts.js'

const texts = cliTexts.secretOption

export interface PasswordOptions {
  password?: string | undefined
  passwordFile?: string | undefined
  passwordStdin?: true | undefined
}

/** Other users of the machine see what stands on a command line: a password may come otherwise. */
export function addPasswordOptions(command: Command, meaning: string, prefix = ''): Command {
  const name = `--${prefix}password`
  return command
    .option(`${name} <password>`, texts.onCommandLine(meaning))
    .option(`${name}-file <file>`, texts.file)
    .option(`${name}-stdin`, texts.stdin)
}

/** The password by whichever of these options, else asked for at the terminal; `name` is the first's. */
export async function readPassword(
  { password, passwordFile: file, passwordStdin: stdin }: PasswordOptions,
  terminal: Terminal,
  name = '--password',
): Promise<string> {
  if ([password, file, stdin].filter(one => one !== undefined).length > 1)
    throw new AppError('invalid', texts.severalWays(name))
  if (password !== undefined) return password
  if (file !== undefined) return firstLine(await readSecretFile(file))
  if (stdin) return firstLine(await readAll(process.stdin))
  const typed = await terminal.askSecret(texts.question)
  if (!typed) throw new AppError('invalid', texts.missing(name))
  return typed
}

async function readSecretFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new AppError('invalid', texts.unreadable(file, (cause as Error).message), { cause })
  }
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0]!
}
