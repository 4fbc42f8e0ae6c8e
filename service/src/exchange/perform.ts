import type { Action, Call } from './call.js'
import type { ExchangeMode, ExchangeType } from './command.js'
import { info } from './info.js'
import { init } from './init.js'
import { query } from './query.js'
import { importFile, receiveFile } from './receive-file.js'
import { type Answer, failure, success as polite } from './reply.js'
import { success } from './success.js'
import { TEXTS } from './texts.js'

/** Does what a call asks for. */
export async function perform(type: ExchangeType, mode: PerformedMode, call: Call): Promise<Answer> {
  return ACTIONS[type][mode](call)
}

/** checkauth comes before there is a session. */
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
  // 1C sends a catalogue unasked; a refusal would stop its exchange of orders. It is read to the end and let go.
  catalog: {
    init,
    query: saleOnly,
    success: saleOnly,
    info: saleOnly,
    file: polite,
    import: polite,
    deactivate: polite,
    complete: polite,
  },
}
