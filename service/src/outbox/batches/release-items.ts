import type { Queryable } from '../../db/database.js'

const ITEMS_AT_ONCE = 5000

/** Deletes the next of these items, in short statements; false when none is left. */
export async function deleteNextItems(db: Queryable, batchIds: readonly number[]): Promise<boolean> {
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

/**
 * Deletes all items of abandoned batches: their orders stay owed, and the entries record when they were sent. Call it after committing
 * that the batches are abandoned, so that no page adds items and nobody waits for the deletion. If the server dies, the sweep does it.
 */
export async function deleteItems(db: Queryable, batchIds: readonly number[]): Promise<void> {
  while (await deleteNextItems(db, batchIds));
}
