import type { Database, Queryable } from '../db/database.js'
import { forgetFindings } from '../findings/write-findings.js'
import { forgetEntries, forgetItems } from '../outbox/forget-integration.js'
import { FORGET_TASKS } from '../tasks/write-tasks.js'

const ROWS_AT_ONCE = 5000

/** Deletes up to `limit` rows of a removed integration from one table; returns how many. */
export type ForgetRows = (db: Queryable, integrationKey: number, limit: number) => Promise<number>

/**
 * Deletes what is left of a removed integration, a short step at each call; false when there is nothing left.
 * `otherRows`: the rows in tables of rooms that this one may not import.
 */
export function forgetIntegration(
  db: Database,
  integrationKey: number,
  otherRows: readonly ForgetRows[],
): () => Promise<boolean> {
  let after: number | undefined = 0
  let rows = [forgetFindings, ...FORGET_TASKS, ...otherRows]
  return async () => {
    if (after !== undefined) {
      after = await forgetEntries(db, integrationKey, after)
      return true
    }
    const [forgetRows] = rows
    if (forgetRows) {
      if ((await forgetRows(db, integrationKey, ROWS_AT_ONCE)) < ROWS_AT_ONCE) rows = rows.slice(1)
      return true
    }
    if (await forgetItems(db, integrationKey)) return true
    await db.query('update removed_integration set forgetting = false where key = $1', [integrationKey])
    return false
  }
}
