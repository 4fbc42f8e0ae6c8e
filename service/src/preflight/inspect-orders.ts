import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import type { Finding, OrderAtIntegration } from '../findings/finding.js'
import { addFindings, writeFindings } from '../findings/write-findings.js'
import type { TaskOfOrder } from '../tasks/task.js'
import { writeTasks } from '../tasks/write-tasks.js'
import { yieldBetweenSteps } from '../workers/yield-between-steps.js'
import { blocks, holdByFindings } from './hold-by-findings.js'
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
 * Recalculates and stores the findings of these orders for every integration that is owed them or was sent them, and holds orders back
 * that its 1C would refuse. Call it in the transaction that changes them, after writing what is owed.
 */
export async function inspectOrders(
  tx: Queryable,
  orderKeys: readonly number[],
  only: { integrationKey?: number } = {},
): Promise<Inspected[]> {
  const inspected = await inspectStored(tx, orderKeys, only)
  await storeInspected(tx, { inspected })
  return inspected
}

/** Recalculates findings without storing them. */
export async function inspectStored(
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
  return inspected
}

/** Stores findings and tasks, and holds orders back that a 1C would refuse. `fresh`: new orders, which have nothing stored yet. */
export async function storeInspected(
  tx: Queryable,
  { inspected, fresh = [] }: { inspected: readonly Inspected[]; fresh?: readonly Inspected[] },
): Promise<void> {
  await writeFindings(tx, inspected)
  await addFindings(tx, fresh)
  // Most orders never have tasks.
  await writeTasks(tx, [...inspected, ...fresh.filter(({ tasks }) => tasks.length > 0)])
  // A new order without a blocking finding can't be held.
  await holdByFindings(tx, [...inspected, ...fresh.filter(isBlocked)])
}

/** Whether its 1C would refuse the order. */
export function isBlocked({ findings }: Pick<Inspected, 'findings'>): boolean {
  return findings.some(blocks)
}
