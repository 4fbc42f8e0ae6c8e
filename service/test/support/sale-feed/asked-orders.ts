import type { PaymentForm } from '../../../src/integrations/connection/payment-form.js'
import { type OfferedOrders, offerOrders } from '../../../src/sale-feed/offer-orders.js'
import type { Connected } from './connected.js'

const NEVER = new AbortController().signal

/** Orders `o-0`, `o-1` and so on, or from another number. */
export const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: `o-${from + index}` }))

export async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

/** What a query of a session is answered. */
export async function askOrders(
  { db, integration }: Connected,
  sessionId: number,
  payments: PaymentForm = 'requisites',
): Promise<OfferedOrders> {
  return offerOrders(db, { integrationKey: integration.key, sessionId, payments }, NEVER)
}
