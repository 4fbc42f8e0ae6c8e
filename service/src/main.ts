import type { Command } from 'commander'
import { createProgram, pathOf } from './cli/program.js'
import { processTerminal } from './cli/terminal.js'
import { explainError } from './errors/cli-failure.js'

const EXIT_AFTER_MS = 3000

/** Runs `obmen`; `argv` as in `process.argv`. Sets the exit code: 0 done, 1 failed, 2 wrongly called. */
export async function main(argv: readonly string[]): Promise<void> {
  const terminal = processTerminal()
  const program = createProgram(terminal)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    const { text, exitCode } = explainError(error, pathOf(requestedCommand(program, argv)))
    if (text) terminal.notify(text)
    if (terminal.env.LOG_LEVEL === 'debug' && error instanceof Error) terminal.notify(error.stack ?? '')
    process.exitCode = exitCode
  }
  // Everything should be closed by now; whatever was left open must not keep the process alive.
  setTimeout(() => process.exit(), EXIT_AFTER_MS).unref()
}

function requestedCommand(program: Command, argv: readonly string[]): Command {
  let command = program
  for (const word of argv.slice(2)) {
    const next = command.commands.find(one => one.name() === word)
    if (!next) break
    command = next
  }
  return command
}
