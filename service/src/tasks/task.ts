import type { TaskCode } from '@obmen/contract'
import type { FindingParams, OrderAtIntegration } from '../findings/finding.js'

/** Something to be done by hand in 1C. */
export interface TaskOfOrder {
  /** What happened within the order; never changes. */
  event: string
  code: TaskCode
  params: FindingParams
}

export interface TasksOf extends OrderAtIntegration {
  tasks: readonly TaskOfOrder[]
}

/** Payments of an order that were to be entered in its 1C by hand: sums of all its payments, `1000.00`, that tasks asked for. */
export interface EnteredPayments {
  /** The highest of an `enter-payment` that a person finished, otherwise 0.00: so much is in the books. */
  sum: string
  /** The same of `enter-overpayment`, which asks to enter the payments or to return the excess. */
  overpaid: string
  /** Those of all tasks `enter-payment`, whatever became of them. */
  asked: readonly string[]
}

/** The events of `enter-payment` and `enter-overpayment`. */
export const enteringEvent = (kind: 'partial' | 'overpaid', paid: string | number | undefined): string =>
  `${kind}:${paid}`

/** EnteredPayments of an order (its key as SQL) at an integration, as JSON. */
export const enteredPaymentsSql = (integration: string, order: string): string => `(
  select json_build_object('sum', ${highestFinished('partial')}, 'overpaid', ${highestFinished('overpaid')},
                           'asked', coalesce(json_agg(t.paid) filter (where t.kind = 'partial'), '[]'))
    from (select split_part(x.event, ':', 1) as kind, split_part(x.event, ':', 2) as paid, x.finished
            from (select event, coalesce(not settled, done_by is not null or done_token is not null) as finished
                    from accounting_task where integration_key = ${integration} and order_key = ${order}
                   union all
                  select event, true from forgotten_task where integration_key = ${integration} and order_key = ${order}) x
           where x.event like 'partial:%' or x.event like 'overpaid:%') t)`

const highestFinished = (kind: string): string =>
  `coalesce(max(t.paid::numeric(20, 2)) filter (where t.finished and t.kind = '${kind}'), 0.00)::text`

export interface Task {
  id: number
  code: TaskCode
  params: FindingParams
  companyId: string
  companyName: string
  integrationId: string
  integrationName: string
  orderId: string
  platformNumber: string | null
  /** The order's number in that 1C. */
  number: string
  createdAt: Date
  doneAt: Date | null
  /** Null for a done task: it resolved itself. */
  doneBy: string | null
}
