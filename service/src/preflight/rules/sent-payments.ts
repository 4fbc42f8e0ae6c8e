import { isCanceled, type Order, type Payment } from '@obmen/contract'
import { moneyText, scaled } from '../../orders/decimal.js'
import type { PreflightInput } from '../preflight-input.js'
import {
  isPaid,
  isPayable,
  pathOf,
  paymentFormRead,
  paymentsInDocument,
  sumOf,
  wasPaymentSent,
} from './payment-facts.js'
import { MODULES, type Rule } from './rule.js'

/** What becomes in 1C of payments that were sent before. */
export const SENT_PAYMENT_RULES: readonly Rule[] = [
  {
    code: 'payment-would-double',
    severity: 'blocks',
    appliesTo: 'named',
    about:
      'A payment that 1C booked was removed from the order or failed, and another one takes its place: ' +
      'both would stay, so the order would be paid twice.',
    source: MODULES.bp,
    check(input, report) {
      const { order, included } = input
      if (!isPayable(input) || paymentFormRead(input) !== 'documents' || included.newlySent.length === 0)
        return
      const stays = returnedPayments(input).filter(({ reason }) => reason === 'failed' || reason === 'gone')
      const sum = stays.reduce((all, { amount }) => all + scaled(amount, 2), sumOf(paymentsInDocument(input)))
      if (stays.length > 0 && sum > scaled(order.total, 2))
        report({
          path: '/payments',
          params: {
            sum: moneyText(sum),
            total: order.total,
            currency: order.currency,
            ids: stays.map(({ id }) => `«${id}»`).join(', '),
          },
        })
    },
  },
  {
    code: 'payment-entered-by-hand',
    severity: ['blocks', 'loses'],
    appliesTo: 'named',
    about:
      'A part of the payment was entered by hand, as a task asked. БП would book the payment of the whole ' +
      'order besides it; УНФ refuses that one, and the rest does not arrive.',
    source: MODULES.all,
    check(input, report) {
      const { order, included, history } = input
      const { entered, due, undone } = enteredByHand(input)
      if (entered === 0n || !isPayable(input)) return
      const isNew = history.payments.length === 0 && included.newlySent.length > 0
      const params = {
        entered: moneyText(entered),
        total: moneyText(sumOf(paymentsInDocument(input))),
        rest: moneyText(due - entered),
        currency: order.currency,
      }
      if (doublesByHand(input)) {
        if (isNew) report({ path: '/payments', params: { ...params, payment: 'doubles' } })
      } else if (paymentFormRead(input) === 'whole' && included.inFull && due > entered) {
        // Known to this 1C, if only as refused, since its rest was asked for.
        if (isNew || history.entered.asked.includes(moneyText(due + undone)))
          report({ path: '/payments', severity: 'loses', params: { ...params, payment: 'refused' } })
      }
    },
  },
  {
    code: 'refund-not-told',
    severity: 'loses',
    appliesTo: 'payers',
    about:
      'No 1C understands that a payment was refunded or failed after all: what it was sent stays in its ' +
      'books.',
    source: MODULES.all,
    check(input, report) {
      const { order } = input
      for (const { id, amount, reason, path } of returnedPayments(input))
        report({ path, params: { id, amount, currency: order.currency, reason } })
    },
  },
  {
    code: 'canceled-but-paid',
    severity: 'loses',
    appliesTo: 'payers',
    about: 'For a canceled order no payment is created, and one that was created stays posted.',
    source: MODULES.all,
    check(input, report) {
      const { order, history } = input
      if (!isCanceled(order) || !history.sent) return
      const paid = order.payments.filter(isPaid)
      const before = order.payments.filter(({ id, status }) => status === 'paid' && wasPaymentSent(input, id))
      const tell = (path: string, payment: 'stays' | 'not-made', sum: bigint): void => {
        if (sum > 0n) report({ path, params: { amount: moneyText(sum), currency: order.currency, payment } })
      }
      if (before.length > 0) return tell('/canceled', 'stays', sumOf(before))
      const { entered } = enteredByHand(input)
      const rest = sumOf(paid) - entered
      tell('/canceled', 'stays', rest > 0n ? entered : sumOf(paid))
      // Two findings of one code need places of their own.
      tell(entered > 0n ? '/payments' : '/canceled', 'not-made', rest)
    },
  },
  {
    code: 'payment-date-kept',
    severity: 'loses',
    appliesTo: 'named',
    about: 'A payment keeps the date under which it was first sent.',
    source: MODULES.bp,
    check(input, report) {
      const { order, included } = input
      if (!isPayable(input)) return
      const whole = included.inFull ? included.paid.slice(-1) : []
      for (const { payment, date } of included.form === 'documents' ? included.paid : whole) {
        const kept = dateFirstSent(input, payment)
        if (kept !== undefined && kept !== date)
          report({ path: `${pathOf(order, payment.id)}/paidAt`, params: { kept, date } })
      }
    },
  },
  {
    code: 'payment-amount-kept',
    severity: 'loses',
    appliesTo: 'named',
    about:
      'УТ creates a payment of what is left to pay and never reduces one: an order that became cheaper ' +
      'stays overpaid.',
    source: MODULES.ut,
    check(input, report) {
      const { order, history } = input
      if (!isPayable(input) || history.payments.length === 0) return
      const totals = [history.first, history.last].map(given => given?.total ?? '0.00')
      const kept = totals.reduce((most, total) => (scaled(total, 2) > scaled(most, 2) ? total : most))
      if (scaled(kept, 2) > scaled(order.total, 2))
        report({ path: '/total', params: { kept, total: order.total, currency: order.currency } })
    },
  },
]

/** What a person entered in the books of 1C, beside what an order's payments are now. */
interface EnteredByHand {
  /** In the books, by tasks or by what 1C says; an overpayment, too, unless it was returned instead. */
  entered: bigint
  /** So much by what 1C says. */
  reported: bigint
  /** So much should be: what is paid, and what was entered and is accounted for although it is not. */
  due: bigint
  /** What is entered and not due: to be undone. */
  excess: bigint
  /** What tasks had undone before: the sums that their events name contain it. */
  undone: bigint
}

export function enteredByHand(input: PreflightInput): EnteredByHand {
  const { history, included } = input
  const { sum, overpaid, undone, ids } = history.entered
  const paid = sumOf(paymentsInDocument(input))
  const [above, before] = [scaled(overpaid, 2), scaled(undone, 2)]
  const reported = paymentsIn1c(input) - before
  let entered = scaled(sum, 2) - before
  if (reported > entered) entered = reported
  const due = paid + sumOf(accountedPayments(input))
  const wasSent = history.payments.length > 0
  // There preflight asks to delete all that was entered.
  const replaced = doublesByHand(input) && (wasSent || included.newlySent.length > 0)
  // Which payments were entered is not known any more: any that is paid may be among them, and each that was
  // sent has a task of its own.
  const unknown = ids.length === 0
  const excess = scaled(sum, 2) - before - due - (unknown ? sumOf(unlistedPayments(input)) : 0n)
  return {
    entered: above > entered && above <= paid ? above : entered,
    reported,
    due,
    excess: excess > 0n && !replaced && !(unknown && wasSent) ? excess : 0n,
    undone: before,
  }
}

/** The payments that 1C (only УНФ) says it has. Documents of the platform come besides them. */
function paymentsIn1c(input: PreflightInput): bigint {
  const { profile, history } = input
  return profile.reportsPayments && paymentFormRead(input) === 'whole'
    ? scaled(history.reported?.payments ?? '0.00', 2)
    : 0n
}

/** Payments entered by hand, or parts, that are not among those sent now, and need not be undone. */
function accountedPayments(input: PreflightInput): { id: string; amount: string }[] {
  const { ids, refunds } = input.history.entered
  if (ids.length === 0) return []
  const known = new Set(ids.flatMap(each => each.split('\n')))
  const listed = new Set(paymentsInDocument(input).map(({ id }) => id))
  return [
    // Each has a task of its own.
    ...returnedPayments(input),
    ...refunds.filter(({ id }) => !wasPaymentSent(input, id)),
    ...unlistedPayments(input),
  ].filter(({ id }) => known.has(id) && !listed.has(id))
}

/** What is paid and yet not sent: the rules do not name its gateway, or no longer do. */
function unlistedPayments(input: PreflightInput): Payment[] {
  const listed = new Set(paymentsInDocument(input).map(({ id }) => id))
  return input.order.payments.filter(payment => isPaid(payment) && !listed.has(payment.id))
}

/** Whether what is sent becomes a payment besides those entered by hand. */
function doublesByHand(input: PreflightInput): boolean {
  const read = paymentFormRead(input)
  return read === 'documents' || (read === 'whole' && input.profile.booksPaymentsWhole === true)
}

/** A payment, or a part of one, that 1C has in its books although it was refunded or never arrived. */
export interface ReturnedPayment {
  id: string
  amount: string
  reason: 'part' | 'refunded' | 'failed' | 'gone'
  path: string
  /** Identifies the event; never changes. */
  event: string
}

export function returnedPayments(input: PreflightInput): ReturnedPayment[] {
  const { order, history } = input
  const returned = order.payments.flatMap((payment, index) => returnsOf(input, payment, `/payments/${index}`))
  for (const { paymentId: id } of history.payments)
    if (!order.payments.some(payment => payment.id === id))
      returned.push({
        id,
        amount: amountBefore(input, id),
        reason: 'gone',
        path: '/payments',
        event: `undo:${id}`,
      })
  return returned
}

function returnsOf(input: PreflightInput, payment: Payment, path: string): ReturnedPayment[] {
  const { id, status, refunds = [] } = payment
  const before = wasPaymentSent(input, id)
  const now = isPayable(input) && paymentsInDocument(input).some(payment => payment.id === id)
  if (!before && !now) return []
  const parts = refunds.map(
    (refund, index): ReturnedPayment => ({
      id,
      amount: refund.amount,
      reason: 'part',
      path: `${path}/refunds/${index}`,
      event: `refund:${id}:${refund.id}`,
    }),
  )
  const nothing = scaled(payment.amount, 2) === 0n && amountBefore(input, id) !== '0.00'
  if (!before || (status === 'paid' && !nothing)) return parts
  const rest = moneyText(scaled(payment.amount, 2) - sumOf(refunds))
  if (status === 'refunded')
    return rest === '0.00'
      ? parts
      : [...parts, { id, amount: rest, reason: 'refunded', path: `${path}/status`, event: `refund:${id}` }]
  const amount = nothing ? amountBefore(input, id) : payment.amount
  return [{ id, amount, reason: 'failed', path: `${path}/status`, event: `undo:${id}` }]
}

function amountBefore({ history: { last, first } }: PreflightInput, id: string): string {
  const before = [last, first].flatMap(given => given?.payments ?? []).filter(payment => payment.id === id)
  return before.find(({ amount }) => amount !== '0.00')?.amount ?? '0.00'
}

/** The day under which this payment, or the one of the whole order, was first sent, as far as it is known. */
function dateFirstSent(input: PreflightInput, { id }: Payment): string | undefined {
  const { history, included, dayOf } = input
  if (included.form === 'documents' && !wasPaymentSent(input, id)) return undefined
  for (const given of [history.first, history.last]) {
    // Of an order that is sent as canceled no payment is booked.
    if (!given || isCanceled(given)) continue
    const paid = paidOf(given).filter(payment => wasPaymentSent(input, payment.id))
    const whole = sumOf(paid) === scaled(given.total, 2) ? paid.at(-1) : undefined
    const sent = included.form === 'documents' ? paid.find(payment => payment.id === id) : whole
    if (sent) return dayOf(sent.paidAt ?? given.placedAt)
  }
  return undefined
}

/** The paid payments, sorted by the time of payment, as they are sent. */
function paidOf(order: Order): Payment[] {
  const at = ({ paidAt = '' }: Payment): number => Date.parse(paidAt) || 0
  return order.payments.filter(isPaid).sort((a, b) => at(a) - at(b))
}
