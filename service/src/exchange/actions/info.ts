import type { Call } from '../transport/call.js'
import { type TextAnswer, xmlAnswer } from '../transport/reply.js'

/** mode=info: statuses, payment systems and delivery services, from which УНФ and БП fill their tables. */
export async function info({ port, integration }: Call): Promise<TextAnswer> {
  return xmlAnswer(await port.dictionaries(integration))
}
