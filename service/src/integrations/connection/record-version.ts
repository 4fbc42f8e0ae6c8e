import type { Queryable } from '../../db/database.js'

/**
 * Remembers what an integration's 1C announced last (null: it asked without announcing anything), for whoever wants to show what it
 * will be given. Never waits: while somebody changes the integration, it is left for the next exchange.
 */
export async function recordVersion(
  db: Queryable,
  integrationKey: number,
  cmlVersion: string | null,
): Promise<void> {
  await db.query(
    `update integration i set last_cml_version = $2
       from (select key from integration where key = $1 and last_cml_version is distinct from $2
                for no key update skip locked) free
      where i.key = free.key`,
    [integrationKey, cmlVersion],
  )
}
