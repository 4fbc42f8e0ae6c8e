import type { Queryable } from './database.js'

export interface ServerStatus {
  /** `18.4` */
  version: string
  sizeBytes: number
  connections: number
}

export async function serverStatus(db: Queryable): Promise<ServerStatus> {
  const { rows } = await db.query<ServerStatus>(
    `select split_part(current_setting('server_version'), ' ', 1) as version,
            pg_database_size(current_database()) as "sizeBytes",
            (select count(*) from pg_stat_activity where datname = current_database()) as connections`,
  )
  return rows[0]!
}
