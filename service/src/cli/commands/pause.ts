import type { Command } from 'commander'
import { pauseSending, resumeSending } from '../../backup/sending.js'
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

export function addResume(program: Command, terminal: Terminal): void {
  program
    .command('resume')
    .description(texts.resumeDescription)
    .action(async () => {
      await using db = await openForCommand(terminal, { mustExist: true })
      terminal.print((await resumeSending(db)) ? texts.resumed : texts.notPaused)
    })
}

/** Lets a restored database be started without anything going out by itself. */
async function pauseAll(terminal: Terminal): Promise<void> {
  await using db = await openForCommand(terminal, { mustExist: true })
  const [integrations, actions] = await db.transaction(async tx => [
    await pauseIntegrations(tx),
    await cancelAllBulkActions(tx),
    await pauseSending(tx),
  ])
  terminal.print(texts.done(integrations!, actions!))
}
