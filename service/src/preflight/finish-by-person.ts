import type { Database } from '../db/database.js'
import type { Scope } from '../db/scope.js'
import type { Author } from '../integrations/changes.js'
import { lockEntries } from '../outbox/entries/read-entries.js'
import { finishTask } from '../tasks/list-tasks.js'
import type { Task } from '../tasks/task.js'
import { inspectOrders } from './inspect-orders.js'

/**
 * Marks a task as done at a person's request, and inspects its order in the same transaction: what a person entered in 1C by hand must
 * not be sent there as well. AppError `not-found`.
 */
export async function finishByPerson(db: Database, scope: Scope, id: number, by: Author): Promise<Task> {
  return db.transaction(async tx => {
    const { task, finished } = await finishTask(tx, scope, id, by)
    if (finished) {
      const { integrationKey, orderKey } = finished
      await lockEntries(tx, integrationKey, [orderKey])
      await inspectOrders(tx, [orderKey], { integrationKey })
    }
    return task
  })
}
