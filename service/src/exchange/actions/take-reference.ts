import type { Call } from '../transport/call.js'
import { success, type TextAnswer } from '../transport/reply.js'
import { init } from './init.js'

/**
 * type=reference: dictionaries, which the module of Bitrix alone sends, and which a refusal would keep from going on to the orders. Nothing
 * is done with them: the body is read to its end, and the journal keeps its size.
 */
export async function takeReference(call: Call): Promise<TextAnswer> {
  await call.port.recordSigns(call.integration, call.session, { kind: 'bitrix-words' })
  return call.command.mode === 'init' ? init(call) : success()
}
