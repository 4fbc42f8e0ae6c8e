import type { PaymentOutcome } from '../result.js'
import type { StoredPayment } from './base.js'
import { detached, type Load } from './load.js'

/** Creates the payment, or overwrites the one with the key. */
export function storePayment(load: Load, documentId: number, key: string, payment: PaymentOutcome): void {
  const indexed = `payment:${documentId}:${key}`
  const known = load.base.index.get(indexed)
  const id = known ?? load.tx.nextId()
  const outcome = detached({
    ...payment,
    action: known === undefined ? ('created' as const) : ('updated' as const),
  })
  const last = `last-payment-of:${documentId}`
  const previousId =
    known === undefined ? load.base.index.get(last) : load.base.payments.get(known)?.previousId
  if (known === undefined) {
    load.tx.set(load.base.index, indexed, id)
    load.tx.set(load.base.index, last, id)
  }
  load.tx.set(load.base.payments, id, { id, documentId, key, previousId, outcome })
  load.payments.push(outcome)
}

export function paymentsOfDocument(load: Load, documentId: number): StoredPayment[] {
  const found: StoredPayment[] = []
  let id = load.base.index.get(`last-payment-of:${documentId}`)
  while (id !== undefined) {
    const payment = load.base.payments.get(id)
    if (payment === undefined) break
    found.unshift(payment)
    id = payment.previousId
  }
  return found
}

export function paymentByKey(load: Load, documentId: number, key: string): StoredPayment | undefined {
  const id = load.base.index.get(`payment:${documentId}:${key}`)
  return id === undefined ? undefined : load.base.payments.get(id)
}
