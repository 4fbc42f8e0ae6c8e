import type { Command } from 'commander'
import { cancelAllBulkActions } from '../../bulk-actions/bulk-actions.js'
import { pauseIntegrations } from '../../integrations/record-decisions.js'
import { openForCommand } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.pause

export function addPause(program: Command, terminal: Terminal): void {
  program
    .command('pause')
    .description(texts.description)
    .requiredOption('--all', texts.all)
    .action(() => pauseAll(terminal))
}

/** Lets a restored database be started without anything going to a 1C by itself. */
async function pauseAll(terminal: Terminal): Promise<void> {
  await using db = await openForCommand(terminal, { mustExist: true })
  const [integrations, actions] = await db.transaction(async tx => [
    await pauseIntegrations(tx),
    await cancelAllBulkActions(tx),
  ])
  terminal.print(texts.done(integrations!, actions!))
}
