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
