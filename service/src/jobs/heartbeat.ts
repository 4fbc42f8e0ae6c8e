import type { Database } from '../db/database.js'

/** How often a server reports that it is alive. */
export const BEAT_SECONDS = 5
/** A server that was silent for so long is dead. */
const DEAD_AFTER_SECONDS = 20

/**
 * Gives the jobs of dead servers to others: graphile-worker itself keeps a job locked for four hours. Each
 * server has a row with the time of its last beat. After an outage of the database all rows are old, so a
 * server first beats that long itself before it takes another for dead. One that died before its first beat
 * has no row.
 */
export class Heartbeat {
  readonly #db: Database
  #heardSince = Number.POSITIVE_INFINITY

  constructor(db: Database) {
    this.#db = db
  }

  /**
   * When any server was last there. Before this one's first beat also by the work that waits: who stopped
   * orderly has no row.
   */
  async lastSign(isFirst: boolean): Promise<Date | null> {
    const { rows } = await this.#db.query<{ at: Date | null }>(
      `select greatest((select max(seen_at) from job_server),
                       (select max(run_at) from graphile_worker.jobs where $1 and key = 'find-work')) as at`,
      [isFirst],
    )
    return rows[0]!.at
  }

  /** @param poolId the name under which this server locks jobs */
  async beat(poolId: string): Promise<void> {
    try {
      await this.#db.query(
        `insert into job_server (pool_id) values ($1) on conflict (pool_id) do update set seen_at = now()`,
        [poolId],
      )
    } catch (error) {
      this.#heardSince = Number.POSITIVE_INFINITY
      throw error
    }
    const now = performance.now()
    this.#heardSince = Math.min(this.#heardSince, now)
    if (now - this.#heardSince >= DEAD_AFTER_SECONDS * 1000)
      await this.#release('seen_at < now() - make_interval(secs => $1)', DEAD_AFTER_SECONDS)
  }

  async stop(poolId: string): Promise<void> {
    await this.#release('pool_id = $1', poolId)
  }

  async #release(which: string, value: string | number): Promise<void> {
    await this.#db.query(
      `with ended as (delete from job_server where ${which} returning pool_id),
       dead as (
         select pool_id from ended
          union
         select locked_by from graphile_worker.jobs
          where locked_at < now() - interval '${DEAD_AFTER_SECONDS} seconds'
            and not exists (select from job_server where pool_id = locked_by))
       select graphile_worker.force_unlock_workers(array(select pool_id from dead))
        where exists (select from dead)`,
      [value],
    )
  }
}
