import type { Call } from './call.js'
import { type TextAnswer, xml } from './reply.js'

/** mode=info: statuses, payment systems and delivery services, from which УНФ and БП fill their tables. */
export async function info({ port, integration }: Call): Promise<TextAnswer> {
  return xml(await port.dictionaries(integration))
}
