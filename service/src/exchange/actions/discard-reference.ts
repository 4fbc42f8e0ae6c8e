import type { Call } from '../transport/call.js'
import { successAnswer, type TextAnswer } from '../transport/reply.js'
import { init } from './init.js'

/**
 * type=reference: dictionaries, which only the Bitrix module sends. A refusal would stop it before the orders, so they are read to the end
 * and discarded; the journal stores their size.
 */
export async function discardReference(call: Call): Promise<TextAnswer> {
  await call.port.recordSigns(call.integration, call.session, { kind: 'bitrix-words' })
  return call.command.mode === 'init' ? init(call) : successAnswer()
}
