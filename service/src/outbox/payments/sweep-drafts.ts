import type { Queryable } from '../../db/database.js'

/** Deletes drafts of payments of batches that were never sent. */
export async function sweepDrafts(db: Queryable): Promise<void> {
  await db.query(
    `delete from payment_export_draft d using outbox_batch b
      where b.id = d.batch_id and (b.state <> 'open' or b.session_id is null)`,
  )
}
