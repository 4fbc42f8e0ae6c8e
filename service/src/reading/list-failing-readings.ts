import type { Queryable } from '../db/database.js'
import { companiesIn, companySeenSql, locationIn, type Scope } from '../db/scope.js'
import type { StoredFailure } from './reading.js'

/** A 1C that is to be read and is not. */
export interface FailingReading {
  locationId: string
  integrationId: string
  integrationKey: number
  integrationName: string
  /** When it was read completely for the last time, or set up. */
  since: Date
  /** An ISO instant; null: never. */
  readAt: string | null
  failure: StoredFailure | null
}

/** So many in turn are no accident. */
const FAILURES = 3
/** How long none may be complete, unless readings are rarer. */
const LONGEST_HOURS = 24

/**
 * Readings that fail again and again, or have long not been complete. An older copy is for a person to judge.
 * Without a scope those of all locations.
 */
export async function listFailingReadings(
  db: Queryable,
  scope?: Scope,
  limit: number | null = null,
): Promise<FailingReading[]> {
  const { rows } = await db.query<FailingReading>(
    `select i.location_id as "locationId", i.id as "integrationId", i.key as "integrationKey",
            i.name as "integrationName", r.since, r.last_reading->>'finishedAt' as "readAt", r.failure
       from (select *, greatest((last_reading->>'finishedAt')::timestamptz, changed_at) as since
               from reading) r
       join integration i on i.key = r.integration_key
      where r.enabled and not i.sandbox
        and ((r.failure->>'count')::int >= ${FAILURES} or r.failure->>'code' = 'older-copy'
             or r.since < now() - greatest(make_interval(hours => ${LONGEST_HOURS}),
                                           make_interval(mins => 2 * r.every_minutes)))
        and ($1::uuid is null or i.location_id = $1) and ${companySeenSql('i.company_id', '$2')}
      order by r.since, i.key limit $3`,
    [scope ? locationIn(scope) : null, scope ? companiesIn(scope) : null, limit],
  )
  return rows
}
