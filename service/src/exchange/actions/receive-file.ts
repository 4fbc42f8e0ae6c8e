import type { FileAnswer } from '../port.js'
import { TEXTS } from '../texts.js'
import type { Call } from '../transport/call.js'
import { failure, lines, successAnswer, type TextAnswer } from '../transport/reply.js'
import { refuseOrders } from './refuse-orders.js'

/** mode=file: stores the body, and has the file read once it is complete. */
export async function receiveFile(call: Call): Promise<TextAnswer> {
  const { port, integration, session, command, body, contentEncoding = 'identity' } = call
  const type = command.type === 'sale' ? 'sale' : 'catalog'
  if (!/^\s*(identity)?\s*$/i.test(contentEncoding)) return failure(TEXTS.fileEncoded(contentEncoding))
  const name = command.filename ?? ''
  await port.recordSigns(integration, session, { kind: 'file', type, name })
  // Some 1C send a catalogue unasked, and a refusal would stop their exchange of orders: it is read to the end and dropped.
  if (!integration.accept1c) return type === 'sale' ? refuseOrders(call) : successAnswer()
  return answerOf(await port.receiveFile(integration, session, { type, name, body }))
}

/** mode=import: whether the file was read; if not, the answer is delayed a little, so that 1C doesn't ask in a tight loop. */
export async function importFile({ port, integration, session, command }: Call): Promise<TextAnswer> {
  if (!integration.accept1c) return command.type === 'sale' ? failure(TEXTS.importRefused) : successAnswer()
  return answerOf(await port.importFile(integration, session, command.filename))
}

function answerOf(answer: FileAnswer): TextAnswer {
  return answer.result === 'failure' ? failure(answer.text) : lines(answer.result)
}

/** The Bitrix module reports with mode=deactivate or complete that its whole catalogue has been sent. */
export async function endCatalogue({ port, integration, session, command }: Call): Promise<TextAnswer> {
  // Only the Bitrix module sends it.
  if (command.mode === 'deactivate') await port.recordSigns(integration, session, { kind: 'bitrix-words' })
  if (integration.accept1c) await port.endCatalogue(integration)
  return successAnswer()
}
