import { TEXTS } from '../texts.js'
import type { Call } from '../transport/call.js'
import { failure, successAnswer, type TextAnswer } from '../transport/reply.js'

/**
 * mode=success: the client has stored what its session was sent. A client without a cookie confirms the latest batch sent to one
 * without a cookie.
 */
export async function success({ port, integration, session, byCookie }: Call): Promise<TextAnswer> {
  const outcome = await port.confirmOrders(integration, byCookie ? session : undefined)
  if (outcome.result === 'refused') return failure(TEXTS.success[outcome.reason])
  return outcome.result === 'confirmed' ? { ...successAnswer(), orderCount: outcome.orders } : successAnswer()
}
