import type { Queryable } from '../db/database.js'
import { companiesIn, integrationSeenSql, locationIn, type Scope } from '../db/scope.js'
import type { Reason } from '../errors/app-error.js'

/** An unreadable file of a 1C, with no readable one of its kind since. */
export interface UnreadableUpload {
  integrationId: string
  integrationName: string
  exchangeId: number
  name: string
  at: Date
  failure: string
  failureReason: Reason | null
}

/** The latest unreadable file of each integration and type, the newest first. */
export async function listUnreadableUploads(
  db: Queryable,
  scope: Scope,
  limit: number,
): Promise<UnreadableUpload[]> {
  const { rows } = await db.query<UnreadableUpload>(
    `select i.id as "integrationId", i.name as "integrationName", u.session_id as "exchangeId", u.name,
            coalesce(u.finished_at, u.received_at) as at, coalesce(u.failure, '') as failure,
            u.failure_reason as "failureReason"
       from upload u join integration i on i.key = u.integration_key
      where u.location_id = $1 and u.state = 'failed' and ${integrationSeenSql('u.integration_key', '$2')}
        and not exists (select from upload l where l.integration_key = u.integration_key and l.id > u.id
                           and l.type = u.type and l.state in ('done', 'failed'))
      order by u.id desc limit $3`,
    [locationIn(scope), companiesIn(scope), limit],
  )
  return rows
}
