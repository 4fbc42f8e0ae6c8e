import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import type { Finding, OrderAtIntegration } from '../findings/finding.js'
import { writeFindings } from '../findings/write-findings.js'
import type { TaskOfOrder } from '../tasks/task.js'
import { writeTasks } from '../tasks/write-tasks.js'
import { yieldBetweenSteps } from '../workers/yield-between-steps.js'
import { holdByFindings } from './hold-by-findings.js'
import { inspectOrder } from './inspect-order.js'
import { loadInputs } from './load-inputs.js'
import { tasksOf } from './tasks-of.js'

export interface Inspected extends OrderAtIntegration {
  integrationId: string
  client: ClientChoice
  findings: Finding[]
  tasks: TaskOfOrder[]
}

/**
 * Calculates and stores the findings of these orders for every integration that is owed them or was sent them, and holds orders
 * back that its 1C would refuse. Call it in the transaction that writes them, after writing what is owed.
 */
export async function inspectOrders(
  tx: Queryable,
  orderKeys: readonly number[],
  only: { integrationKey?: number } = {},
): Promise<Inspected[]> {
  const rest = yieldBetweenSteps()
  const inspected: Inspected[] = []
  for (const { input, isRelevant, ...of } of await loadInputs(tx, orderKeys, only)) {
    const findings = isRelevant ? inspectOrder(input) : []
    const tasks = isRelevant ? tasksOf(input, findings) : []
    inspected.push({ ...of, client: input.profile.id, findings, tasks })
    await rest()
  }
  await writeFindings(tx, inspected)
  await writeTasks(tx, inspected)
  await holdByFindings(tx, inspected)
  return inspected
}
