import type { InvoiceAction } from '@obmen/simulator'
import type { Command } from 'commander'
import { AppError } from '../../errors/app-error.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'
import { requireInvoices, saveBase } from './simulated-base.js'

const texts = cliTexts.act
/** The simulator is loaded only when it plays; the compiler compares its list with this one. */
const ACTIONS = [
  ...(['post', 'unpost', 'change', 'cancel', 'delete', 'undelete', 'remove'] as const),
  ...(['pay', 'pay-part', 'unpay', 'mark-paid', 'refund', 'ship', 'ship-by-line', 'ship-upd'] as const),
  ...(['renumber', 'move-year', 'copy'] as const),
] satisfies readonly InvoiceAction[]

interface ActOptions {
  base: string
  document: string
  do: string
}

export function addAct(oneC: Command, terminal: Terminal): void {
  oneC
    .command('act')
    .description(texts.description)
    .requiredOption('--base <file>', texts.base)
    .requiredOption('--document <number>', texts.document)
    .requiredOption('--do <actions>', texts.actions(ACTIONS))
    .action((options: ActOptions) => act(options, terminal))
}

/** Does it in a base of Бухгалтерия, and stores the base again. */
async function act({ base: file, document, do: list }: ActOptions, terminal: Terminal): Promise<void> {
  const actions = list.split(',').map(text => {
    const known = ACTIONS.find(action => action === text.trim())
    if (known === undefined) throw new AppError('invalid', texts.unknownAction(text, ACTIONS))
    return known
  })
  const base = await requireInvoices(file)
  const { manageInvoice } = await import('@obmen/simulator')
  const id = [...base.documents.values()].find(
    ({ outcome }) => outcome.number === document || outcome.siteNumber === document,
  )?.id
  for (const action of actions) {
    const invoice = id === undefined ? undefined : base.documents.get(id)
    if (invoice === undefined) throw new AppError('invalid', texts.noSuchDocument(document))
    manageInvoice(base, invoice, action, new Date())
  }
  await saveBase(base, file)
  terminal.print(texts.done(document, actions))
}
