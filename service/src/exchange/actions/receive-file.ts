import type { FileAnswer } from '../port.js'
import { TEXTS } from '../texts.js'
import type { Call } from '../transport/call.js'
import { failure, lines, success, type TextAnswer } from '../transport/reply.js'
import { refuseOrders } from './refuse-orders.js'

/** mode=file: stores the body, and reads the file once it is complete. */
export async function receiveFile(call: Call): Promise<TextAnswer> {
  const { port, integration, session, command, body, contentEncoding = 'identity' } = call
  const type = command.type === 'sale' ? 'sale' : 'catalog'
  if (!/^\s*(identity)?\s*$/i.test(contentEncoding)) return failure(TEXTS.fileEncoded(contentEncoding))
  const name = command.filename ?? ''
  await port.recordSigns(integration, session, { kind: 'file', type, name })
  // 1C sends a catalogue unasked; a refusal would stop its exchange of orders. It is read to the end and dropped.
  if (!integration.accept1c) return type === 'sale' ? refuseOrders(call) : success()
  return answerOf(await port.receiveFile(integration, session, { type, name, body }))
}

/** mode=import: whether the file was read; the answer is delayed a little if not, so that nobody asks in a tight loop. */
export async function importFile({ port, integration, session, command }: Call): Promise<TextAnswer> {
  if (!integration.accept1c) return command.type === 'sale' ? failure(TEXTS.importRefused) : success()
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
  return success()
}
