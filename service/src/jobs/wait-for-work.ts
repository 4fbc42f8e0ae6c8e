import { setTimeout as delay } from 'node:timers/promises'
import type { Queryable } from '../db/database.js'

/** How long a request waits for its work: a small company is finished before its settings page reloads. */
const REQUEST_WAIT_MS = 1000
const POLL_MS = 40

/** These resolve when the work is done, or after a second. */
export const waitForRecalculation = (db: Queryable, integrationKeys: readonly number[]): Promise<void> =>
  waitBriefly(
    db,
    `select from integration_recalculation where integration_key = any($1)
      union all select from finding_recalculation where integration_key = any($1)`,
    integrationKeys,
  )

export const waitForForgetting = (db: Queryable, integrationKey: number): Promise<void> =>
  waitBriefly(db, 'select from removed_integration where key = $1 and forgetting', integrationKey)

export const waitForBulkAction = (db: Queryable, id: number): Promise<void> =>
  waitBriefly(db, `select from bulk_action where id = $1 and state = 'running'`, id)

async function waitBriefly(db: Queryable, pending: string, value: unknown): Promise<void> {
  const end = performance.now() + REQUEST_WAIT_MS
  while ((await db.query(`${pending} limit 1`, [value])).rowCount > 0 && performance.now() < end)
    await delay(POLL_MS)
}
