import type { Command } from 'commander'
import { forgetKey } from '../../db/secrets/open-secrets.js'
import { deleteSecondFactor } from '../../people/sign-in/use-code.js'
import { forgetReadingPasswords } from '../../reading/reading.js'
import { forgetAnswers } from '../../requests/kept-answers.js'
import { replaceWebhookSecrets } from '../../webhooks/secret.js'
import { openForCommand } from '../open-database.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'

const texts = cliTexts.resetSecrets

export function addResetSecrets(secrets: Command, terminal: Terminal): void {
  secrets
    .command('reset')
    .description(texts.description)
    .action(() => resetSecrets(terminal))
}

/** What the lost key encrypted is replaced, so that servers start with another one. */
async function resetSecrets(terminal: Terminal): Promise<void> {
  await using db = await openForCommand(terminal, { mustExist: true })
  const [webhooks, people, readings] = await db.transaction(async tx => {
    await forgetKey(tx)
    await forgetAnswers(tx)
    return [await replaceWebhookSecrets(tx), await deleteSecondFactor(tx), await forgetReadingPasswords(tx)]
  })
  terminal.print(texts.done(webhooks!, people!, readings!))
}
