import type { Queryable } from '../../db/database.js'
import { markStale } from '../../findings/recalculate.js'

/**
 * Makes the order's newest revision owed again, even to a 1C that confirmed it. A success of a batch sent before does not
 * count against it. False when the integration was never sent the order and is not owed it.
 */
export async function resend(tx: Queryable, integrationKey: number, orderKey: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update outbox_entry
        set pending_revision = latest_revision, confirmed_revision = 0, resend_count = resend_count + 1,
            owed_since = case when pending_revision > confirmed_revision then owed_since else now() end
      where integration_key = $1 and order_key = $2 and pending_revision > 0`,
    [integrationKey, orderKey],
  )
  if (rowCount === 1) await markStale(tx, integrationKey, [orderKey])
  return rowCount === 1
}
