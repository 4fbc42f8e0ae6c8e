import type { Database } from '../../db/database.js'

/** A server not seen for so long is dead; live ones report every few seconds. */
const DEAD_AFTER_SECONDS = 20

/** Reports this server as alive, and releases what dead servers had locked. */
export async function reportAlive(db: Database, poolId: string): Promise<void> {
  await db.query(
    `insert into webhook_server (pool_id) values ($1) on conflict (pool_id) do update set seen_at = now()`,
    [poolId],
  )
  await db.query(
    `with dead as (
       delete from webhook_server where seen_at < now() - make_interval(secs => $1) returning pool_id)
     select graphile_worker.force_unlock_workers(array(select pool_id from dead)) where exists (select from dead)`,
    [DEAD_AFTER_SECONDS],
  )
}
