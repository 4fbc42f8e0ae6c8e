import type { Database, Queryable } from '../../db/database.js'
import { isInBatch } from '../../outbox/batches/batch-sql.js'
import { entryJoin } from '../../outbox/entries/entry-sql.js'

const REVISIONS_AT_ONCE = 1000

/** A revision that was looked at; times as text, since a Date has no microseconds. */
interface Place {
  at: string
  orderKey: number
  revision: number
}

/**
 * Removes revisions replaced more than `keepDays` ago, except an order's first one and those sent to a 1C;
 * the latest is in the order itself. Those kept are marked, so that they are not checked again. Goes once
 * through those recorded before, of which one an order may have been replaced later. Returns how many were
 * removed.
 */
export async function sweepRevisions(db: Database, keepDays: number): Promise<number> {
  let removed = 0
  let after: Place | null = null
  do {
    const { last, gone }: Step = await db.transaction(tx => sweepNextRevisions(tx, keepDays, after))
    removed += gone
    after = last
  } while (after)
  return removed
}

interface Step {
  /** Null if there is nothing behind. */
  last: Place | null
  gone: number
}

async function sweepNextRevisions(tx: Queryable, keepDays: number, after: Place | null): Promise<Step> {
  const { rows } = await tx.query<Step>(
    `with seen as materialized (
       select r.order_key, r.revision, r.recorded_at from order_revision r
        where not r.kept_for_ever and r.recorded_at < now() - make_interval(days => $1)
          and ($3::timestamptz is null
               or r.recorded_at >= $3 and (r.recorded_at, r.order_key, r.revision) > ($3, $4::bigint,
                 $5::int))
        order by r.recorded_at, r.order_key, r.revision limit $2),
     old as materialized (
       select r.order_key, r.revision,
              r.revision = 1
              or ${isInBatch('r.order_key', 'r.revision')}
              or exists (select from sale_order o
                           join (select key, company_id from integration union all select key, company_id
                             from removed_integration) b
                             on b.company_id = o.company_id
                           join ${entryJoin('e', 'b.key', 'o.key')}
                          where o.key = r.order_key and r.revision in (e.sent_revision,
                            e.confirmed_revision)) as given
         from seen join order_revision r using (order_key, revision)
        where coalesce((select min(n.recorded_at) from order_revision n where n.order_key = r.order_key
          and n.revision > r.revision),
                       (select o.changed_at from sale_order o
                         where o.key = r.order_key)) < now() - make_interval(days => $1)
        for update of r skip locked),
     gone as (
       delete from order_revision r using old
        where not old.given and r.order_key = old.order_key and r.revision = old.revision returning 1),
     kept as (
       update order_revision r set kept_for_ever = true from old
        where old.given and r.order_key = old.order_key and r.revision = old.revision)
     select (select count(*) from gone) as gone,
            case when (select count(*) from seen) = $2 then (
              select json_build_object('at', recorded_at::text, 'orderKey', order_key, 'revision',
                revision) from seen
               order by recorded_at desc, order_key desc, revision desc limit 1) end as last`,
    [keepDays, REVISIONS_AT_ONCE, after?.at ?? null, after?.orderKey ?? null, after?.revision ?? null],
  )
  return rows[0]!
}
