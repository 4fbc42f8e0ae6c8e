import { englishFinding } from '@obmen/contract/findings-english'
import type { ClientChoice } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import type { Finding, OrderAtIntegration } from '../findings/finding.js'
import { writeFindings } from '../findings/write-findings.js'
import type { InspectPuts, PutsToInspect } from '../orders/intake/put.js'
import type { OrderWarning } from '../orders/warnings/order-warnings.js'
import { type Hold, holdOrders } from '../outbox/entries/hold-orders.js'
import { releaseOrders } from '../outbox/entries/release-orders.js'
import type { SettlingDocument, TaskOfOrder } from '../tasks/task.js'
import { writeTasks } from '../tasks/write-tasks.js'
import { yieldBetweenSteps } from '../workers/yield-between-steps.js'
import { asHeld, blocks, inspectOrder } from './inspect-order.js'
import { tasksOf } from './ledger/tasks-of.js'
import { loadInputs } from './load-inputs.js'
import { reconciliationTasks, settlingDocuments } from './reconciliation-tasks.js'
import { readFindings, type StoredFinding } from './stored-findings.js'
import { describeFinding } from './texts/index.js'

export interface Inspected extends OrderAtIntegration {
  integrationId: string
  client: ClientChoice
  findings: Finding[]
  tasks: TaskOfOrder[]
  documents: SettlingDocument[]
}

/**
 * Calculates and stores the findings of these orders for every integration that is owed them or was sent
 * them, and holds orders back that its 1C would refuse. Call it in the transaction that writes them, after
 * writing what is owed.
 */
export async function inspectOrders(
  tx: Queryable,
  orderKeys: readonly number[],
  {
    fresh,
    untold,
    ...only
  }: { integrationKey?: number; untold?: boolean } & Partial<Pick<PutsToInspect, 'fresh' | 'others'>> = {},
): Promise<Inspected[]> {
  const rest = yieldBetweenSteps()
  const inspected: Inspected[] = []
  for (const { input, isRelevant, ...of } of await loadInputs(tx, orderKeys, only)) {
    const findings = isRelevant ? inspectOrder(input) : []
    const seen = findings.some(blocks) ? asHeld(input) : input
    const tasks = isRelevant ? [...tasksOf(seen), ...reconciliationTasks(seen)] : []
    const documents = settlingDocuments(input)
    inspected.push({ ...of, client: input.profile.id, findings, tasks, documents })
    await rest()
  }
  // An order that was just created has no earlier findings, tasks or holds to be replaced.
  const stored = inspected.filter(
    ({ orderKey, findings, tasks }) =>
      !fresh?.has(orderKey) || tasks.length > 0 || findings.some(({ expectedEffect }) => !expectedEffect),
  )
  await writeFindings(tx, stored, { untold })
  await writeTasks(tx, stored)
  await holdByFindings(tx, stored)
  return inspected
}

/** Holds orders that a 1C would refuse (`blocks`), and releases those that it no longer would (O9). */
async function holdByFindings(tx: Queryable, inspected: readonly Inspected[]): Promise<void> {
  const keys = [...new Set(inspected.map(({ integrationKey }) => integrationKey))].sort((a, b) => a - b)
  for (const integrationKey of keys) {
    const own = inspected
      .filter(each => each.integrationKey === integrationKey)
      .sort((a, b) => a.orderKey - b.orderKey)
    await holdOrders(tx, integrationKey, own.flatMap(holdOf))
    const orderKeys = own.filter(({ findings }) => !findings.some(blocks)).map(({ orderKey }) => orderKey)
    await releaseOrders(tx, integrationKey, { orderKeys, kinds: ['finding'], cause: 'revision' })
  }
}

function holdOf({ orderKey, client, findings }: Inspected): Hold[] {
  const found = findings.find(blocks)
  if (!found) return []
  const { code, params } = found
  return [{ orderKey, kind: 'finding', code, params, reason: describeFinding(found, client, false) }]
}

/** Inspects written orders, reads the stored findings of unchanged ones; returns warnings by order key. */
export const inspectPuts: InspectPuts = async (tx, { written, unchanged, ...known }) => {
  const warnings = new Map<number, OrderWarning[]>()
  const add = (found: Omit<StoredFinding, 'since'>): void => {
    const { orderKey, integrationId, client, done, code, path, severity, params } = found
    if (SETUP_CODES.has(code)) return
    const message = { ru: describeFinding(found, client, done), en: englishFinding(code, params) }
    const warning = { code, path, message, severity, integrationId, params }
    warnings.set(orderKey, [...(warnings.get(orderKey) ?? []), warning])
  }
  for (const { findings, ...order } of await inspectOrders(tx, written, known))
    for (const found of findings) if (!found.expectedEffect) add({ ...order, ...found, done: false })
  for (const found of await readFindings(tx, unchanged)) add(found)
  return warnings
}

/** Findings about the setup of 1C, which the sender of orders can't change. */
const SETUP_CODES: ReadonlySet<string> = new Set(['before-default-start'])
