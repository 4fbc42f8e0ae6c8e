import type { Finding } from '../findings/finding.js'
import { moneyText, scaled } from '../orders/decimal.js'
import { enteringEvent, type TaskOfOrder } from '../tasks/task.js'
import type { PreflightInput } from './preflight-input.js'
import { enteredByHand, returnedPayments } from './rules/sent-payments.js'

/** What an accountant has to do by hand because of an order and its findings. */
export function tasksOf(input: PreflightInput, findings: readonly Finding[]): TaskOfOrder[] {
  if (input.limits.client === 'rt') return []
  const { currency } = input.order
  const entered = enteredByHand(input)
  const returned = returnedPayments(input).map(({ id, amount, reason, event }): TaskOfOrder => {
    const code = reason === 'part' || reason === 'refunded' ? 'enter-refund' : 'undo-payment'
    return { event, code, params: { id, amount, currency } }
  })
  const others = findings.flatMap(({ code, params }): TaskOfOrder[] => {
    switch (code) {
      case 'partial-not-told': {
        const left = scaled(String(params.paid), 2) - entered
        // Somebody has entered the payment in 1C.
        if (input.history.reported?.paid || left <= 0n) return []
        return [
          {
            event: enteringEvent('partial', params.paid),
            code: 'enter-payment',
            params: { amount: moneyText(left), currency },
          },
        ]
      }
      case 'payment-entered-by-hand':
        if (params.payment !== 'refused' || input.history.reported?.paid) return []
        return [
          {
            ...{ event: enteringEvent('partial', params.total), code: 'enter-payment' },
            params: { amount: params.rest!, currency, rest: 'yes' },
          },
        ]
      case 'overpaid-not-told':
        if (params.told === 'yes') return []
        return [
          {
            ...{ event: enteringEvent('overpaid', params.paid), code: 'enter-overpayment' },
            params: { amount: params.paid!, total: params.total!, currency },
          },
        ]
      case 'canceled-but-paid':
        return [
          {
            ...{ event: `canceled:${params.payment}`, code: 'check-canceled' },
            params: { amount: params.amount!, currency, payment: params.payment! },
          },
        ]
      default:
        return []
    }
  })
  return [...returned, ...others]
}
