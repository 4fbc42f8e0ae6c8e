import type { Database } from '../db/database.js'
import type { ForgetRows } from '../db/rows.js'
import { forgetFindings } from '../findings/write-findings.js'
import { forgetEntries, forgetItems } from '../outbox/forget-integration.js'
import { FORGET_TASKS } from '../tasks/write-tasks.js'

const ROWS_AT_ONCE = 5000

/** Deletes what is left of a removed integration in steps. `otherRows`: of rooms that import this one. */
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
