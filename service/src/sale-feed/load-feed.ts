import type { Queryable } from '../db/database.js'
import { fillSettings, type Settings } from '../integrations/settings.js'
import { type Feed, openFeed } from './feed.js'

/** A feed and whose orders go into it. */
export interface LoadedFeed {
  feed: Feed
  companyId: string
}

/** What an integration's answers are written by; undefined when it is gone. */
export async function loadFeed(
  db: Queryable,
  integrationKey: number,
  cmlVersion: string | undefined,
): Promise<LoadedFeed | undefined> {
  const { rows } = await db.query<{ settings: Settings; timezone: string; companyId: string }>(
    `select i.settings, l.timezone, i.company_id as "companyId"
       from integration i join location l on l.id = i.location_id where i.key = $1`,
    [integrationKey],
  )
  const row = rows[0]
  return (
    row && { feed: openFeed(fillSettings(row.settings), row.timezone, cmlVersion), companyId: row.companyId }
  )
}
