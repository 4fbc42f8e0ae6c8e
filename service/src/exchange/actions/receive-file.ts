import type { FileAnswer } from '../port.js'
import { TEXTS } from '../texts.js'
import type { Call } from '../transport/call.js'
import { failure, lines, success, type TextAnswer } from '../transport/reply.js'
import { refuseOrders } from './refuse-orders.js'

/** mode=file: the body is stored, and read once the file is there whole. */
export async function receiveFile(call: Call): Promise<TextAnswer> {
  const { port, integration, session, command, body, contentEncoding = 'identity' } = call
  const type = command.type!
  if (!/^\s*(identity)?\s*$/i.test(contentEncoding)) return failure(TEXTS.fileEncoded(contentEncoding))
  // 1C sends a catalogue unasked; a refusal would stop its exchange of orders. It is read to the end and let go.
  if (!integration.accept1c) return type === 'sale' ? refuseOrders(call) : success()
  const name = command.filename ?? ''
  return answerOf(await port.receiveFile(integration, session, { type, name, body }))
}

/** mode=import: whether the file was read; held for a moment where it is not, so that nobody asks in a circle. */
export async function importFile({ port, integration, session, command }: Call): Promise<TextAnswer> {
  if (!integration.accept1c) return command.type === 'sale' ? failure(TEXTS.importRefused) : success()
  return answerOf(await port.importFile(integration, session, command.filename))
}

function answerOf(answer: FileAnswer): TextAnswer {
  return answer.result === 'failure' ? failure(answer.text) : lines(answer.result)
}

/** The Bitrix module says with mode=deactivate or complete that its whole catalogue is here. */
export async function endCatalogue({ port, integration }: Call): Promise<TextAnswer> {
  if (integration.accept1c) await port.endCatalogue(integration)
  return success()
}
