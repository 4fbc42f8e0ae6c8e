import type { Queryable } from '../../db/database.js'

/**
 * Of the orders that the integration was never sent, makes those owed that match its rules, and the others not; those ever sent stay as
 * they are (O7). `routed` is a subquery with `key`, `revision`, `matches` and `risky` of each order; `$1` in it is the integration.
 */
export async function alignEntries(
  tx: Queryable,
  integrationKey: number,
  routed: { sql: string; values: readonly unknown[] },
): Promise<void> {
  // In one statement, so that it locks the entries in the order of their keys.
  await tx.query(
    `insert into outbox_entry as e (integration_key, order_key, latest_revision, pending_revision, risky)
     select $1, o.key, o.revision, case when o.matches then o.revision else 0 end, o.risky
       from (${routed.sql}) o
       left join outbox_entry n on n.integration_key = $1 and n.order_key = o.key
      where case when n.order_key is null then o.matches
                 else n.first_sent_at is null and (n.pending_revision > 0) <> o.matches end
      order by o.key
     on conflict (integration_key, order_key) do update
        set pending_revision = excluded.pending_revision, risky = e.risky or excluded.risky, owed_since = now()
      where e.first_sent_at is null`,
    [integrationKey, ...routed.values],
  )
}
