import type { Queryable } from '../../db/database.js'

/**
 * Deletes the items of abandoned batches: their orders stay owed, and the entries say when they were sent. In a separate statement
 * after the one that abandoned them, so that it sees the items of the last page of each.
 */
export async function releaseItems(tx: Queryable, batchIds: readonly number[]): Promise<void> {
  if (batchIds.length === 0) return
  await tx.query('delete from outbox_batch_item where batch_id = any($1)', [batchIds])
  await tx.query('delete from payment_export_draft where batch_id = any($1)', [batchIds])
}

const ITEMS_AT_ONCE = 5000

/** Deletes the next of these items, in short statements; false when none is left. */
export async function releaseSome(db: Queryable, batchIds: readonly number[]): Promise<boolean> {
  if (batchIds.length === 0) return false
  const { rowCount } = await db.query(
    `delete from outbox_batch_item where (batch_id, order_key) in (
       select batch_id, order_key from outbox_batch_item where batch_id = any($1) limit $2)`,
    [batchIds, ITEMS_AT_ONCE],
  )
  if (rowCount === ITEMS_AT_ONCE) return true
  await db.query('delete from payment_export_draft where batch_id = any($1)', [batchIds])
  return false
}
