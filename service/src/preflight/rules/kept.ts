import { fullName, isCanceled, type Order, type Payment } from '@obmen/contract'
import { ledgerOf } from '../ledger/ledger.js'
import { MODULES, type Rule, unlessConfirmed } from './rule.js'

/** What a document keeps from the first load, whatever is sent later, and what it loses at each load. */
export const KEPT_RULES: readonly Rule[] = [
  {
    code: 'buyer-kept',
    severity: 'loses',
    appliesTo: 'named',
    about: 'The invoice keeps the buyer of its first load.',
    source: MODULES.bp,
    check({ order, history: { first, arrived } }, report) {
      if (!first || isCanceled(order) || buyer(first) === buyer(order)) return
      const [kept, now] = [fullName(first.customer), fullName(order.customer)]
      report({ path: '/customer', params: { kept, now, ...unlessConfirmed(!arrived) } })
    },
  },
  {
    code: 'currency-kept',
    severity: 'blocks',
    appliesTo: 'named',
    about: 'The invoice keeps the currency of its first load: amounts of another one would be wrong in it.',
    source: MODULES.bp,
    check({ order, history: { first, arrived } }, report) {
      if (!first || isCanceled(order) || first.currency === order.currency) return
      const params = { kept: first.currency, now: order.currency, ...unlessConfirmed(!arrived) }
      report({ path: '/currency', params })
    },
  },
  {
    code: 'vat-flag-kept',
    severity: ['blocks', 'loses'],
    appliesTo: 'named',
    about:
      'The invoice keeps «сумма включает НДС» of its first load: VAT would be calculated in the wrong way.',
    source: MODULES.bp,
    check({ order, document, history: { first, arrived } }, report) {
      if (!first || isCanceled(order) || first.vatIncluded === order.vatIncluded) return
      const taxed = Number(document.taxes?.[0]?.amount ?? 0) > 0
      report({
        path: '/vatIncluded',
        severity: taxed ? 'blocks' : 'loses',
        params: {
          kept: String(first.vatIncluded),
          taxed: taxed ? 'yes' : 'no',
          ...unlessConfirmed(!arrived),
        },
      })
    },
  },
  {
    code: 'comment-kept',
    severity: 'loses',
    appliesTo: 'named',
    about: 'A comment that was removed stays in the invoice.',
    source: MODULES.bp,
    check({ order, document, history: { first, last, arrived } }, report) {
      const had = [last, first].find(given => given?.comment !== undefined)?.comment
      if (had !== undefined && document.comment === undefined && !isCanceled(order))
        report({ path: '/comment', params: { kept: had.slice(0, 100), ...unlessConfirmed(!arrived) } })
    },
  },
  {
    code: 'accountant-edits-lost',
    severity: 'note',
    appliesTo: 'named',
    about: 'An invoice that is sent again is filled in again: what the accountant changed in it is lost.',
    source: MODULES.bp,
    whileOwed: true,
    check({ order, document, history: { arrived, owed } }, report) {
      if (arrived && owed && !isCanceled(order)) report({ path: '', params: { number: document.number } })
    },
  },
  {
    code: 'lines-kept',
    severity: 'loses',
    appliesTo: 'named',
    about:
      'Once an order has a payment or a shipment, УНФ takes only status and requisites from later ' +
      'changes, not the lines.',
    source: MODULES.unf,
    check(input, report) {
      const { order, history } = input
      const { first, last, basis, payments, reported } = history
      if (isCanceled(order)) return
      const isSent = ({ id, status }: Payment): boolean =>
        status === 'paid' && payments.some(({ paymentId }) => paymentId === id)
      // УНФ has the order as it was when the payment arrived.
      const sent = first?.payments.some(isSent) ? first : last
      const kept = (reported?.isLinked ? basis : undefined) ?? (payments.length > 0 ? sent : undefined)
      if (!kept || body(kept) === body(order)) return
      report({
        path: '/lines',
        params: {
          kept: kept.total,
          total: order.total,
          currency: order.currency,
          ...unlessConfirmed(!reported?.isLinked && ledgerOf(input).unsure),
        },
      })
    },
  },
  {
    code: 'uncanceled-stays-canceled',
    severity: 'loses',
    appliesTo: 'named',
    about: 'An order that was canceled stays canceled, whatever is sent later.',
    source: MODULES.all,
    check({ order, document, history }, report) {
      if (!history.wasCanceled || isCanceled(order)) return
      const known = history.reported?.canceled || history.loads.some(load => load.canceled && load.confirmed)
      report({ path: '/canceled', params: { number: document.number, ...unlessConfirmed(!known) } })
    },
  },
  {
    code: 'update-will-be-ignored',
    severity: 'loses',
    appliesTo: 'named',
    about:
      'Once an order is shipped, closed or canceled in 1C, changes from the site are ignored, even ' +
      'payment and cancellation.',
    source: MODULES.all,
    check({ order, history: { reported, owed, sent, wasCanceled } }, report) {
      if (!sent || reported?.finalState === undefined) return
      const { finalState, lacksChanges, canceled } = reported
      // The cancellation itself may have been skipped.
      if (isCanceled(order) && wasCanceled && (canceled || !lacksChanges)) return
      if (owed || lacksChanges) report({ path: '', params: { state: finalState }, whileOwed: !lacksChanges })
    },
  },
]

function buyer({ customer }: Order): string {
  const { id, kind, inn, phone, email } = customer
  return JSON.stringify([
    id,
    kind,
    inn,
    phone,
    email,
    kind === 'organization' ? customer.kpp : '',
    fullName(customer),
  ])
}

function body({ lines, delivery, total, vatIncluded, currency, customer }: Order): string {
  return JSON.stringify([lines, delivery, total, vatIncluded, currency, customer])
}
