import type { Call } from '../transport/call.js'
import { type TextAnswer, xml } from '../transport/reply.js'

/** mode=info: statuses, payment systems and delivery services, from which УНФ and БП fill their tables. */
export async function info({ port, integration }: Call): Promise<TextAnswer> {
  return xml(await port.dictionaries(integration))
}
