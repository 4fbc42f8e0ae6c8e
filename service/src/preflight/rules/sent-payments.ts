import { isCanceled, type Order, type Payment } from '@obmen/contract'
import { moneyText, scaled } from '../../orders/decimal.js'
import { least } from '../ledger/books.js'
import { ledgerAfterChecks, ledgerOf } from '../ledger/ledger.js'
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
import { MODULES, type Rule, unlessConfirmed } from './rule.js'

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
      const { inBooks, willBook, returns } = ledgerOf(input)
      const sum = inBooks + willBook
      const stays = returns.filter(({ reason }) => reason === 'failed' || reason === 'gone')
      if (stays.length > 0 && willBook > 0n && sum > scaled(order.total, 2))
        report({
          path: '/payments',
          params: {
            sum: moneyText(sum),
            total: order.total,
            currency: order.currency,
            ids: stays.map(({ id }) => `«${id}»`).join(', '),
            ...unlessConfirmed(ledgerOf(input).unsure),
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
      const { order, included, profile } = input
      const { entered, willBook, missing, excess } = ledgerOf(input)
      if (entered <= 0n || !isPayable(input)) return
      const params = {
        entered: moneyText(entered),
        total: moneyText(sumOf(paymentsInDocument(input))),
        rest: moneyText(missing),
        currency: order.currency,
      }
      const doubles = paymentFormRead(input) === 'documents' || profile.booksPaymentsWhole === true
      if (doubles && willBook > 0n && excess > 0n)
        report({ path: '/payments', params: { ...params, payment: 'doubles' } })
      else if (paymentFormRead(input) === 'whole' && included.inFull && missing > 0n)
        report({ path: '/payments', severity: 'loses', params: { ...params, payment: 'refused' } })
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
      const { returns, unsure, waits } = ledgerAfterChecks(input)
      const of = { currency: order.currency, ...unlessConfirmed(unsure || waits, waits) }
      for (const { id, amount, reason, path } of returns)
        report({ path, params: { id, amount: moneyText(amount), reason, ...of } })
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
      const { inBooks, due, missing, unsure, waits } = ledgerAfterChecks(input)
      const tell = (path: string, payment: 'stays' | 'not-made', sum: bigint): void => {
        const of = { currency: order.currency, payment, ...unlessConfirmed(unsure, waits) }
        if (sum > 0n) report({ path, params: { amount: moneyText(sum), ...of } })
      }
      const stays = least(inBooks, due)
      tell('/canceled', 'stays', stays)
      // Two findings of one code need places of their own.
      tell(stays > 0n ? '/payments' : '/canceled', 'not-made', missing)
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
      const stays = included.paid.length === 1 && ledgerOf(input).documents.now.size > 0
      const whole = included.inFull || stays ? included.paid.slice(-1) : []
      for (const { payment, date } of included.form === 'documents' ? included.paid : whole) {
        const kept = dateFirstSent(input, payment)
        if (kept !== undefined && kept !== date)
          report({
            path: `${pathOf(order, payment.id)}/paidAt`,
            params: { kept, date, ...unlessConfirmed(ledgerOf(input).unsure) },
          })
      }
    },
  },
  {
    code: 'payment-amount-kept',
    severity: 'loses',
    appliesTo: 'payers',
    about:
      'A payment that was made once is not reduced: of an order that became cheaper, or whose payment is ' +
      'now smaller, 1C keeps more than what is paid.',
    source: MODULES.all,
    check(input, report) {
      const { willBook, kept, excess, entered, unsure, waits } = ledgerAfterChecks(input)
      // What doubles a payment entered by hand is told by its own finding.
      if (excess === 0n || (entered > 0n && willBook > 0n)) return
      const sums = { kept: moneyText(kept), paid: moneyText(kept - excess), excess: moneyText(excess) }
      report({
        path: '/total',
        params: { ...sums, currency: input.order.currency, ...unlessConfirmed(unsure, waits) },
      })
    },
  },
]

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
