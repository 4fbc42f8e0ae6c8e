import type { Queryable } from '../../db/database.js'
import { owedSql } from './owed.js'

export interface QueueStatus {
  /** Orders owed to 1C bases; an order owed to two counts twice. */
  owed: number
  oldestOwedSince: Date | null
  openBatches: number
}

/** The outbox of the whole system in numbers. */
export async function queueStatus(db: Queryable): Promise<QueueStatus> {
  const { rows } = await db.query<QueueStatus>(
    `select count(*) as owed, min(owed_since) as "oldestOwedSince",
            (select count(*) from outbox_batch where state = 'open') as "openBatches"
       from outbox_entry e where ${owedSql('e')}`,
  )
  return rows[0]!
}
