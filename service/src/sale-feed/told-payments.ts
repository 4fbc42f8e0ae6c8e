import { scaled } from '../orders/decimal.js'
import type { Order, Payment } from '../orders/order.js'
import type { Feed } from './feed.js'

/** A paid payment that this 1C is told of. */
interface ToldPayment {
  payment: Payment
  /** Digits, at most 10. */
  number: string
  /** Day of the payment on the location's calendar. */
  date: string
}

export interface ToldPayments {
  /** In the order of payment, the last one last. */
  paid: ToldPayment[]
  /** Their sum equals the order's total. An order that costs nothing is not paid. */
  inFull: boolean
  /** Gateway of the last paid payment, else of the last that may still be paid. */
  gateway: string | undefined
}

/**
 * The payments whose gateway meets a rule. Refunded ones are not among them: no 1C makes a refund of what a site sends, and a
 * payment entered earlier stays in the books as it was, to be returned there by a document of the day of the refund.
 */
export function toldPayments(
  order: Order,
  paymentNumbers: Readonly<Record<string, number>>,
  feed: Pick<Feed, 'gateways' | 'clock'>,
): ToldPayments {
  const told = order.payments.filter(payment => feed.gateways?.has(payment.gateway) ?? true)
  const paid: ToldPayment[] = []
  let sum = 0n
  for (const payment of inOrderOfPayment(told.filter(payment => payment.status === 'paid'))) {
    const number = Object.hasOwn(paymentNumbers, payment.id) ? paymentNumbers[payment.id] : undefined
    const amount = scaled(payment.amount, 2)
    if (number === undefined || amount <= 0n) continue
    sum += amount
    paid.push({ payment, number: String(number), date: feed.clock(payment.paidAt ?? order.placedAt).date })
  }
  return {
    paid,
    inFull: paid.length > 0 && sum === scaled(order.total, 2),
    gateway: (paid.at(-1)?.payment ?? told.findLast(payment => payment.status === 'pending'))?.gateway,
  }
}

function inOrderOfPayment(payments: Payment[]): Payment[] {
  if (payments.length < 2) return payments
  const at = (payment: Payment): number => (payment.paidAt === undefined ? 0 : Date.parse(payment.paidAt))
  return payments
    .map((payment, index) => ({ payment, index }))
    .sort((a, b) => at(a.payment) - at(b.payment) || a.index - b.index)
    .map(({ payment }) => payment)
}
