import type { Database, Queryable } from '../../db/database.js'
import { isInBatch } from '../../outbox/batches/batch-sql.js'
import { entryJoin } from '../../outbox/entries/entry-sql.js'

const REVISIONS_AT_ONCE = 500

/**
 * Removes revisions replaced more than `keepDays` ago, except an order's first one and those sent to a 1C; the latest is
 * in the order itself. Those kept are marked, so that they are not checked again. Returns how many were removed.
 */
export async function sweepRevisions(db: Database, keepDays: number): Promise<number> {
  let removed = 0
  for (;;) {
    const { seen, gone } = await db.transaction(tx => sweepNextRevisions(tx, keepDays))
    removed += gone
    if (seen < REVISIONS_AT_ONCE) return removed
  }
}

async function sweepNextRevisions(tx: Queryable, keepDays: number): Promise<{ seen: number; gone: number }> {
  const { rows } = await tx.query<{ seen: number; gone: number }>(
    `with old as materialized (
       select r.order_key, r.revision,
              r.revision = 1
              or ${isInBatch('r.order_key', 'r.revision')}
              or exists (select from sale_order o
                           join (select key, company_id from integration union all select key, company_id from removed_integration) b
                             on b.company_id = o.company_id
                           join ${entryJoin('e', 'b.key', 'o.key')}
                          where o.key = r.order_key and r.revision in (e.sent_revision, e.confirmed_revision)) as given
         from order_revision r
        where not r.kept_for_ever and r.recorded_at < now() - make_interval(days => $1)
          and coalesce((select min(n.recorded_at) from order_revision n where n.order_key = r.order_key and n.revision > r.revision),
                       (select o.changed_at from sale_order o where o.key = r.order_key)) < now() - make_interval(days => $1)
        order by r.recorded_at limit $2 for update of r skip locked),
     gone as (
       delete from order_revision r using old
        where not old.given and r.order_key = old.order_key and r.revision = old.revision returning 1),
     kept as (
       update order_revision r set kept_for_ever = true from old
        where old.given and r.order_key = old.order_key and r.revision = old.revision)
     select (select count(*) from old) as seen, (select count(*) from gone) as gone`,
    [keepDays, REVISIONS_AT_ONCE],
  )
  return rows[0]!
}
