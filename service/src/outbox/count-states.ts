import type { Queryable } from '../db/database.js'

export interface StateCounts {
  /** Owed now; of these, `offered` are in a batch that waits for its success. */
  owed: number
  offered: number
  /** Confirmed in their newest revision. */
  confirmed: number
  owedSince: Date | null
}

const NONE: StateCounts = { owed: 0, offered: 0, confirmed: 0, owedSince: null }

/** How many orders stand where, by integration key; every key asked for is answered. */
export async function countStates(
  db: Queryable,
  integrationKeys: readonly number[],
): Promise<Map<number, StateCounts>> {
  const { rows } = await db.query<StateCounts & { integrationKey: number }>(
    `select e.integration_key as "integrationKey",
            count(*) filter (where e.pending_revision > e.confirmed_revision) as owed,
            count(*) filter (where e.confirmed_revision > 0 and e.pending_revision = e.confirmed_revision) as confirmed,
            min(e.owed_since) filter (where e.pending_revision > e.confirmed_revision) as "owedSince",
            (select count(*)
               from outbox_batch b
               join outbox_batch_item i on i.batch_id = b.id
               join outbox_entry o on o.integration_key = b.integration_key and o.order_key = i.order_key
                and o.pending_revision = i.revision and o.resend_count = i.resend_count
                and o.pending_revision > o.confirmed_revision
              where b.id = (select max(l.id) from outbox_batch l where l.integration_key = e.integration_key)
                and b.state in ('open', 'sent')) as offered
       from outbox_entry e where e.integration_key = any($1)
      group by e.integration_key`,
    [integrationKeys],
  )
  const found = new Map(rows.map(({ integrationKey, ...counts }) => [integrationKey, counts]))
  return new Map(integrationKeys.map(key => [key, found.get(key) ?? NONE]))
}
