import type { TaskCode } from '@obmen/contract'
import type { Task as ShownTask } from '@obmen/contract/rest'
import type { WithTimes } from '../db/rows.js'
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

/** What a person was asked to do in 1C with an order's payments. Each sum contains those before it. */
export interface EnteredPayments {
  /** The highest `enter-payment` that a person finished, else 0.00: all that was entered so far. */
  sum: string
  /** The highest `enter-overpayment`, which asks to enter the payments or to return the excess. */
  overpaid: string
  /** The highest `undo-payment`: all of `sum` that was undone since. */
  undone: string
  /** The sums of all tasks `enter-payment`, whatever became of them. */
  asked: readonly string[]
  /** Ids of the payments in `sum`, one a line for each task, as far as tasks are kept. */
  ids: readonly string[]
  /** Refunds that a person entered, with the ids of their payments, as far as tasks are kept. */
  refunds: readonly { id: string; amount: string }[]
}

/** The events of tasks about payments entered by hand: EnteredPayments reads their sums. */
export const enteringEvent = (kind: EnteringKind, sum: string | number | undefined): string =>
  `${kind}:${sum}`
type EnteringKind = 'partial' | 'overpaid' | 'undone'

/** EnteredPayments of an order (its key as SQL) at an integration, as JSON. */
export const enteredPaymentsSql = (integration: string, order: string): string => `(
  select json_build_object(
           'sum', ${highestFinished('partial')},
           'overpaid', ${highestFinished('overpaid')},
           'undone', ${highestFinished('undone')},
           'asked', coalesce(json_agg(t.sum) filter (where t.kind = 'partial'), '[]'),
           'ids', coalesce(json_agg(t.ids)
                    filter (where t.finished and t.kind = 'partial' and t.ids is not null), '[]'),
           'refunds', coalesce(json_agg(t.params)
                        filter (where t.finished and t.kind = 'refund' and t.params is not null), '[]'))
    from (select split_part(x.event, ':', 1) as kind, split_part(x.event, ':', 2) as sum, x.finished,
                 x.params, x.params->>'ids' as ids
            from (select event, params, done_at is not null and not settled as finished
                    from accounting_task where integration_key = ${integration} and order_key = ${order}
                   union all
                  select event, null, true
                    from forgotten_task
                   where integration_key = ${integration} and order_key = ${order}) x) t)`

const highestFinished = (kind: EnteringKind): string => `
  coalesce(max(t.sum::numeric(20, 2)) filter (where t.finished and t.kind = '${kind}'), 0.00)::text`

export type Task = WithTimes<Omit<ShownTask, 'state' | 'message'>, 'createdAt' | 'doneAt'>
