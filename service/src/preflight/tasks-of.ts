import type { Finding } from '../findings/finding.js'
import { moneyText } from '../orders/decimal.js'
import { enteringEvent, type TaskOfOrder } from '../tasks/task.js'
import type { PreflightInput } from './preflight-input.js'
import { paymentsInDocument } from './rules/payment-facts.js'
import { enteredByHand, returnedPayments } from './rules/sent-payments.js'

/** What an accountant has to do by hand because of an order and its findings. */
export function tasksOf(input: PreflightInput, findings: readonly Finding[]): TaskOfOrder[] {
  if (input.profile.readsPayments === 'never') return []
  const { currency } = input.order
  const { entered, reported, due, excess, undone } = enteredByHand(input)
  const returned = returnedPayments(input).map(({ id, amount, reason, event }): TaskOfOrder => {
    const code = reason === 'part' || reason === 'refunded' ? 'enter-refund' : 'undo-payment'
    return { event, code, params: { id, amount, currency } }
  })
  if (excess > 0n)
    returned.push({
      event: enteringEvent('undone', moneyText(undone + excess)),
      code: 'undo-payment',
      params: { amount: moneyText(excess), currency, byHand: 'yes' },
    })
  const others = findings.flatMap(({ code, params }): TaskOfOrder[] => {
    switch (code) {
      case 'partial-not-told':
      case 'payment-entered-by-hand':
        // Somebody has entered the payment in 1C.
        if (input.history.reported?.paid || due <= entered || params.payment === 'doubles') return []
        return [
          {
            event: enteringEvent('partial', moneyText(due + undone)),
            code: 'enter-payment',
            params: {
              amount: moneyText(due - entered),
              currency,
              ids: paymentsInDocument(input)
                .map(({ id }) => id)
                .join('\n'),
              ...(code === 'payment-entered-by-hand' && { rest: 'yes' }),
            },
          },
        ]
      case 'overpaid-not-told':
        if (params.told === 'yes' || due <= reported) return []
        return [
          {
            event: enteringEvent('overpaid', params.paid),
            code: 'enter-overpayment',
            params: { amount: params.paid!, total: params.total!, currency },
          },
        ]
      case 'canceled-but-paid':
        return [
          {
            event: `canceled:${params.payment}`,
            code: 'check-canceled',
            params: { amount: params.amount!, currency, payment: params.payment! },
          },
        ]
      default:
        return []
    }
  })
  return [...returned, ...others]
}
