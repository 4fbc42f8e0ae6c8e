import { isCanceled, type Order, type Payment } from '@obmen/contract'
import { scaled } from '../../orders/decimal.js'
import type { PreflightInput } from '../preflight-input.js'

/** How this 1C reads payments: each as a document, as one for the whole order, or not at all. */
export function paymentFormRead({
  profile: { readsPayments },
  included,
  announcesDocuments,
}: PreflightInput): 'documents' | 'whole' | 'unread' {
  if (readsPayments === 'never') return 'unread'
  if (readsPayments === 'whole' || included.form === 'requisites') return 'whole'
  return readsPayments === 'announced-documents' && !announcesDocuments ? 'unread' : 'documents'
}

/** Whether 1C creates payments for this order: not for a canceled one. */
export function isPayable({ profile, order }: PreflightInput): boolean {
  return profile.readsPayments !== 'never' && !isCanceled(order)
}

export function isPaid({ status, amount }: Payment): boolean {
  return status === 'paid' && scaled(amount, 2) > 0n
}

export function sumOf(payments: readonly { amount: string }[]): bigint {
  return payments.reduce((sum, { amount }) => sum + scaled(amount, 2), 0n)
}

/** The payments that are sent to this 1C, as they are in the order. */
export function paymentsInDocument({ included }: PreflightInput): Payment[] {
  return included.paid.map(({ payment }) => payment)
}

export function wasPaymentSent({ history }: PreflightInput, id: string): boolean {
  return history.payments.some(({ paymentId }) => paymentId === id)
}

function indexOf(order: Order, id: string): number {
  return order.payments.findIndex(payment => payment.id === id)
}

export function pathOf(order: Order, id: string): string {
  const index = indexOf(order, id)
  return index < 0 ? '/payments' : `/payments/${index}`
}
