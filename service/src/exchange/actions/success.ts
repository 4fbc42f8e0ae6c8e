import { TEXTS } from '../texts.js'
import type { Call } from '../transport/call.js'
import { failure, success as succeeded, type TextAnswer } from '../transport/reply.js'

/**
 * mode=success: the client has stored the last answer. Without a cookie that is the latest batch sent to a client without
 * one.
 */
export async function success({ port, integration, session, byCookie }: Call): Promise<TextAnswer> {
  const outcome = await port.confirmOrders(integration, byCookie ? session : undefined)
  if (outcome.result === 'refused') return failure(TEXTS.success[outcome.reason])
  return outcome.result === 'confirmed' ? { ...succeeded(), orderCount: outcome.orders } : succeeded()
}
