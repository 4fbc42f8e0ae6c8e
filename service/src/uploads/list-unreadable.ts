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
  const rows = await selectUnreadable(db, [locationIn(scope), companiesIn(scope), limit])
  return rows.map(({ locationId: _, integrationKey: __, ...upload }) => upload)
}

interface UnreadableAnywhere extends UnreadableUpload {
  locationId: string
  integrationKey: number
}

/** So many of all locations raise alarms. */
const MOST_UNREADABLE = 10_000

/** Those of all locations. */
export async function listAllUnreadableUploads(db: Queryable): Promise<UnreadableAnywhere[]> {
  return selectUnreadable(db, [null, null, MOST_UNREADABLE])
}

async function selectUnreadable(
  db: Queryable,
  values: [locationId: string | null, companies: ReturnType<typeof companiesIn>, limit: number],
): Promise<UnreadableAnywhere[]> {
  const { rows } = await db.query<UnreadableAnywhere>(
    `select i.location_id as "locationId", i.key as "integrationKey", i.id as "integrationId", i.name as "integrationName", u.session_id as "exchangeId", u.name,
            coalesce(u.finished_at, u.received_at) as at, coalesce(u.failure, '') as failure,
            u.failure_reason as "failureReason"
       from upload u join integration i on i.key = u.integration_key
      where ($1::uuid is null or u.location_id = $1) and u.state = 'failed' and ${integrationSeenSql('u.integration_key', '$2')}
        and not exists (select from upload l where l.integration_key = u.integration_key and l.id > u.id
                           and l.type = u.type and l.state in ('done', 'failed'))
      order by u.id desc limit $3`,
    values,
  )
  return rows
}
