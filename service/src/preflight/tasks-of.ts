import type { Finding } from '../findings/finding.js'
import type { TaskOfOrder } from '../tasks/task.js'
import type { PreflightInput } from './preflight-input.js'
import { returnedPayments } from './rules/sent-payments.js'

/** What an accountant has to do by hand because of an order and its findings. */
export function tasksOf(input: PreflightInput, findings: readonly Finding[]): TaskOfOrder[] {
  if (input.limits.client === 'rt') return []
  const { currency } = input.order
  const returned = returnedPayments(input).map(({ id, amount, reason, event }): TaskOfOrder => {
    const code = reason === 'part' || reason === 'refunded' ? 'enter-refund' : 'undo-payment'
    return { event, code, params: { id, amount, currency } }
  })
  const others = findings.flatMap(({ code, params }): TaskOfOrder[] => {
    switch (code) {
      case 'partial-not-told':
        // Somebody has entered the payment in 1C.
        if (input.history.reported?.paid) return []
        return [
          {
            event: `partial:${params.paid}`,
            code: 'enter-payment',
            params: { amount: params.paid!, currency },
          },
        ]
      case 'overpaid-not-told':
        if (params.told === 'yes') return []
        return [
          {
            ...{ event: `overpaid:${params.paid}`, code: 'enter-overpayment' },
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
