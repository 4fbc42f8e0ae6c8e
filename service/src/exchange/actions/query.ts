import type { Call } from '../transport/call.js'
import { emptyPackageAnswer, type OrdersAnswer, type TextAnswer } from '../transport/reply.js'

/** mode=query: the orders that this integration is owed now. */
export async function query(call: Call): Promise<OrdersAnswer | TextAnswer> {
  const { port, integration, session, disconnect, caller, command, byCookie, byPassword } = call
  const { sessid, bitrixPath } = command
  const { userAgent } = caller
  await port.recordSigns(integration, session, {
    ...{ kind: 'query', userAgent, byPassword, cookie: byCookie, sessid, bitrixPath },
  })
  if (session.emptyAnswer) return emptyPackageAnswer(session.emptyAnswer())
  return { kind: 'orders', orders: await port.offerOrders(integration, session, disconnect.signal) }
}
