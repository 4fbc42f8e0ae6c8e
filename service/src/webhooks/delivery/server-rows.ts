import type { Database } from '../../db/database.js'

/** A server not seen for so long is dead; live ones report every few seconds. */
const DEAD_AFTER_SECONDS = 20
/** Every event triggers a report; none is written if the last one is this recent. */
const REPORT_AFTER_SECONDS = 2

/** Reports this server as alive, and releases what dead servers had locked. */
export async function reportAlive(db: Database, poolId: string): Promise<void> {
  await db.query(
    `insert into webhook_server (pool_id)
     select $1 where not exists (select from webhook_server where pool_id = $1 and seen_at > now() - make_interval(secs => $2))
     on conflict (pool_id) do update set seen_at = now()`,
    [poolId, REPORT_AFTER_SECONDS],
  )
  await db.query(
    `with dead as (
       delete from webhook_server where seen_at < now() - make_interval(secs => $1) returning pool_id)
     select graphile_worker.force_unlock_workers(array(select pool_id from dead)) where exists (select from dead)`,
    [DEAD_AFTER_SECONDS],
  )
}

/** A server whose deliveries have ended gives its places up at once, with what it may still have locked. */
export async function reportStopped(db: Database, poolId: string): Promise<void> {
  await db.query(
    `with stopped as (delete from webhook_server where pool_id = $1 returning pool_id)
     select graphile_worker.force_unlock_workers(array(select pool_id from stopped))`,
    [poolId],
  )
}
