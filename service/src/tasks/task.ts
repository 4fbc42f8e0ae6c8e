import type { TaskCode } from '@obmen/contract'
import type { Task as ShownTask } from '@obmen/contract/rest'
import type { ClientChoice } from '@obmen/contract/settings'
import type { WithTimes } from '../db/rows.js'
import type { FindingParams, OrderAtIntegration } from '../findings/finding.js'

/** Something to be done by hand in 1C. */
export interface TaskOfOrder {
  /** What happened within the order; never changes. */
  event: string
  code: TaskCode
  params: FindingParams
}

/** A document in 1C by which tasks may have settled themselves. */
export interface SettlingDocument {
  kind: string
  number: string | null
  date: string | null
  /** Since when it is known to be there, an ISO instant: it settles no later task. */
  since: string
  settles: readonly TaskCode[]
}

export interface TasksOf extends OrderAtIntegration {
  tasks: readonly TaskOfOrder[]
  documents?: readonly SettlingDocument[]
}

/** A task that a person finished: what its event names was done in 1C by then. */
export interface FinishedTask {
  event: string
  /** When, in milliseconds. */
  at: number
  /** Null: the task was forgotten, or names none. */
  amount: string | null
  /** What it was to be taken from: `hand` if it had been entered by hand. */
  from?: string | null
}

/** The finished tasks of an order (its key as SQL) at an integration, as JSON; null if none. */
export const finishedTasksSql = (integration: string, order: string): string => `(
  select json_agg(json_build_object('event', x.event, 'at', extract(epoch from x.at) * 1000,
                                    'amount', x.params->>'amount', 'from', x.params->>'from')
                  order by x.at, x.id)
    from (select event, params, done_at as at, id
            from accounting_task
           where integration_key = ${integration} and order_key = ${order}
             and done_at is not null and not settled
             union all
          select event, null, now() - interval '1 year', 0
            from forgotten_task
           where integration_key = ${integration} and order_key = ${order}) x)`

export type Task = WithTimes<Omit<ShownTask, 'state' | 'message'>, 'createdAt' | 'doneAt'> & {
  client: ClientChoice
}
