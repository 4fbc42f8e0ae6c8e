import { Command } from 'commander'
import { describeVersion, readVersion } from '../app/version.js'
import { addBackup, addRestore } from './commands/backup.js'
import { addCheck } from './commands/check.js'
import { addCopy } from './commands/copy.js'
import { addImportOrders } from './commands/import-orders.js'
import { addInspect } from './commands/inspect.js'
import { addMigrate } from './commands/migrate.js'
import { addPause, addResume } from './commands/pause.js'
import { addOperatorAdd, addPassword } from './commands/people.js'
import { addResetSecrets } from './commands/reset-secrets.js'
import { addServe } from './commands/serve.js'
import { addSetup } from './commands/setup.js'
import { addDemo } from './demo/add-demo.js'
import { addAct } from './one-c/act.js'
import { addPublish } from './one-c/publish.js'
import { addPull } from './one-c/pull.js'
import { addPush } from './one-c/push.js'
import { addRead } from './read/add-read.js'
import type { Terminal } from './terminal.js'
import { cliTexts as texts } from './texts.js'

/** Wrong usage throws a CommanderError, a command that fails throws the cause. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('obmen')
  program
    .exitOverride()
    .configureOutput({ writeOut: terminal.print, writeErr: () => {} })
    .configureHelp({
      styleTitle: title => texts.headings[title] ?? title,
      commandUsage: command =>
        `${pathOf(command)} ${command.usage()}`
          .replace('[options]', texts.usageOptions)
          .replace('[command]', texts.usageCommand),
      subcommandTerm: command =>
        `${command.name()} ${command.registeredArguments.map(one => `<${one.name()}>`).join(' ')}`,
      optionDescription: option => option.description,
      subcommandDescription: command => command.description(),
    })
    .helpOption('-h, --help', texts.help)
    .helpCommand(`help ${texts.usageCommand}`, texts.helpCommand)
    .description(texts.program)
    .version(describeVersion(readVersion()), '-V, --version', texts.version)
    .addHelpText('after', texts.helpAfter)

  addSetup(program, terminal)
  addServe(program, terminal)
  addMigrate(program, terminal)
  addCheck(program, terminal)
  addBackup(program, terminal)
  addRestore(program, terminal)
  addCopy(program, terminal)
  addPause(program, terminal)
  addResume(program, terminal)
  addPassword(program, terminal)
  addResetSecrets(program.command('secrets').description(texts.resetSecrets.group), terminal)
  addOperatorAdd(program.command('operator').description(texts.operator.description), terminal)
  addImportOrders(program.command('orders').description(texts.orders.description), terminal)
  addDemo(program, terminal)
  const oneC = program.command('1c').description(texts.pull.group)
  addPull(oneC, terminal)
  addPush(oneC, terminal)
  addInspect(oneC, terminal)
  addPublish(oneC, terminal)
  addAct(oneC, terminal)
  addRead(oneC, terminal)
  return program
}

/** `obmen orders import` */
export function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}
