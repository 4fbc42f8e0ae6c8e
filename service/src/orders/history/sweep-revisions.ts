import type { Queryable } from '../../db/database.js'
import { isInBatch } from '../../outbox/batches/batch-sql.js'
import { entryJoin } from '../../outbox/entries/entry-sql.js'

const REVISIONS_AT_ONCE = 1000

/**
 * Removes revisions replaced more than `keepDays` ago, except an order's first one and those sent to a 1C;
 * returns how many. Those kept are marked, so that they are not checked again.
 */
export async function sweepRevisions(db: Queryable, keepDays: number): Promise<number> {
  for (let removed = 0; ; ) {
    const { rows } = await db.query<{ seen: number; gone: number }>(
      `with old as materialized (
         select r.order_key, r.revision,
                r.revision = 1 or ${isInBatch('r.order_key', 'r.revision')} or exists (
                  select from sale_order o
                    join (select key, company_id from integration
                           union all select key, company_id from removed_integration) b
                      on b.company_id = o.company_id
                    join ${entryJoin('e', 'b.key', 'o.key')}
                   where o.key = r.order_key
                     and r.revision in (e.sent_revision, e.confirmed_revision)) as given
           from order_revision r
          where not r.kept_for_ever and r.replaced_at < now() - make_interval(days => $1)
          order by r.replaced_at limit $2 for update skip locked),
       gone as (
         delete from order_revision r using old
          where not old.given and r.order_key = old.order_key and r.revision = old.revision returning 1),
       kept as (
         update order_revision r set kept_for_ever = true from old
          where old.given and r.order_key = old.order_key and r.revision = old.revision)
       select (select count(*) from old) as seen, (select count(*) from gone) as gone`,
      [keepDays, REVISIONS_AT_ONCE],
    )
    const { seen, gone } = rows[0]!
    removed += gone
    if (seen < REVISIONS_AT_ONCE) return removed
  }
}
