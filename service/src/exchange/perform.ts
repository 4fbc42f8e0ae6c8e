import { info } from './actions/info.js'
import { init } from './actions/init.js'
import { query } from './actions/query.js'
import { endCatalogue, importFile, receiveFile } from './actions/receive-file.js'
import { success } from './actions/success.js'
import { takeReference } from './actions/take-reference.js'
import { TEXTS } from './texts.js'
import type { Action, Call } from './transport/call.js'
import type { ExchangeMode, ExchangeType } from './transport/command.js'
import { type Answer, failure, success as polite } from './transport/reply.js'

/** Performs the requested action. */
export async function perform(type: ExchangeType, mode: PerformedMode, call: Call): Promise<Answer> {
  return ACTIONS[type][mode](call)
}

/** checkauth runs before there is a session. */
export type PerformedMode = Exclude<ExchangeMode, 'checkauth'>

const saleOnly: Action = call => failure(TEXTS.saleOnly(call.command.modeWord))

const ACTIONS: Record<ExchangeType, Record<PerformedMode, Action>> = {
  sale: {
    init,
    query,
    success,
    info,
    file: receiveFile,
    import: importFile,
    deactivate: polite,
    complete: polite,
  },
  catalog: {
    init,
    query: saleOnly,
    success: saleOnly,
    info: saleOnly,
    file: receiveFile,
    import: importFile,
    deactivate: endCatalogue,
    complete: endCatalogue,
  },
  reference: {
    init: takeReference,
    query: saleOnly,
    success: saleOnly,
    info: saleOnly,
    file: takeReference,
    import: takeReference,
    deactivate: takeReference,
    complete: takeReference,
  },
}
