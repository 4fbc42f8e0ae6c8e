import type { Call } from '../transport/call.js'
import type { OrdersAnswer } from '../transport/reply.js'

/** mode=query: the orders that this integration is owed now. */
export async function query(call: Call): Promise<OrdersAnswer> {
  const { port, integration, session, signal, caller, command, byCookie, byPassword } = call
  const { sessid, bitrixPath } = command
  const { userAgent } = caller
  await port.recognize(integration, session, {
    ...{ kind: 'query', userAgent, byPassword, cookie: byCookie, sessid, bitrixPath },
  })
  const orders = session.nothing?.() ?? (await port.offerOrders(integration, session, signal))
  return { kind: 'orders', orders }
}
