import type { Database } from '../../src/db/database.js'

/** No job begins any more, until the returned function is called. */
export async function pauseJobs(db: Database): Promise<() => Promise<void>> {
  await db.query(`
    create function pause_job() returns trigger language plpgsql as $$
      begin new.run_at := now() + interval '1 day'; return new; end $$;
    create trigger pause_job before insert on graphile_worker._private_jobs
      for each row execute function pause_job()`)
  return async () => {
    await db.query(`
      drop function pause_job cascade;
      update graphile_worker._private_jobs set run_at = now()`)
  }
}
