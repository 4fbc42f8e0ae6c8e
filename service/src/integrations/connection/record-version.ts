import type { Queryable } from '../../db/database.js'

/**
 * Stores the version that an integration's 1C announced last for a query (null: it queried without announcing one), for previews and
 * findings.
 * Never waits: if the integration is locked by a change, the next exchange will store it.
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
