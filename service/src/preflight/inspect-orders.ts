import type { Queryable } from '../db/database.js'
import type { Finding, Pair } from '../findings/finding.js'
import { writeFindings } from '../findings/write-findings.js'
import type { TaskOfOrder } from '../tasks/task.js'
import { writeTasks } from '../tasks/write-tasks.js'
import { yieldBetweenSteps } from '../workers/yield-between-steps.js'
import { holdByFindings } from './hold-by-findings.js'
import { inspectOrder } from './inspect-order.js'
import { loadInputs } from './load-inputs.js'
import { tasksOf } from './tasks-of.js'

export interface Inspected extends Pair {
  integrationId: string
  client: string
  findings: Finding[]
  tasks: TaskOfOrder[]
}

export interface InspectOptions {
  /** Of one integration alone. */
  integrationKey?: number
  /** Orders of which nothing can have been found before. */
  fresh?: ReadonlySet<number>
}

/**
 * Finds anew what there is to be found of these orders, for every integration that is owed them or was given them, keeps it, and holds back what
 * its 1C would refuse. Call it
 * in the transaction that changes them, once what is owed is written.
 */
export async function inspectOrders(
  tx: Queryable,
  orderKeys: readonly number[],
  { integrationKey, fresh }: InspectOptions = {},
): Promise<Inspected[]> {
  const rest = yieldBetweenSteps()
  const inspected: Inspected[] = []
  for (const { input, goes, ...of } of await loadInputs(
    tx,
    orderKeys,
    integrationKey === undefined ? {} : { integrationKey },
  )) {
    const findings = goes ? inspectOrder(input) : []
    const tasks = goes ? tasksOf(input, findings) : []
    inspected.push({ ...of, client: input.client, findings, tasks })
    await rest()
  }
  await writeFindings(
    tx,
    inspected.map(({ integrationKey, orderKey, findings }) => ({
      ...{ integrationKey, orderKey, findings },
      fresh: fresh?.has(orderKey) === true,
    })),
  )
  // Most orders never have one.
  await writeTasks(
    tx,
    inspected.filter(({ orderKey, tasks }) => tasks.length > 0 || fresh?.has(orderKey) !== true),
  )
  await holdByFindings(tx, inspected, fresh)
  return inspected
}
