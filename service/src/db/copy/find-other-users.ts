import type { Queryable } from '../database.js'

/** How many other processes of ours are connected to this database; a running `serve` always keeps a connection. */
export async function countOtherUsers(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(distinct coalesce(client_addr::text || ':' || client_port, pid::text)) as count from pg_stat_activity
     where datname = current_database() and application_name like 'obmen%' and pid <> pg_backend_pid()`,
  )
  return rows[0]!.count
}
