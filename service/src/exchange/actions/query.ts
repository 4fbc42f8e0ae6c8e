import type { Call } from '../transport/call.js'
import type { OrdersAnswer } from '../transport/reply.js'

/** mode=query: the orders that this integration is owed now. */
export async function query({ port, integration, session, signal }: Call): Promise<OrdersAnswer> {
  const orders = session.nothing?.() ?? (await port.offerOrders(integration, session, signal))
  return { kind: 'orders', orders }
}
