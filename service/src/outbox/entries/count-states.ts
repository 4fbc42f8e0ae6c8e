import type { Queryable } from '../../db/database.js'
import { owedSql } from './owed.js'

export interface StateCounts {
  /** Owed now; of these, `offered` are in the integration's latest batch, which waits for its success. */
  owed: number
  offered: number
  /** Held back. */
  held: number
  /** Confirmed at least once. */
  confirmed: number
  owedSince: Date | null
}

/** Numbers of orders in each state, by integration key. Confirmed ones are added up from the counts of each day. */
export async function countStates(
  db: Queryable,
  integrationKeys: readonly number[],
): Promise<Map<number, StateCounts>> {
  const { rows } = await db.query<StateCounts & { key: number }>(
    `select k.key, owed.count as owed, owed.since as "owedSince",
            (select count(*) from outbox_entry h where h.integration_key = k.key and h.held_since is not null) as held,
            (select coalesce(sum(d.first_confirmed), 0)::int from exchange_day d where d.integration_key = k.key) as confirmed,
            (select count(*)
               from outbox_batch b
               join outbox_batch_item i on i.batch_id = b.id
               join outbox_entry e on e.integration_key = k.key and e.order_key = i.order_key
                and e.pending_revision = i.revision and e.resend_count = i.resend_count
                and ${owedSql('e')}
              where b.id = (select max(l.id) from outbox_batch l where l.integration_key = k.key)
                and b.state in ('open', 'sent')) as offered
       from unnest($1::int[]) as k(key)
      cross join lateral (
        select count(*) as count, min(e.owed_since) as since from outbox_entry e
         where e.integration_key = k.key and ${owedSql('e')}) owed`,
    [integrationKeys],
  )
  return new Map(rows.map(({ key, ...counts }) => [key, counts]))
}
