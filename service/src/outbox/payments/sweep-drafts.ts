import type { Queryable } from '../../db/database.js'

/** Removes what batches that were never sent would have told of payments. */
export async function sweepDrafts(db: Queryable): Promise<void> {
  await db.query(
    `delete from payment_export_draft d using outbox_batch b
      where b.id = d.batch_id and (b.state <> 'open' or b.session_id is null)`,
  )
}
