import type { PaymentOutcome } from '../result.js'
import { detached, type Load } from './load.js'

/** Makes the payment or, if one with the key is there, writes it over. */
export function storePayment(load: Load, documentId: number, key: string, payment: PaymentOutcome): void {
  const indexed = `payment:${documentId}:${key}`
  const known = load.base.index.get(indexed)
  const id = known ?? load.tx.nextId()
  const outcome = detached({
    ...payment,
    action: known === undefined ? ('created' as const) : ('updated' as const),
  })
  if (known === undefined) load.tx.set(load.base.index, indexed, id)
  load.tx.set(load.base.payments, id, { id, documentId, key, outcome })
  const first = `payments-of:${documentId}`
  if (!load.base.index.has(first)) load.tx.set(load.base.index, first, id)
  load.payments.push(outcome)
}

/** Some payment of the document, or undefined. */
export function somePaymentOf(load: Load, documentId: number): { id: number; key: string } | undefined {
  const id = load.base.index.get(`payments-of:${documentId}`)
  const payment = id === undefined ? undefined : load.base.payments.get(id)
  return payment === undefined ? undefined : { id: payment.id, key: payment.key }
}
