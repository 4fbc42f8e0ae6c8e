import type { Database } from '../db/database.js'
import { endForgetting, forgetEntries, forgetItems } from '../outbox/entries/forget-integration.js'

const ROWS_AT_ONCE = 5000

const NUMBERS = `
  delete from order_number where (integration_key, compared) in (
    select integration_key, compared from order_number where integration_key in ($1::int, -$1::int) limit $2)`

const BULK_ACTION_ORDERS = `
  delete from bulk_action_order where (action_id, order_key) in (
    select o.action_id, o.order_key from bulk_action b join bulk_action_order o on o.action_id = b.id
     where b.integration_key = $1 limit $2)`

/** Deletes what is left of a removed integration, a short step at each call; false when there is nothing left. */
export function forgetIntegration(db: Database, integrationKey: number): () => Promise<boolean> {
  let after: number | undefined = 0
  let rows = [NUMBERS, BULK_ACTION_ORDERS]
  return async () => {
    if (after !== undefined) {
      after = await forgetEntries(db, integrationKey, after)
      return true
    }
    const [statement] = rows
    if (statement) {
      const { rowCount } = await db.query(statement, [integrationKey, ROWS_AT_ONCE])
      if (rowCount < ROWS_AT_ONCE) rows = rows.slice(1)
      return true
    }
    if (await forgetItems(db, integrationKey)) return true
    await db.query('delete from bulk_action where integration_key = $1', [integrationKey])
    await endForgetting(db, integrationKey)
    return false
  }
}
