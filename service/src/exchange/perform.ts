import { discardReference } from './actions/discard-reference.js'
import { info } from './actions/info.js'
import { init } from './actions/init.js'
import { query } from './actions/query.js'
import { endCatalogue, importFile, receiveFile } from './actions/receive-file.js'
import { success } from './actions/success.js'
import { TEXTS } from './texts.js'
import type { Action, Call } from './transport/call.js'
import type { ExchangeMode, ExchangeType } from './transport/command.js'
import { type Answer, failure, successAnswer } from './transport/reply.js'

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
    deactivate: successAnswer,
    complete: successAnswer,
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
    init: discardReference,
    query: saleOnly,
    success: saleOnly,
    info: saleOnly,
    file: discardReference,
    import: discardReference,
    deactivate: discardReference,
    complete: discardReference,
  },
}
