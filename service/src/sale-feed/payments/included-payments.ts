import { REQUISITES, type SubordinateDocument } from '@obmen/codec'
import { isCanceled, type Payment } from '@obmen/contract'
import type { PaymentForm } from '../../integrations/connection/payment-form.js'
import { scaled } from '../../orders/decimal.js'
import type { PaymentExport } from '../../outbox/payments/payment-export.js'
import { cleanText } from '../document/clean-text.js'
import { paymentId } from '../document/short-id.js'
import type { Feed, NumberedOrder } from '../feed.js'
import { methodOfOrder, methodOfPayment, type PaymentMethod } from './payment-method.js'

/** A paid payment sent to this 1C. */
interface IncludedPayment {
  payment: Payment
  /** Its own number; in the form `requisites`, the one shared by the order's payments. */
  number: number
  method: string
  date: string
}

export interface IncludedPayments {
  form: PaymentForm
  paid: IncludedPayment[]
  /** Whether their sum equals the order's total. An order with a total of zero is not paid. */
  inFull: boolean
  /** The order's method; its gateway is that of the last paid payment, otherwise of the last pending one. */
  method: PaymentMethod
  /** Those of `paid` that were never sent to this 1C. */
  newlySent: PaymentExport[]
}

/** An order whose payments may be known already, so that they are not decided twice. */
export type DecidedOrder = NumberedOrder & { included?: IncludedPayments }

/**
 * Paid payments whose gateway matches a rule, and those sent before, which keep form, number and method of
 * that time: to Бухгалтерия another one is another payment (O8). No 1C makes a refund from what a site sends:
 * the accountant enters it there.
 */
export function includedPayments(
  { order, paymentNumbers, exports }: NumberedOrder,
  feed: Pick<Feed, 'gateways' | 'clock' | 'payments' | 'settings'>,
): IncludedPayments {
  const before = new Map(exports?.map(sent => [sent.paymentId, sent]))
  const first = exports?.[0]
  const form = first?.form ?? feed.payments
  const relevant = order.payments.filter(
    ({ id, gateway }) => (feed.gateways?.has(gateway) ?? true) || before.has(id),
  )
  const paid = sortByPaidAt(relevant.filter(isPaid)).flatMap((payment): IncludedPayment[] => {
    const sent = before.get(payment.id)
    const own = Object.hasOwn(paymentNumbers, payment.id) ? paymentNumbers[payment.id] : undefined
    const number = sent?.number ?? own
    if (number === undefined) return []
    const method = sent?.method ?? methodOfPayment(feed.settings, order, payment)
    return [{ payment, number, method, date: feed.clock(payment.paidAt ?? order.placedAt).date }]
  })
  const sum = paid.reduce((all, { payment }) => all + scaled(payment.amount, 2), 0n)
  const inFull = paid.length > 0 && sum === scaled(order.total, 2)
  const last = paid.at(-1)
  const byRule = methodOfOrder(feed.settings, order)
  const method = {
    name: (form === 'documents' ? last?.method : undefined) ?? first?.method ?? byRule.name,
    gateway: (last?.payment ?? relevant.findLast(isPending))?.gateway ?? byRule.gateway,
  }
  if (form === 'requisites' && last) {
    const shared = { number: first?.number ?? last.number, method: method.name }
    for (const each of paid) Object.assign(each, shared)
  }
  // Of a canceled order no 1C books a payment: it is not known by its form and method yet.
  const isSent = !isCanceled(order) && (form === 'documents' || inFull)
  return {
    form,
    paid,
    inFull,
    method,
    newlySent: isSent
      ? paid.filter(({ payment }) => !before.has(payment.id)).map(included => exportOf(included, form))
      : [],
  }
}

function exportOf({ payment, number, method }: IncludedPayment, form: PaymentForm): PaymentExport {
  return { paymentId: payment.id, number, method, form, gateway: payment.gateway }
}

function isPaid({ status, amount }: Payment): boolean {
  return status === 'paid' && scaled(amount, 2) > 0n
}

function isPending({ status }: Payment): boolean {
  return status === 'pending'
}

function sortByPaidAt(payments: Payment[]): Payment[] {
  if (payments.length < 2) return payments
  const at = (payment: Payment): number => (payment.paidAt === undefined ? 0 : Date.parse(payment.paidAt))
  return payments
    .map((payment, index) => ({ payment, index }))
    .sort((a, b) => at(a.payment) - at(b.payment) || a.index - b.index)
    .map(({ payment }) => payment)
}

const VALUE_LIMIT = 1000

/**
 * `ПодчиненныеДокументы`: every paid payment, also a partial one, with the four elements and the requisites
 * without which Бухгалтерия stops. Undefined if there are none, since an empty element stops it, too.
 */
export function mapPayments(included: IncludedPayments): SubordinateDocument[] | undefined {
  if (included.form !== 'documents' || included.paid.length === 0) return undefined
  return included.paid.map(({ payment, number, method, date }) => ({
    id: paymentId(payment.id),
    number: String(number),
    date,
    operation: 'acquiring',
    total: payment.amount,
    requisites: [
      { name: REQUISITES.paid, value: 'true' },
      { name: REQUISITES.paymentMethod, value: method },
      { name: REQUISITES.paymentMethodId, value: cleanText(payment.gateway, VALUE_LIMIT) },
    ],
  }))
}
