import type { AlarmChannel } from '@obmen/contract'
import type { OwnAlarms } from '@obmen/contract/rest'
import type { Queryable } from '../db/database.js'
import type { Whose } from './settings.js'

/** Channels by which something still waits to be told after a failure, and the last one of each. */
export async function lastFailures(
  db: Queryable,
  { userId, locationId }: Whose,
): Promise<OwnAlarms['failures']> {
  const { rows } = await db.query<{ channel: AlarmChannel; failure: string }>(
    `select distinct on (n.channel) n.channel, n.failure
       from alarm_notice n join alarm a on a.key = n.alarm_key
      where n.user_id = $1 and a.location_id is not distinct from $2
        and n.failure is not null and n.sent_at is null
      order by n.channel, n.key desc`,
    [userId, locationId],
  )
  return rows.map(({ channel, failure }) => ({ channel, ...JSON.parse(failure) }))
}
