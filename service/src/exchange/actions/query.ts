import type { Call } from '../transport/call.js'
import { noOrders, type OrdersAnswer, type TextAnswer } from '../transport/reply.js'

/** mode=query: the orders that this integration is owed now. */
export async function query(call: Call): Promise<OrdersAnswer | TextAnswer> {
  const { port, integration, session, disconnect, caller, command, byCookie, byPassword } = call
  const { sessid, bitrixPath } = command
  const { userAgent } = caller
  await port.recordSigns(integration, session, {
    ...{ kind: 'query', userAgent, byPassword, cookie: byCookie, sessid, bitrixPath },
  })
  if (session.nothing) return noOrders(session.nothing())
  return { kind: 'orders', orders: await port.offerOrders(integration, session, disconnect.signal) }
}
