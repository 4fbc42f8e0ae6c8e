import { WORDS } from '@obmen/codec'
import { isCanceled } from '@obmen/contract'
import { moneyText, scaled } from '../../orders/decimal.js'
import { methodOfOrder, methodOfPayment } from '../../sale-feed/payments/payment-method.js'
import { sumOfDocuments } from '../ledger/books.js'
import { ledgerAfterChecks, ledgerOf } from '../ledger/ledger.js'
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

/** Which payments can be sent now, and which can't. */
export const PAYMENT_RULES: readonly Rule[] = [
  {
    code: 'gateway-not-in-rules',
    severity: 'loses',
    appliesTo: 'payers',
    about: 'A paid payment is not sent if no rule of the integration names its gateway.',
    source: MODULES.sent,
    check(input, report) {
      const { order, gateways } = input
      if (!isPayable(input) || !gateways || ledgerOf(input).unlisted === 0n) return
      for (const [index, payment] of order.payments.entries()) {
        const { id, gateway, amount } = payment
        if (isPaid(payment) && !gateways.has(gateway) && !wasPaymentSent(input, id))
          report({
            path: `/payments/${index}/gateway`,
            params: { gateway, amount, currency: order.currency },
          })
      }
    },
  },
  {
    code: 'partial-not-told',
    severity: 'loses',
    appliesTo: 'payers',
    about:
      'As requisites, only payments of exactly the whole sum can be sent; a partial payment does not arrive.',
    source: MODULES.all,
    check(input, report) {
      const { order, included } = input
      const { missing, entered, unsure, waits } = ledgerAfterChecks(input)
      if (!isPayable(input) || paymentFormRead(input) !== 'whole' || missing === 0n) return
      const [paid, total] = [sumOf(paymentsInDocument(input)), scaled(order.total, 2)]
      // In full and refused beside what was entered: another finding tells it.
      if (paid < total || (included.inFull && entered <= 0n))
        report({
          path: '/payments',
          params: {
            paid: moneyText(paid),
            total: order.total,
            currency: order.currency,
            rest: moneyText(missing),
            ...unlessConfirmed(unsure, waits),
          },
        })
    },
  },
  {
    code: 'overpaid-not-told',
    severity: 'loses',
    appliesTo: 'payers',
    about:
      'Payments of more than the order’s total can’t be sent as requisites: none arrives. As documents ' +
      'they arrive, and the invoice in БП is overpaid.',
    source: MODULES.all,
    check(input, report) {
      const { order, profile } = input
      const read = paymentFormRead(input)
      if (!isPayable(input) || read === 'unread') return
      if (read === 'documents' && !profile.booksPaymentsWhole) return
      const payments = paymentsInDocument(input)
      const [paid, total] = [sumOf(payments), scaled(order.total, 2)]
      const returned = sumOf(payments.flatMap(({ refunds }) => refunds ?? []))
      const { missing, unsure, waits } = ledgerAfterChecks(input)
      if (paid > total && (read === 'documents' ? paid - returned > total : missing > 0n))
        report({
          path: '/payments',
          params: {
            paid: moneyText(paid),
            total: order.total,
            currency: order.currency,
            told: read === 'documents' ? 'yes' : paid - returned > total ? 'no' : 'returned',
            ...(returned > 0n && { returned: moneyText(returned) }),
            rest: moneyText(missing),
            ...unlessConfirmed(unsure && read !== 'documents', waits),
          },
        })
    },
  },
  {
    code: 'payment-documents-unread',
    severity: 'loses',
    appliesTo: 'named',
    about: 'A УНФ that did not announce cmlVersion 2.10 does not read payments as documents.',
    source: MODULES.unf,
    check(input, report) {
      const { due, inBooks } = ledgerOf(input)
      if (isPayable(input) && paymentFormRead(input) === 'unread' && due > inBooks)
        report({
          path: '/payments',
          params: { paid: moneyText(due - inBooks), currency: input.order.currency },
        })
    },
  },
  {
    code: 'payment-mixes-gateways',
    severity: 'loses',
    appliesTo: 'payers',
    about: 'Payments of several gateways become one, with the method of one of them.',
    source: MODULES.all,
    check(input, report) {
      const paid = paymentsInDocument(input)
      const gateways = [...new Set(paid.map(({ gateway }) => gateway))]
      if (
        isPayable(input) &&
        paymentFormRead(input) === 'whole' &&
        input.included.inFull &&
        ledgerOf(input).documents.after.size > 0 &&
        gateways.length > 1
      )
        report({
          path: '/payments',
          params: {
            gateways: gateways.map(name => `«${name}»`).join(', '),
            method: input.included.method.name,
          },
        })
    },
  },
  {
    code: 'payments-of-two-months',
    severity: 'loses',
    appliesTo: 'named',
    about: 'Payments of different months become one, dated as the last of them.',
    source: MODULES.sent,
    check(input, report) {
      const { inFull, paid } = input.included
      const [first, last] = [paid[0]?.date ?? '', paid.at(-1)?.date ?? '']
      if (!isPayable(input) || paymentFormRead(input) !== 'whole' || !inFull) return
      if (ledgerOf(input).documents.after.size === 0) return
      if (first.slice(0, 7) !== last.slice(0, 7)) report({ path: '/payments', params: { first, date: last } })
    },
  },
  {
    code: 'partial-payment-vat',
    severity: 'loses',
    appliesTo: 'named',
    about:
      'A payment of less or more than the sum still due becomes one row, with the VAT rate and the whole ' +
      'VAT of the first line.',
    source: MODULES.bp,
    check(input, report) {
      const { order, document } = input
      const rates = new Set(document.lines?.map(line => line.taxRates?.[0]?.rate))
      if (!isPayable(input) || paymentFormRead(input) !== 'documents') return
      // Without VAT, or if all lines are 0 %, there is nothing to get wrong.
      if (rates.size < 2 && ['0', WORDS.withoutVat].includes([...rates][0] ?? '0')) return
      const part = paymentsInDocument(input).find(
        ({ amount }) => scaled(amount, 2) !== scaled(order.total, 2),
      )
      if (part)
        report({
          path: `${pathOf(order, part.id)}/amount`,
          params: {
            amount: part.amount,
            currency: order.currency,
            rate: document.lines![0]!.taxRates?.[0]?.rate ?? '',
            rates: rates.size,
          },
        })
    },
  },
  {
    code: 'foreign-currency-payment',
    severity: 'loses',
    appliesTo: 'payers',
    about:
      'The currency of the payment is looked up by name; if it is not found, the payment has the same ' +
      'amount in roubles.',
    source: MODULES.all,
    check(input, report) {
      const { order } = input
      const paid = paymentsInDocument(input)
      if (isPayable(input) && order.currency !== 'RUB' && paid.length > 0)
        report({ path: '/currency', params: { currency: order.currency, paid: moneyText(sumOf(paid)) } })
    },
  },
  {
    code: 'payment-method-changed',
    severity: 'note',
    appliesTo: 'named',
    about:
      'A payment that was sent before keeps the name of its method: under another name it would be booked ' +
      'again.',
    source: MODULES.bp,
    check(input, report) {
      const { order, included, settings } = input
      if (!isPayable(input)) return
      for (const { payment, method } of included.paid) {
        if (!wasPaymentSent(input, payment.id)) continue
        const now =
          included.form === 'documents'
            ? methodOfPayment(settings, order, payment)
            : methodOfOrder(settings, order).name
        if (now !== method)
          report({ path: `${pathOf(order, payment.id)}/gateway`, params: { kept: method, now } })
      }
    },
  },
  {
    code: 'payment-number-changed',
    severity: 'note',
    appliesTo: 'named',
    about: 'The payment of the whole order keeps the number of the first payment, although others followed.',
    source: MODULES.bp,
    check(input, report) {
      const { order, included, history } = input
      const [first] = history.payments
      const last = included.paid.at(-1)
      if (!isPayable(input) || !first || !last || included.form !== 'requisites' || !included.inFull) return
      if (!wasPaymentSent(input, last.payment.id))
        report({
          path: `${pathOf(order, last.payment.id)}/id`,
          params: { number: first.number, id: last.payment.id },
        })
    },
  },
  {
    code: 'payment-of-two-orders',
    severity: 'note',
    appliesTo: 'payers',
    about: 'Another order of the company has a payment of the same id: each becomes a payment of its own.',
    source: MODULES.sent,
    check({ order, others }, report) {
      for (const [index, { id }] of order.payments.entries()) {
        const shared = others.payments.get(id)
        if (!shared) continue
        const { other, change, sent } = shared
        const params = { id, other, change, ...(sent && { sent: 'yes' }) }
        report({ path: `/payments/${index}/id`, params })
      }
    },
  },
  {
    code: 'makes-no-payment',
    severity: 'note',
    appliesTo: 'named',
    about: 'Розница creates no payments from what a site sends.',
    source: MODULES.rt,
    expectedEffect: true,
    check({ order }, report) {
      if (!isCanceled(order) && order.payments.some(isPaid)) report({ path: '/payments' })
    },
  },
  {
    code: 'makes-payment',
    severity: 'note',
    appliesTo: 'payers',
    about: 'A payment is created if the name of its method is mapped in the settings of 1C.',
    source: MODULES.all,
    expectedEffect: true,
    check(input, report) {
      const { included, order, profile } = input
      if (!isPayable(input) || paymentFormRead(input) === 'unread') return
      const { sure, now, after } = ledgerOf(input).documents
      const whole = paymentFormRead(input) === 'whole'
      const told = whole
        ? [{ path: '/payments', method: included.method.name, number: undefined }]
        : included.paid.map(({ payment: { id }, ...of }) => ({ ...of, path: pathOf(order, id) }))
      for (const { path, method, number } of told) {
        const sumIn = (documents: ReadonlyMap<number, bigint>): bigint =>
          number === undefined ? sumOfDocuments({ documents }) : (documents.get(number) ?? 0n)
        const [known, has, will] = [sumIn(sure), sumIn(now), sumIn(after)]
        const adds = profile.readsPayments === 'whole' && will > has
        const state = has === 0n || adds ? 'new' : has !== will ? 'updated' : known === has ? 'made' : 'sent'
        const amount = moneyText(adds ? will - has : will)
        // What 1C may lack is made only if it is sent again.
        if (will > 0n && (state !== 'sent' || !whole || included.inFull))
          report({ path, params: { amount, currency: order.currency, method, state } })
      }
    },
  },
]
