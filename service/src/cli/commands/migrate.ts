import type { Command } from 'commander'
import { readConfig } from '../../config.js'
import { pendingMigrations } from '../../db/migrate.js'
import { migrateForCommand, openConfiguredDatabase } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.migrate

export function addMigrate(program: Command, terminal: Terminal): void {
  program
    .command('migrate')
    .description(texts.description)
    .option('--dry-run', texts.dryRun)
    .action((options: { dryRun?: true }) => bringUpToDate(options.dryRun === true, terminal))
}

async function bringUpToDate(dryRun: boolean, terminal: Terminal): Promise<void> {
  await using db = await openConfiguredDatabase(readConfig(terminal.env), 'command', {
    warn: terminal.notify,
  })
  const names = dryRun ? await pendingMigrations(db) : await migrateForCommand(db, terminal)
  if (names.length === 0) terminal.print(texts.nothing)
  else terminal.print(dryRun ? texts.pending(names) : texts.done(names))
}
