import type { DescribedProblem } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'

/** When a batch was opened and how many of its orders come before this one; undefined if it does not contain the order. */
export async function placeInBatch(
  db: Queryable,
  batchId: number,
  orderKey: number,
): Promise<{ openedAt: Date; before: number } | undefined> {
  const { rows } = await db.query<{ openedAt: Date; before: number }>(
    `select b.opened_at as "openedAt",
            (select count(*) from outbox_batch_item i where i.batch_id = b.id and i.order_key < $2) as before
       from outbox_batch b
      where b.id = $1 and exists (select from outbox_batch_item i where i.batch_id = b.id and i.order_key = $2)`,
    [batchId, orderKey],
  )
  return rows[0]
}

/** The code is missing in notes stored by releases that had no codes yet. */
export type BatchNote = Pick<DescribedProblem, 'message' | 'params'> & { code?: DescribedProblem['code'] }

/** By session, notes on why its batches contained less than everything owed (quarantine/). */
export async function loadBatchNotes(
  db: Queryable,
  sessionIds: readonly number[],
): Promise<Map<number, BatchNote[]>> {
  const { rows } = await db.query<{ session: number; notes: BatchNote[][] }>(
    `select session_id as session, jsonb_agg(notes order by id) as notes from outbox_batch
      where session_id = any($1) and notes is not null group by session_id`,
    [sessionIds],
  )
  return new Map(rows.map(({ session, notes }) => [session, notes.flat()]))
}
