import type { Database, Queryable } from '../db/database.js'
import type { Scope } from '../db/scope.js'
import { findOutdated } from '../findings/recalculate.js'
import { findBlocked } from '../findings/write-findings.js'
import type { Author } from '../integrations/changes.js'
import { authorName, type ByPerson, findPair } from '../orders/hold-order.js'
import { lockEntries } from '../outbox/entries/read-entries.js'
import { type Release, releaseOrders } from '../outbox/entries/release-orders.js'
import { finishTask, reopenTask } from '../tasks/list-tasks.js'
import type { Task } from '../tasks/task.js'
import { inspectOrders } from './inspect-orders.js'
import { withinBytes } from './step-findings.js'

/**
 * Marks a task as done, or opens it again, and inspects its order: what was entered must not be sent, and
 * counts no longer once the task is open. AppError `not-found`.
 */
export async function changeTaskByPerson(
  db: Database,
  scope: Scope,
  id: number,
  { to, by }: { to: 'done' | 'open'; by: Author },
): Promise<Task> {
  const change = to === 'done' ? finishTask : reopenTask
  return db.transaction(async tx => {
    const { task, changed } = await change(tx, scope, id, { ...by, name: await authorName(tx, by) })
    if (!changed) return task
    const { integrationKey, orderKey } = changed
    await lockEntries(tx, integrationKey, [orderKey])
    await inspectOrders(tx, [orderKey], { integrationKey })
    return task
  })
}

/** Releases an order as `releaseByPerson` does, if it is held. AppError `not-found`. */
export async function releaseOrder(
  db: Database,
  locationId: string,
  id: string,
  { integrationId, by }: ByPerson,
): Promise<void> {
  await db.transaction(async tx => {
    const { integrationKey, orderKey } = await findPair(tx, locationId, id, integrationId)
    await releaseByPerson(tx, integrationKey, { orderKeys: [orderKey], by: await authorName(tx, by) })
  })
}

/**
 * Releases orders at a person's request (O9); returns those that were held. One that a person held, and that
 * preflight speaks against, is held by preflight from then on, in the same transaction: nobody has decided to
 * send it in spite of that. Where its findings may be outdated it is inspected now. Lock the orders before.
 */
export async function releaseByPerson(
  tx: Queryable,
  integrationKey: number,
  release: Pick<Release, 'orderKeys' | 'kinds' | 'by'>,
): Promise<number[]> {
  const released = await releaseOrders(tx, integrationKey, { ...release, cause: 'person' })
  const heldByPerson = released.filter(({ was }) => was === 'person').map(({ orderKey }) => orderKey)
  const blocked = await findBlocked(tx, integrationKey, heldByPerson)
  const outdated = await findOutdated(tx, integrationKey, heldByPerson)
  let left = [...new Set([...blocked, ...outdated])]
  while (left.length > 0) {
    const next = new Set(await withinBytes(tx, left))
    await inspectOrders(tx, [...next], { integrationKey })
    left = left.filter(key => !next.has(key))
  }
  return released.map(({ orderKey }) => orderKey)
}
